"""Which files an import reads, and their lines with their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from cms.importing.json_lines import LONGEST_LINE

JSONL = {".jsonl", ".ndjson"}
DOCUMENTS = {".docx", ".md", ".markdown", ".html", ".htm"}
PICTURES = {".gif", ".jpg", ".jpeg", ".png", ".webp"}
"""In a folder they belong to the documents that show them."""
LITTER = (".", "~$")
"""How names begin of files that systems and Word leave behind."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Source:
    """One file; `name` is how the report calls it."""

    path: Path
    name: str

    def __str__(self) -> str:
        return self.name

    @property
    def holds_lines(self) -> bool:
        return self.path.suffix.lower() in JSONL


@dataclass(frozen=True)
class RawLine:
    """A line as it stands in a file; numbers begin with 1."""

    source: Source
    number: int
    content: bytes

    def __str__(self) -> str:
        return _("%(file)s, line %(number)d") % {"file": self.source.name, "number": self.number}


@dataclass
class Found:
    """What lies under the paths of an import."""

    sources: list[Source] = field(default_factory=list)
    pictures: list[Source] = field(default_factory=list)
    """Of folders; some document should show them."""
    problems: list[str] = field(default_factory=list)
    """A sentence for each path that cannot be read."""


def find_sources(paths: Iterable[Path]) -> Found:
    """The files to read, each once."""
    found = Found()
    for path in paths:
        if path.is_dir():
            files = sorted(file for file in path.rglob("*") if not file.is_dir() and not file.name.startswith(LITTER))
            if not files:
                found.problems.append(_("%s: the folder is empty.") % path)
            for file in files:
                source = Source(file, file.relative_to(path).as_posix())
                if file.suffix.lower() in PICTURES and file.is_file():
                    found.pictures.append(source)
                else:
                    _take(source, found)
        else:
            _take(Source(path, path.name if path.exists() else str(path)), found)
    return found


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
    """How many lines or documents there will be at most, for the progress bar."""
    if not source.holds_lines:
        return 1
    with source.path.open("rb") as file:
        return sum(1 for line in file if line.strip())


def _take(source: Source, found: Found) -> None:
    """One file that cannot be read is named, and stops none of the others."""
    if not source.path.is_file():
        found.problems.append(_("%s: there is no such file.") % source.name)
    elif not _is_readable(source.path):
        found.problems.append(_("%s: this file cannot be read; perhaps you have no right to.") % source.name)
    elif source.path.suffix.lower() not in JSONL | DOCUMENTS:
        sentence = _("%s: only JSONL, Word (.docx), Markdown and HTML can be imported.")
        found.problems.append(sentence % source.name)
    elif source.path.resolve() not in {other.path.resolve() for other in found.sources}:
        found.sources.append(source)


def _is_readable(path: Path) -> bool:
    try:
        path.open("rb").close()
    except OSError:
        return False
    return True
