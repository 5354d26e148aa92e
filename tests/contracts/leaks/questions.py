"""What is typed into the searches of the walk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from tests.contracts.leaks.planting import Garden, Secret

WITH_PEOPLE = re.compile(r"person|name|e-mail|telephone|function|experience|mandate|topic")
"""In which places what stands about people is planted."""
TYPED_TOGETHER = 4
"""Planted words in one question; there are hundreds, and each question is asked as every role."""


def begun(garden: Garden) -> list[str]:
    """Words that somebody begins to type: one of each place where texts stand."""
    places = ("title of", "summary of", "body of", "text inside", "name of a saved")
    return [secret.word for place, secret in garden.secrets.items() if place.startswith(places)]


def questions(garden: Garden, route: str) -> Iterator[str]:
    """What is typed into a search: every planted word, misspelt, or its beginning where suggestions are asked for.

    Words for the same readers are typed together, which finds whatever has one of them. The directory looks for people
    alone, so it is asked for the words that stand with people.
    """
    about_people = "mitglieder" in route
    planted = [secret for place, secret in garden.secrets.items() if not about_people or WITH_PEOPLE.search(place)]
    if not any(name in route for name in ("search", "suggest", "suche", "mitglieder")):
        return
    yield from ("", "Kurs", "Titel", "Titel Kurs", "ko", "*", '"Der Kurs"', "Landkreis")
    if "suggest" in route:
        yield from (secret.word[:5] for secret in _one_of_each_place(planted))
        return
    for words in _typed_together(planted):
        yield " ".join(words)
        if "search" in route:
            yield " ".join(word[:6] + word[7:] for word in words)


def _one_of_each_place(planted: list[Secret]) -> list[Secret]:
    """One for each kind of place (“title of …”, “summary of …”) with the same readers."""
    return list({(secret.place.split(" of ")[0], secret.readers): secret for secret in planted}.values())


def _typed_together(planted: list[Secret]) -> Iterator[list[str]]:
    for _readers, some in groupby(sorted(planted, key=lambda one: sorted(one.readers)), lambda one: one.readers):
        words = [secret.word for secret in some]
        yield from (words[start : start + TYPED_TOGETHER] for start in range(0, len(words), TYPED_TOGETHER))
