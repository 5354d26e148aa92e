"""What happens to events."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api.facts import AccessChanged, Fact


@dataclass(frozen=True)
class EventPublished(Fact):
    """Others than its organisers learn of it from now on."""

    event_id: int


@dataclass(frozen=True)
class EventChanged(Fact):
    """Something stands otherwise than before: `fields` are names of fields of `Event`."""

    event_id: int
    fields: tuple[str, ...]


@dataclass(frozen=True)
class EventCancelled(Fact):
    """It does not take place."""

    event_id: int


@dataclass(frozen=True)
class EventOver(Fact):
    """Its end has passed."""

    event_id: int


@dataclass(frozen=True)
class ParticipantsChanged(AccessChanged):
    """These people are invited to an event, or no longer: it may be something that only they know of."""

    event_id: int
    user_ids: tuple[int, ...]

    @property
    def people(self) -> tuple[int, ...]:
        return self.user_ids


@dataclass(frozen=True)
class DatesAsked(Fact):
    """People of a group are asked, or asked once more, when they can meet."""

    voter_ids: tuple[int, ...]


@dataclass(frozen=True)
class DateFixed(Fact):
    """One of the moments became an event."""

    poll_id: int


@dataclass(frozen=True)
class PlaceChanged(Fact):
    """Somebody has, waits for, was offered, or no longer has a place: `occasion` says which, by one of `Occasion`."""

    participant_id: int
    event_id: int
    occasion: str
    moment: str
    """ISO time, so that a second offer is another piece of news."""


@dataclass(frozen=True)
class ParticipantInvited(Fact):
    """Somebody was invited: one fact each, so that one mail that fails holds up no other."""

    participant_id: int


@dataclass(frozen=True)
class ParticipantReminded(Fact):
    """Somebody who has not answered is reminded."""

    participant_id: int


@dataclass(frozen=True)
class InvitationAnswered(Fact):
    """Somebody said yes or no."""

    participant_id: int


@dataclass(frozen=True)
class RegistrationLinkDue(Fact):
    """Somebody without an account wants to come, and has to confirm the address."""

    registration_id: int


@dataclass(frozen=True)
class LeadTimesDue(Fact):
    """A year is over, and how early invitations went out can be read."""

    report_id: int


@dataclass(frozen=True)
class ProposalMade(Fact):
    """Somebody proposed something for the programme."""

    proposal_id: int


@dataclass(frozen=True)
class ProposalDecided(Fact):
    """Organisers accepted a proposal for the programme or declined it."""

    proposal_id: int
    state: str
    moment: str
    """ISO time, so that an acceptance after a refusal is another piece of news."""
    by: int | None


@dataclass(frozen=True)
class SessionChanged(Fact):
    """A session is at another time, in another room, or cancelled: one fact for each person whom it concerns."""

    session_id: int
    participant_id: int
    """Who speaks in it or has it in their schedule: nobody else is told."""
    moment: str
    """ISO time, so that a second change is another piece of news."""
    by: int | None


@dataclass(frozen=True)
class AfterwardsChanged(Fact):
    """Something that stays of an event was added, changed, taken away, or became something else."""

    event_id: int


@dataclass(frozen=True)
class AfterwardsDue(Fact):
    """The week is over, and there are neither minutes nor results."""

    event_id: int
