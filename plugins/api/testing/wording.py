"""What a package says to people: each sentence goes through gettext and stands in the German catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import trans_real
from django.utils.translation.template import templatize

SINGULAR: Final = {"_": 0, "gettext": 0, "gettext_lazy": 0, "gettext_noop": 0, "pgettext": 1, "pgettext_lazy": 1}
PLURAL: Final = {"ngettext": 0, "ngettext_lazy": 0, "npgettext": 1, "npgettext_lazy": 1}
"""Names of gettext's functions -> where the sentence stands among their arguments; before it stands its context."""

IN_TEMPLATE: Final = re.compile(
    r"""(?<!\w)(?:_|n?p?gettext)\((?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[\s,u]|count)*\)"""
)
TAGS: Final = re.compile(
    r"{%\s*comment\b.*?{%\s*endcomment\s*%}|{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}|{#.*?#}|{%.*?%}|{{.*?}}",
    re.S,
)
WORD: Final = re.compile(r"[^\W\d_]{2,}")
READ_ALOUD: Final = ("alt", "title", "placeholder", "aria-label")


@dataclass(frozen=True)
class Sentence:
    """One msgid of a package."""

    file: str
    text: str
    context: str = ""
    is_plural: bool = False

    @property
    def key(self) -> Any:
        """Under which a catalogue has it."""
        known = f"{self.context}\x04{self.text}" if self.context else self.text
        return (known, 0) if self.is_plural else known


def untranslated(folder: Path, language: str = "de") -> list[str]:
    """The sentences of a package that no catalogue of the forum has in this language."""
    catalogue = trans_real.translation(language)._catalog  # type: ignore[attr-defined]
    return [
        f"{sentence.file} says “{sentence.text}”, which the catalogue for “{language}” does not have."
        for sentence in sentences_of(folder)
        if sentence.key not in catalogue
    ]


def sentences_of(folder: Path) -> Iterator[Sentence]:
    """Every msgid in code and templates."""
    for path in sorted(folder.rglob("*.py")):
        yield from _in_code(path.read_text(encoding="utf-8"), str(path.relative_to(folder)))
    for path in _templates(folder):
        for call in IN_TEMPLATE.findall(templatize(path.read_text(encoding="utf-8"))):
            yield from _in_code(call, str(path.relative_to(folder)))


def hard_coded(folder: Path) -> list[str]:
    """Words that stand in templates as they are; nobody reads them in another language."""
    found = []
    for path in _templates(folder):
        if path.suffix == ".html":
            words = _Words()
            words.feed(TAGS.sub("", path.read_text(encoding="utf-8")))
            words.close()
            found += [f"{path.relative_to(folder)} says “{text}” without gettext." for text in words.found]
    return found


def hard_coded_in(record: Any) -> list[str]:
    """Words of a record that people read and that are no gettext_lazy."""
    found = []
    for field in fields(record):
        if "Promise" in str(field.type):
            value = getattr(record, field.name)
            for words in value if isinstance(value, tuple) else (value,):
                if not isinstance(words, Promise) and isinstance(words, str) and WORD.search(words):
                    found.append(f"{type(record).__name__} says “{words}” without gettext_lazy.")
    return found


def _templates(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("templates/**/*") if path.suffix in (".html", ".txt"))


def _in_code(source: str, file: str) -> Iterator[Sentence]:
    for node in ast.walk(ast.parse(source.strip())):
        if isinstance(node, ast.Call) and (name := _name(node.func)) in SINGULAR | PLURAL:
            position = (SINGULAR | PLURAL)[name]
            said = [argument.value for argument in node.args[: position + 1] if isinstance(argument, ast.Constant)]
            if len(said) == position + 1:
                context, text = ("", *said)[-2:] if position else ("", said[0])
                yield Sentence(file, str(text), str(context), name in PLURAL)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.is_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_code = tag in ("script", "style")
        given = dict(attrs)
        read = [given.get(name) or "" for name in READ_ALOUD]
        if tag == "input" and given.get("type") in ("submit", "button"):
            read.append(given.get("value") or "")
        self.found += [words.strip() for words in read if WORD.search(words)]

    def handle_endtag(self, tag: str) -> None:
        self.is_code = False

    def handle_data(self, data: str) -> None:
        if not self.is_code and WORD.search(data):
            self.found.append(" ".join(data.split()))
