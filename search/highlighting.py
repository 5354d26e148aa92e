"""The two lines under a hit: where in its text the words stand, marked, everything else escaped."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from itertools import islice

LENGTH = 240  # characters of a snippet
_LOOKED_AT = 6  # places of one word that are considered
_LEAD = 60  # characters shown before the first word found


class Marker:
    """Marks the forms of the searched words; made once for a search, used for each of its hits.

    `forms` maps every form, exactly as it stands in some text, to the term that it stands for. Plain searches for a
    string are several times quicker here than a regular expression.
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = tuple(forms.items())
        self._is_one_word = len(set(forms.values())) < 2

    def snippet(self, text: str) -> str:
        """About two lines of plain `text`, on one line, around the place where most of the words stand, as HTML."""
        start = _from_word(text, max(0, self._best_place(text) - _LEAD))
        end = _to_word(text, start + LENGTH)
        shown = self._marked(text, start, end)
        return f"{'… ' if start else ''}{shown}{' …' if end < len(text) else ''}"

    def mark(self, text: str) -> str:
        """The whole of `text` as HTML with its words marked."""
        return self._marked(text, 0, len(text))

    def _marked(self, text: str, start: int, end: int) -> str:
        pieces: list[str] = []
        done = start
        for begins, ends, _ in self._places(text, start, end):
            pieces += escape(text[done:begins]), "<mark>", escape(text[begins:ends]), "</mark>"
            done = ends
        pieces.append(escape(text[done:end]))
        return "".join(pieces)

    def _best_place(self, text: str) -> int:
        """Where a window begins that shows most of the different terms; the first such place."""
        places = self._places(text, 0, len(text), 1 if self._is_one_word else _LOOKED_AT)
        if self._is_one_word or not places:
            return places[0][0] if places else 0
        best_start, best_terms = 0, 0
        for first, (start, _, _) in enumerate(places):
            terms = set()
            for begins, _, term in islice(places, first, None):
                if begins > start + LENGTH - _LEAD:
                    break
                terms.add(term)
            if len(terms) > best_terms:
                best_start, best_terms = start, len(terms)
        return best_start

    def _places(self, text: str, start: int, end: int, most: int = LENGTH) -> list[tuple[int, int, str]]:
        """Beginning, end and term of the whole words that are looked for, in the order of the text."""
        places = []
        for form, term in self._forms:
            found, begins = 0, text.find(form, start, end)
            while begins >= 0 and found < most:
                ends = begins + len(form)
                if not text[begins - 1 : begins].isalnum() and not text[ends : ends + 1].isalnum():
                    places.append((begins, ends, term))
                    found += 1
                begins = text.find(form, ends, end)
        places.sort()
        return places


def _from_word(text: str, place: int) -> int:
    if place == 0:
        return 0
    blank = text.rfind(" ", 0, place)
    return blank + 1 if place - blank < _LEAD else place


def _to_word(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    blank = text.rfind(" ", place - _LEAD, place)
    return blank if blank > 0 else place
