"""What an applicant and her second reader meet: a finished view, so that no page can show what is inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.accounts.models import User
from plugins.api.access import Actor, may, visible_to
from plugins.membership.models import (
    SEATS_OF_A_COUNTY,
    Application,
    ApplicationDecision,
    ApplicationKey,
    ApplicationLetter,
    ApplicationOutcome,
    ApplicationPart,
    ApplicationQuestion,
    ReaderComment,
    SeatOffer,
)
from plugins.membership.models.applications import FIELDS
from plugins.membership.queries.applications import checked_by, decided_by, missing_fields

TO_OTHERS: Final = {"name": gettext_lazy("Name"), "function": gettext_lazy("Function")}


@dataclass(frozen=True)
class Line:
    """One field with its label, as it is read."""

    label: str
    value: str


@dataclass(frozen=True)
class Part:
    """One part of an application."""

    key: str
    title: str
    lines: Sequence[Line]
    missing: Sequence[str]
    """Labels of fields that are needed and empty."""
    is_empty: bool


@dataclass(frozen=True)
class Outside:
    """An application in the words for outside. Nothing else of it reaches the pages behind the links."""

    reference: str
    state: str
    word: str
    parts: Sequence[Part]
    letter: ApplicationLetter | None
    begun_at: datetime
    saved_at: datetime
    received_at: datetime | None
    ended_at: datetime | None
    checked_by: date
    decided_by: date
    answer_by: date | None
    question: ApplicationQuestion | None
    answered: Sequence[ApplicationQuestion]
    decision: ApplicationDecision | None
    is_emptied: bool

    @property
    def missing(self) -> list[str]:
        """What is still needed before it can be handed in."""
        return [label for part in self.parts for label in part.missing]


def outside(actor: Actor, application: Application) -> Outside:
    """The application as it looks from outside; a decision only once it was sent, questions only for the applicant."""
    is_applicant = actor.has(application.principal)
    questions = list(application.questions.all()) if is_applicant else []
    decision = ApplicationDecision.objects.filter(application=application).exclude(sent_at=None).first()
    shown = decision if is_applicant else None
    return Outside(
        reference=application.reference,
        state=outside_state(application),
        word=outside_word(application, shown),
        parts=parts_of(application, is_own=is_applicant),
        letter=letter_of(application),
        begun_at=application.begun_at,
        saved_at=application.saved_at,
        received_at=application.received_at,
        ended_at=application.ended_at,
        checked_by=checked_by(application),
        decided_by=decided_by(application),
        answer_by=application.next_step_by if application.state == "asked" else None,
        question=next((one for one in questions if one.answered_at is None), None),
        answered=[one for one in questions if one.answered_at],
        decision=shown,
        is_emptied=application.emptied_at is not None,
    )


def outside_state(application: Application) -> str:
    """Which page it is from outside: what happens inside looks like “received”."""
    return "received" if application.state in ("complete", "assessed", "decided") else application.state


def outside_word(application: Application, decision: ApplicationDecision | None = None) -> str:
    """Its state in a word; of what was accepted also whether there are conditions."""
    if decision is not None and decision.outcome == ApplicationOutcome.CONDITIONS:
        return str(ApplicationOutcome.CONDITIONS.label)
    return application.outside


def parts_of(application: Application, *, is_own: bool = False) -> list[Part]:
    """All parts with what is written in them, the letter last; `is_own` for whoever is “you” in its labels."""
    lacking = missing_fields(application)
    letter = letter_of(application)
    parts = []
    for key, names in FIELDS.items():
        lines = [Line(label_of(name, is_own=is_own), str(getattr(application, name) or "")) for name in names]
        is_empty = not (any(line.value for line in lines) or (key == ApplicationPart.LETTER and letter))
        missing = [label_of(name, is_own=is_own) for name in names if name in lacking]
        parts.append(Part(key, str(ApplicationPart(key).label), lines, missing, is_empty))
    return parts


def label_of(name: str, *, is_own: bool = True) -> str:
    """What a field is called, with a capital as it stands at the beginning of a line.

    The form asks the applicant for “your name”; to everybody else it is a name.
    """
    if not is_own and name in TO_OTHERS:
        return str(TO_OTHERS[name])
    label = str(Application._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    return label[:1].upper() + label[1:]


def letter_of(application: Application) -> ApplicationLetter | None:
    return ApplicationLetter.objects.filter(application=application).first()


def comments_for(actor: Actor, application: Application) -> list[ReaderComment]:
    """What the second reader said: hers and the applicant's to read, never the office's."""
    if actor.has(application.principal, application.reader_principal):
        return list(application.comments.all())
    return []


def readers_of(actor: Actor, application: Application) -> list[ApplicationKey]:
    """Whom the applicant invited to read along."""
    if not actor.has(application.principal):
        return []
    return list(application.keys.filter(is_reader=True))


def seats_for(actor: Actor, application: Application) -> list[SeatOffer]:
    """The seats of an accepted county, as far as they have been given: her own first."""
    if not may(actor, "give_seats", application):
        return []
    return list(visible_to(actor, application.seat_offers.all()))


def seats_left(application: Application) -> int:
    return max(0, SEATS_OF_A_COUNTY - application.seat_offers.count())


def has_account(email: str) -> bool:
    """Whether somebody with this address signs in already: then nobody makes a second account."""
    return User.objects.filter(email=User.objects.normalize_email(email)).exists()


def own_applications(user: User) -> list[Application]:
    """Applications under the person's address that can still be opened."""
    rows = Application.objects.filter(email__iexact=user.email, emptied_at=None)
    return list(rows.select_related("county").order_by("-pk"))


def own_offers(user: User) -> list[SeatOffer]:
    """Seats that are kept for the person."""
    rows = SeatOffer.objects.filter(email__iexact=user.email, taken_at=None, application__state="accepted")
    return list(rows.select_related("application__county"))


def has_own(actor: Actor) -> bool:
    """Whether “My county's application” has anything to show."""
    return actor.user is not None and bool(own_applications(actor.user) or own_offers(actor.user))


def words_of_outcome(decision: ApplicationDecision) -> str:
    """The first sentence that the applicant reads of a decision."""
    return {
        ApplicationOutcome.ACCEPTED: _("Your county is accepted as a member of the Forum."),
        ApplicationOutcome.CONDITIONS: _("Your county is accepted as a member of the Forum, with conditions."),
        ApplicationOutcome.DECLINED: _("Your county is not accepted as a member of the Forum."),
    }[ApplicationOutcome(decision.outcome)]
