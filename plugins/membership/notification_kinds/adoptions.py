"""What people are told about adoptions: whoever answers for the entry of each, and the county once a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.queries.entries import fullest_layer
from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from plugins.membership.facts import AdoptionStepTaken, StillInUseAsked
from plugins.membership.models import Adoption, AdoptionState, AdoptionStep
from plugins.membership.queries.adoptions import whom_to_ask


def adoption_kind() -> NotificationKind:
    return NotificationKind(
        "membership.adoption",
        gettext_lazy("What other counties do with entries that you answer for"),
        about=Adoption,
        facts=(AdoptionStepTaken,),
        news=step_news,
        sentence=_step_sentence,
        in_mail=gettext_lazy("A county says what it does with an entry of yours"),
        rhythm="daily",
    )


def question_kind() -> NotificationKind:
    return NotificationKind(
        "membership.still_in_use",
        gettext_lazy("Once a year: whether your county still works with an entry"),
        about=Adoption,
        facts=(StillInUseAsked,),
        news=question_news,
        sentence=_question_sentence,
        in_mail=gettext_lazy("Does your county still work with an entry? One answer is enough"),
        is_personal=True,
    )


def step_news(fact: AdoptionStepTaken) -> Iterator[News]:
    """Whoever answers for the entry; where nobody does who may read it, the county that it comes from."""
    rows = AdoptionStep.objects.select_related("adoption__county", "adoption__entry__county")
    step = rows.filter(pk=fact.step_id).first()
    if step is None or (layer := fullest_layer(step.adoption.entry_id)) is None:
        return
    adoption = step.adoption
    people, principals = _who_answers_for_entry(adoption)
    yield News(
        about=adoption,
        url=adoption.get_absolute_url(),
        people=people,
        principals=principals,
        words={"title": layer.text.title, "county": adoption.county.full_name, "what": _what(step)},
        key=f"adoption-step:{step.pk}",
        by=fact.by_id,
    )


def question_news(fact: StillInUseAsked) -> Iterator[News]:
    """The contact, else the county, else the programme office, which looks for somebody."""
    adoption = Adoption.objects.select_related("county").filter(pk=fact.adoption_id, asked_at__isnull=False).first()
    if adoption is None or (layer := fullest_layer(adoption.entry_id)) is None:
        return
    people, principals = whom_to_ask(adoption)
    is_offices = "office" in principals
    yield News(
        about=adoption,
        url=adoption.get_absolute_url() if is_offices else f"{adoption.get_absolute_url()}stand/",
        people=people,
        principals=principals,
        words={
            "title": layer.text.title,
            "county": adoption.county.full_name,
            "whom": "office" if is_offices else "county",
        },
        key=f"still-in-use:{adoption.pk}:{fact.day}",
    )


def _who_answers_for_entry(adoption: Adoption) -> tuple[frozenset[int], frozenset[str]]:
    entry = adoption.entry
    if entry.responsible is not None and may(actor_for(entry.responsible), "see", adoption):
        return frozenset({entry.responsible.pk}), frozenset()
    return frozenset(), frozenset({f"county:{entry.county.key}"} if entry.county else ())


def _what(step: AdoptionStep) -> str:
    return "stays" if step.stays else str(step.state)


def _step_sentence(words: Mapping[str, Any]) -> str:
    sentences = {
        AdoptionState.TRIED: _("%(county)s is trying out “%(title)s”."),
        AdoptionState.ADAPTED: _("%(county)s has adapted “%(title)s” and works with it."),
        AdoptionState.ADOPTED: _("%(county)s has taken over “%(title)s”."),
        AdoptionState.DROPPED: _("%(county)s has stopped working with “%(title)s” and says why."),
        "stays": _("%(county)s still works with “%(title)s”."),
    }
    return sentences[words["what"]] % words


def _question_sentence(words: Mapping[str, Any]) -> str:
    sentences = {
        "county": _("A year has passed: does your county still work with “%(title)s”?"),
        "office": _("Nobody can say whether %(county)s still works with “%(title)s”: nobody holds its seat."),
    }
    return sentences[words["whom"]] % words
