"""As what a document could be filed: kind, topics and summary from its words. Proposals, which an editor checks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import Stemmer

from cms.models import GoodPractice, Topic

KIND_WORDS = {
    "concept": ("konzept",),
    "strategy": ("strategie", "strategisch"),
    "recommendation": ("empfehlung",),
    "offer": ("angebot",),
}
"""Beginnings of German words, wherever in a compound they stand."""
LONGEST_SUMMARY = 600
SHORTEST_PARAGRAPH = 60
"""In characters: what is shorter is an address, a date or a line of its own, and says little alone."""
OFTEN = 5
"""How many times a topic is named in a text that is about it without saying so in a heading."""
MOST_TOPICS = 4
SHORTEST_INSIDE = 6
"""A stem of so many letters counts within a compound too: `gesundheit` in `Kindergesundheit`."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_NOTE_MARK = re.compile(r"\s*\[\d{1,3}\]")
_SENTENCE_END = re.compile(r"[.!?…][”“\"')]?(?=\s)")
_FILLING = frozenset("und der die das für mit von auf dem den des ein eine zum zur bei".split())


def proposed_kind(title: str, headings: Sequence[str]) -> str:
    """What the title says; else what the first heading or two of the headings say; else a good practice.

    One heading alone is not enough: a report ends with “Empfehlungen” and is none.
    """
    if kind := next(_kinds_in(title), None):
        return kind
    named = [kind for heading in headings for kind in _kinds_in(heading)]
    if headings and (kind := next(_kinds_in(headings[0]), None)):
        return kind
    return next((kind for kind in named if named.count(kind) > 1), GoodPractice.kind)


def _kinds_in(text: str) -> Iterator[str]:
    low = text.casefold()
    places = [(low.find(word), kind) for kind, words in KIND_WORDS.items() for word in words if word in low]
    yield from (kind for _place, kind in sorted(places))


def proposed_topics(title: str, headings: Sequence[str], words: str) -> tuple[Topic, ...]:
    """Topics that title or headings name, then those that the text names often, the most often named first."""
    prominent = _stems_of(" ".join((title, *headings)))
    running = _stems_of(words)
    found = []
    for topic in Topic.objects.order_by("title"):
        stems = {_stem(word) for word in _words(topic.title)}
        in_view = bool(stems) and all(_count(stem, prominent) for stem in stems)
        times = min((_count(stem, running) for stem in stems), default=0)
        if in_view or times >= OFTEN:
            found.append((not in_view, -times, topic))
    return tuple(topic for _hidden, _times, topic in sorted(found, key=lambda item: item[:2])[:MOST_TOPICS])


def _count(stem: str, text: Sequence[str]) -> int:
    if len(stem) >= SHORTEST_INSIDE:
        return sum(stem in word for word in text)
    return sum(word == stem or (len(stem) > 3 and word.startswith(stem)) for word in text)


def _stems_of(text: str) -> list[str]:
    return [_stem(word) for word in _words(text)]


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in _FILLING]


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return str(Stemmer.Stemmer("german").stemWord(word))


def proposed_summary(paragraphs: Sequence[str]) -> str:
    """The first paragraph that says something, and those right behind it as long as they fit.

    Sentences come first; a line that ends without a full stop, such as who wrote it, only where there are none.
    """
    plain = [_NOTE_MARK.sub("", paragraph) for paragraph in paragraphs]
    long = [place for place, paragraph in enumerate(plain) if len(paragraph) >= SHORTEST_PARAGRAPH]
    start = next((place for place in long if _SENTENCE_END.search(f"{plain[place]} ")), next(iter(long), None))
    if start is None:
        return ""
    chosen = [_shortened(plain[start])]
    for paragraph in plain[start + 1 :]:
        if len(paragraph) < SHORTEST_PARAGRAPH or sum(map(len, chosen)) + len(paragraph) > LONGEST_SUMMARY:
            break
        chosen.append(paragraph)
    return "\n\n".join(chosen)


def _shortened(paragraph: str) -> str:
    """As many whole sentences as fit, at least the first words of the first."""
    if len(paragraph) <= LONGEST_SUMMARY:
        return paragraph
    ends = [found.end() for found in _SENTENCE_END.finditer(paragraph[: LONGEST_SUMMARY + 1])]
    if ends and ends[-1] >= SHORTEST_PARAGRAPH:
        return paragraph[: ends[-1]]
    return paragraph[: LONGEST_SUMMARY - 1].rsplit(" ", 1)[0] + "…"
