"""What the text of an entry looks like to its readers: which sentences are hard, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cms.blocks.rendering import plain_text
from cms.layers import chapters_of, section_title
from cms.models import Entry
from cms.readability import Difficulty, HardSentence, difficulty, hard_sentences, known_after


@dataclass(frozen=True)
class HardSection:
    """A section in which something is hard to read, under its name."""

    title: str
    sentences: list[HardSentence]


@dataclass(frozen=True)
class ReadingHints:
    """Hints for whoever writes; they stand in nobody's way."""

    sections: list[HardSection]
    difficulty: Difficulty | None
    """None where the text is too short to be judged as a whole."""
    has_text: bool

    @property
    def count(self) -> int:
        """How many sentences are hard."""
        return sum(len(section.sentences) for section in self.sections)


def reading_hints(entry: Entry) -> ReadingHints:
    """Of this version of an entry, without what others said and without tables and captions, which are no sentences."""
    texts = list(_texts_of(entry))
    known: set[str] = set()
    sections = []
    for title, text in texts:
        sections.append(HardSection(title, hard_sentences(text, known=known)))
        known |= known_after(text)
    whole = "\n".join(text for _title, text in texts)
    return ReadingHints([section for section in sections if section.sentences], difficulty(whole), bool(whole.strip()))


def _texts_of(entry: Entry) -> Iterator[tuple[str, str]]:
    yield section_title(entry, "summary"), entry.summary
    for chapter in chapters_of(entry):
        title = section_title(entry, chapter.name)
        yield title, "\n".join(words for part in chapter.body for words in _words_of(part.block_type, part.value))


def _words_of(block_type: str, value: Any) -> Iterator[str]:
    match block_type:
        case "text":
            yield plain_text(value.source)
        case "callout":
            yield plain_text(value["text"].source)
        case "steps":
            yield from (plain_text(step["text"].source) for step in value["steps"])
