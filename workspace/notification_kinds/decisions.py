"""What people are told about decisions: that they are asked, that the time ends, what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from workspace.facts import DecisionCalled, DecisionDue, DecisionEnded
from workspace.models import Decision


def asked_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.decision",
        gettext_lazy("Decisions in which you are asked"),
        about=Decision,
        facts=(DecisionCalled, DecisionDue),
        news=asked_news,
        sentence=_asked_sentence,
        in_mail=gettext_lazy("You are asked in a decision"),
        is_personal=True,
    )


def ended_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.decided",
        gettext_lazy("What came of decisions in your groups"),
        about=Decision,
        facts=(DecisionEnded,),
        news=ended_news,
        sentence=_ended_sentence,
        in_mail=gettext_lazy("A decision has ended"),
    )


def asked_news(fact: DecisionCalled | DecisionDue) -> Iterator[News]:
    """Who is asked and has not answered; nobody once it has ended."""
    decision = _decision(fact.decision_id)
    silent = frozenset(voice.person_id for voice in decision.voices.all() if not voice.answer)
    if decision.is_open and silent:
        what = "called" if isinstance(fact, DecisionCalled) else "due"
        yield _about(decision, what, people=silent)


def ended_news(fact: DecisionEnded) -> Iterator[News]:
    """All whose draft it is."""
    decision = _decision(fact.decision_id)
    yield _about(decision, decision.outcome, principals=frozenset({decision.draft.principal}))


def _decision(pk: int) -> Decision:
    return Decision.objects.select_related("draft__group", "draft__county").prefetch_related("voices").get(pk=pk)


def _about(decision: Decision, what: str, **told: frozenset[Any]) -> News:
    return News(
        about=decision,
        url=decision.get_absolute_url(),
        words={"title": decision.draft.title, "what": what},
        key=f"decision:{decision.pk}:{what}",
        by=decision.called_by_id if what == "called" else None,
        group=decision.draft.group_id,
        **told,
    )


def _asked_sentence(words: Mapping[str, Any]) -> str:
    sentences = {
        "called": _("You are asked: is “%(title)s” your text as it stands?"),
        "due": _("The decision about “%(title)s” ends within a day, and you have not answered yet."),
    }
    return sentences[words["what"]] % words


def _ended_sentence(words: Mapping[str, Any]) -> str:
    sentences = {
        "adopted": _("“%(title)s” is adopted."),
        "not_adopted": _("“%(title)s” is not adopted; the text can be written on."),
        "called_off": _("The decision about “%(title)s” was called off; the text can be written on."),
    }
    return sentences[words["what"]] % words
