"""Which files an import reads, and their lines with their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from cms.importing.json_lines import LONGEST_LINE

JSONL = {".jsonl", ".ndjson"}
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Source:
    """One file; `name` is how the report calls it."""

    path: Path
    name: str


@dataclass(frozen=True)
class RawLine:
    """A line as it stands in a file; numbers begin with 1."""

    source: Source
    number: int
    content: bytes

    def __str__(self) -> str:
        return _("%(file)s, line %(number)d") % {"file": self.source.name, "number": self.number}


def find_sources(paths: Iterable[Path]) -> tuple[list[Source], list[str]]:
    """The files to read, each once, and a sentence for each path that is none."""
    sources: dict[Path, Source] = {}
    problems: list[str] = []
    for path in paths:
        if path.is_dir():
            found = sorted(file for file in path.rglob("*") if file.is_file() and not file.name.startswith("."))
            if not found:
                problems.append(_("%s: the folder is empty.") % path)
            for file in found:
                _take(file, str(file.relative_to(path)), sources, problems)
        elif path.exists():
            _take(path, path.name, sources, problems)
        else:
            problems.append(_("%s: there is no such file.") % path)
    return list(sources.values()), problems


def lines_of(source: Source) -> Iterator[RawLine]:
    """The lines that are not empty. Raises OSError where the file cannot be read."""
    with source.path.open("rb") as file:
        number = 0
        while content := file.readline(LONGEST_LINE + 2):
            number += 1
            if not content.endswith(b"\n"):
                _skip_to_line_end(file)
            if number == 1:
                content = content.removeprefix(BYTE_ORDER_MARK)
            if content.strip():
                yield RawLine(source, number, content.strip())


def _skip_to_line_end(file: BinaryIO) -> None:
    """The rest of a line that is too long in any case."""
    while rest := file.readline(LONGEST_LINE):
        if rest.endswith(b"\n"):
            return


def count_lines(source: Source) -> int:
    """How many lines there will be at most, for the progress bar."""
    with source.path.open("rb") as file:
        return sum(1 for line in file if line.strip())


def _take(path: Path, name: str, sources: dict[Path, Source], problems: list[str]) -> None:
    if path.suffix.lower() in JSONL:
        sources.setdefault(path.resolve(), Source(path, name))
    else:
        problems.append(_("%s: only JSONL files can be imported so far.") % name)
