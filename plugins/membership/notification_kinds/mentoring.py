"""What is told about mentorships. Mails say that there is something to read, and name nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import NotificationKind
from plugins.api.facts import Fact
from plugins.api.notifying import News
from plugins.membership.facts import (
    ChangeOfMentorAsked,
    EvaluationDue,
    MentorAgreed,
    MentorAsked,
    MentorshipBegun,
    MentorshipDeclined,
    MentorshipEnded,
    MentorshipSilent,
    MentorshipStillSilent,
    MentorWantedAgain,
)
from plugins.membership.models import ClosingAnswer, EndReason, MentorChange, Mentorship
from plugins.membership.policies.office import OFFICE


def asked_kind() -> NotificationKind:
    return NotificationKind(
        "membership.mentoring_asked",
        gettext_lazy("Whether you agree to a mentorship"),
        about=Mentorship,
        facts=(MentorAsked, MentorAgreed),
        news=asked_news,
        sentence=_asked_sentence,
        in_mail=gettext_lazy("The programme office asks you about a mentorship"),
        is_personal=True,
    )


def path_kind() -> NotificationKind:
    return NotificationKind(
        "membership.mentoring_path",
        gettext_lazy("What happens in your mentorship"),
        about=Mentorship,
        facts=(MentorshipBegun, MentorshipDeclined, MentorshipSilent, EvaluationDue, MentorshipEnded),
        news=path_news,
        sentence=_path_sentence,
        in_mail=gettext_lazy("There is something new in your mentorship"),
        is_personal=True,
    )


def office_kind() -> NotificationKind:
    return NotificationKind(
        "membership.mentoring_office",
        gettext_lazy("Mentorships that need the programme office"),
        about=Mentorship,
        facts=(MentorshipDeclined, MentorshipStillSilent, MentorshipEnded, ChangeOfMentorAsked),
        news=office_news,
        sentence=_office_sentence,
        in_mail=gettext_lazy("A mentorship needs the programme office"),
        rhythm="daily",
    )


def again_kind() -> NotificationKind:
    return NotificationKind(
        "membership.mentor_again",
        gettext_lazy("Whether you would be a mentor now"),
        about=ClosingAnswer,
        facts=(MentorWantedAgain,),
        news=again_news,
        sentence=lambda words: _("A year ago you had a mentor yourself. Would you be one now?"),
        in_mail=gettext_lazy("The programme office asks whether you would be a mentor now"),
        is_personal=True,
    )


def asked_news(fact: MentorAsked | MentorAgreed) -> Iterator[News]:
    """First the mentor, then the new member."""
    row = _row(fact.mentorship_id)
    if isinstance(fact, MentorAsked):
        yield _about(row, "asked", {row.mentor_id}, words={"what": "mentor", "name": str(row.mentee)}, by=fact.by_id)
    else:
        yield _about(row, "agreed", {row.mentee_id}, words={"what": "mentee", "name": str(row.mentor)})


def path_news(fact: Any) -> Iterator[News]:
    """To the two of them; of a no of the new member only the mentor hears, and of a mentor's no neither."""
    row = _row(fact.mentorship_id)
    both = set(row.people) if row.agreed_at else {row.mentor_id}
    match fact:
        case MentorshipBegun():
            yield _about(row, "begun", both, words={"what": "begun"})
        case MentorshipDeclined() if row.agreed_at:
            yield _about(row, "declined", {row.mentor_id}, words={"what": "declined"})
        case MentorshipSilent():
            yield _about(row, "nudge", {row.mentor_id}, words={"what": "nudge", "name": str(row.mentee)})
        case EvaluationDue():
            yield _about(row, "evaluation", both, words={"what": "evaluation"})
        case MentorshipEnded():
            yield _about(row, "ended", both, words={"what": "ended"})


def office_news(fact: Any) -> Iterator[News]:
    """What the office has to act on; what it did itself it knows."""
    what = _for_office(fact)
    if what is None:
        return
    number = MentorChange.objects.get(pk=fact.change_id).mentorship_id if what == "change" else fact.mentorship_id
    row, key = _row(number), f"{what}:{fact.change_id}" if what == "change" else what
    words = {"what": what, "mentor": str(row.mentor), "mentee": str(row.mentee)}
    yield _about(row, f"office:{key}", principals=frozenset({OFFICE}), words=words)


def again_news(fact: MentorWantedAgain) -> Iterator[News]:
    answer = ClosingAnswer.objects.get(pk=fact.answer_id)
    yield News(about=answer, url="/mentoring/angebot/", people=frozenset({answer.person_id}))


def _for_office(fact: Fact) -> str | None:
    match fact:
        case MentorshipDeclined():
            return "declined"
        case MentorshipStillSilent():
            return "silent"
        case ChangeOfMentorAsked():
            return "change"
        case MentorshipEnded() if _row(fact.mentorship_id).end_reason == EndReason.SEAT:
            return "seat"
    return None


def _row(number: int) -> Mentorship:
    return Mentorship.objects.select_related("mentor", "mentee").get(pk=number)


def _about(row: Mentorship, moment: str, people: set[int] | None = None, **more: Any) -> News:
    """Each moment of one mentorship is told once."""
    return News(
        about=row,
        url=row.get_absolute_url(),
        people=frozenset(people or ()),
        key=f"mentorship:{row.pk}:{moment}",
        **more,
    )


def _asked_sentence(words: Mapping[str, Any]) -> str:
    if words["what"] == "mentor":
        return _("Would you accompany %(name)s through the first twelve weeks?") % words
    return _("%(name)s would be your mentor. Do you agree?") % words


def _path_sentence(words: Mapping[str, Any]) -> str:
    return {
        "begun": _("Both have agreed: your mentorship has begun."),
        "declined": _("The mentorship that you were asked about does not come about."),
        "nudge": _("Have you talked with %(name)s yet? Nothing has been noted in your mentorship so far."),
        "evaluation": _("Twelve weeks are nearly over: three questions about your mentorship."),
        "ended": _("The mentorship has ended. The programme office gets in touch when it goes on."),
    }[words["what"]] % words


def _office_sentence(words: Mapping[str, Any]) -> str:
    return {
        "declined": _("The mentorship of %(mentor)s and %(mentee)s does not come about."),
        "silent": _("In the fifth week nothing has been noted in the mentorship of %(mentor)s and %(mentee)s."),
        "change": _("Somebody else is asked for in the mentorship of %(mentor)s and %(mentee)s."),
        "seat": _("A seat has ended, and with it the mentorship of %(mentor)s and %(mentee)s."),
    }[words["what"]] % words
