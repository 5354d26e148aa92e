"""Four questions before anything becomes public: whoever releases answers them and signs with name and date.

What is kept are codes and notes; the words may change, a code keeps its meaning for ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.errors import Refused

Checklist = Mapping[str, Mapping[str, str]]
"""Question -> `answer` (a code of that question) and `note` (free text, may be empty)."""


@dataclass(frozen=True)
class Answer:
    """One way to answer; `obstacle` says why nothing becomes public with it, empty where it is no obstacle."""

    code: str
    text: str | Promise
    obstacle: str | Promise = ""


@dataclass(frozen=True)
class Question:
    code: str
    text: str | Promise
    answers: tuple[Answer, ...]

    def answer(self, code: str) -> Answer | None:
        return next((answer for answer in self.answers if answer.code == code), None)


@dataclass(frozen=True)
class Answered:
    """A question with its answer in words, as editors read it beside a release."""

    question: str
    answer: str
    note: str


QUESTIONS = (
    Question(
        "parties",
        gettext_lazy("Are political parties named or judged?"),
        (
            Answer("no", gettext_lazy("No")),
            Answer("neutral", gettext_lazy("They are named as a matter of fact, without a judgement")),
            Answer(
                "judged",
                gettext_lazy("Yes, with a judgement"),
                gettext_lazy("A text that judges parties cannot become public. Please have it changed first."),
            ),
        ),
    ),
    Question(
        "persons",
        gettext_lazy("Can persons be recognised?"),
        (
            Answer("no", gettext_lazy("No")),
            Answer("agreed", gettext_lazy("Yes, and they have agreed")),
            Answer(
                "not_agreed",
                gettext_lazy("Yes, and not all have agreed"),
                gettext_lazy("Persons who can be recognised have to agree first. Please ask them or change the text."),
            ),
        ),
    ),
    Question(
        "county",
        gettext_lazy("Does the county agree?"),
        (
            Answer("yes", gettext_lazy("Yes")),
            Answer("none", gettext_lazy("The entry is about no single county")),
            Answer(
                "not_yet",
                gettext_lazy("Not yet"),
                gettext_lazy("The county has to agree first. Please ask it and release the entry afterwards."),
            ),
        ),
    ),
    Question(
        "sources",
        gettext_lazy("Are the sources given?"),
        (
            Answer("yes", gettext_lazy("Yes")),
            Answer("none", gettext_lazy("It needs no sources")),
            Answer(
                "missing",
                gettext_lazy("No, some are missing"),
                gettext_lazy("Please have the missing sources added first, then release the entry."),
            ),
        ),
    ),
)


def insist_on_answers(checklist: Checklist | None) -> dict[str, dict[str, str]]:
    """The checklist as it is kept. Raises Refused for a missing answer and for one that stands in the way."""
    kept = {}
    for question in QUESTIONS:
        said = (checklist or {}).get(question.code, {})
        answer = question.answer(said.get("answer", ""))
        if answer is None:
            raise Refused(_("Please answer the question: %s") % question.text)
        if answer.obstacle:
            raise Refused(str(answer.obstacle))
        kept[question.code] = {"answer": answer.code, "note": said.get("note", "").strip()}
    return kept


def in_words(checklist: Checklist) -> list[Answered]:
    """What was answered, in the order of the questions; nothing for an import."""
    return [
        Answered(str(question.text), str(answer.text), said.get("note", ""))
        for question in QUESTIONS
        if (said := checklist.get(question.code)) and (answer := question.answer(said.get("answer", "")))
    ]
