"""What people are told about consultations: that they are asked, that the time ends, what is to be answered and was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from workspace.facts import ConsultationDue, ConsultationEnded, ConsultationOpened, ContributionAnswered
from workspace.models import Consultation, Contribution
from workspace.policies.discussions import MEMBERS
from workspace.queries.consultation_people import silent_members, those_who_lead


def asked_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.consultation",
        gettext_lazy("Consultations in which all members are asked"),
        about=Consultation,
        facts=(ConsultationOpened, ConsultationDue),
        news=asked_news,
        sentence=_asked_sentence,
        in_mail=gettext_lazy("All members are asked in a consultation"),
        is_personal=True,
    )


def ended_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.consultation_ended",
        gettext_lazy("Consultations about your drafts that have ended"),
        about=Consultation,
        facts=(ConsultationEnded,),
        news=ended_news,
        sentence=_ended_sentence,
        in_mail=gettext_lazy("A consultation has ended and waits for answers"),
        is_personal=True,
    )


def answered_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.contribution_answered",
        gettext_lazy("Answers to what you said in consultations"),
        about=Consultation,
        facts=(ContributionAnswered,),
        news=answered_news,
        sentence=_answered_sentence,
        in_mail=gettext_lazy("What you said in a consultation was answered"),
        is_personal=True,
    )


def asked_news(fact: ConsultationOpened | ConsultationDue) -> Iterator[News]:
    """All members when it opens, and before the end those who said nothing yet; nobody once it has ended."""
    consultation = _consultation(fact.consultation_id)
    if not consultation.is_open:
        return
    if isinstance(fact, ConsultationOpened):
        yield _about(consultation, "opened", principals=frozenset({MEMBERS}), by=consultation.opened_by_id)
    elif people := silent_members(consultation):
        yield _about(consultation, "due", people=people, by=consultation.opened_by_id)


def ended_news(fact: ConsultationEnded) -> Iterator[News]:
    """Those who lead the draft; nobody where its group was closed, because nobody is there to answer."""
    consultation = _consultation(fact.consultation_id)
    draft = consultation.draft
    if draft.is_closed:
        return
    principals, people = those_who_lead(draft)
    count = consultation.contributions.filter(outcome="").count()
    yield _about(consultation, "ended", count=count, principals=principals, people=people, group=draft.group_id)


def answered_news(fact: ContributionAnswered) -> Iterator[News]:
    """Whoever said it, once, also where the group puts its answer otherwise later."""
    said = Contribution.objects.select_related("consultation__draft").get(pk=fact.contribution_id)
    yield News(
        about=said.consultation,
        url=f"{said.consultation.get_absolute_url()}#beitrag-{said.pk}",
        people=frozenset({said.author_id}),
        words={"title": said.consultation.title},
        key=f"contribution:{said.pk}:answered",
        by=said.answered_by_id,
    )


def _consultation(pk: int) -> Consultation:
    rows = Consultation.objects.select_related("draft__group", "draft__county", "draft__author")
    return rows.get(pk=pk)


def _about(consultation: Consultation, what: str, *, count: int = 0, **told: Any) -> News:
    return News(
        about=consultation,
        url=consultation.get_absolute_url(),
        words={"title": consultation.title, "what": what, "count": count},
        key=f"consultation:{consultation.pk}:{what}",
        **told,
    )


def _asked_sentence(words: Mapping[str, Any]) -> str:
    sentences = {
        "opened": _("All members are asked: what do you say to “%(title)s”?"),
        "due": _("The consultation about “%(title)s” ends within three days, and you have said nothing yet."),
    }
    return sentences[words["what"]] % words


def _ended_sentence(words: Mapping[str, Any]) -> str:
    if not words["count"]:
        return _("The consultation about “%(title)s” has ended. There is nothing to answer.") % words
    sentence = ngettext(
        "The consultation about “%(title)s” has ended: answer %(count)d contribution.",
        "The consultation about “%(title)s” has ended: answer %(count)d contributions.",
        words["count"],
    )
    return sentence % words


def _answered_sentence(words: Mapping[str, Any]) -> str:
    return _("What you said in the consultation about “%(title)s” was answered.") % words
