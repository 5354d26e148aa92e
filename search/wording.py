"""Which questions are kept when they were asked in vain, and what makes two of them one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.contrib.auth import get_user_model

from search.analysis import read_question
from search.analysis.folding import fold
from search.analysis.tokens import words_in

LONGEST_KEPT = 100  # characters; whoever writes more tells a story, and stories are about people
MOST_WORDS_KEPT = 12
MOST_SPELLINGS = 8

_CONTACT = re.compile(r"\S*@\S*|\+?\d(?:[\s./()-]*\d){5,}")
"""E-mail addresses, and six digits or more in a row: telephone numbers, file numbers, dates of birth."""


def meaning_of(text: str) -> str:
    """The terms of its telling words in alphabetical order: forms, order and stop words make no difference."""
    return " ".join(sorted({word.term.text for word in read_question(text).words}))[:400]


def may_be_kept(text: str) -> bool:
    """Short, made of words, and without anything by which somebody could be reached or looked up."""
    return len(text) <= LONGEST_KEPT and len(text.split()) <= MOST_WORDS_KEPT and not _CONTACT.search(text)


def without_contacts(text: str) -> str:
    """The text with addresses and numbers struck out."""
    return _CONTACT.sub("…", text)


def names_anybody(text: str) -> bool:
    """Whether the first and the last name of somebody who has an account stand in it."""
    people = get_user_model()._default_manager.exclude(last_name="").values_list("first_name", "last_name")
    return any(names(text, person) for person in people)


def names(text: str, person: Iterable[str]) -> bool:
    """Whether all of a person's names stand in the text, in whatever order and spelling."""
    written, parts = _words(text), [_words(name) for name in person]
    return all(part and part <= written for part in parts)


def _words(text: str) -> set[str]:
    return {fold(one.word) for one in words_in(text.replace("-", " "))}
