"""How a mentorship comes about and ends: the office asks, first the mentor answers, then the new member."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from plugins.api.access import SYSTEM, Actor, require
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from plugins.api.states import moved
from plugins.membership.actions.mentorship_steps import tick_steps
from plugins.membership.facts import MentorAgreed, MentorAsked, MentorshipBegun, MentorshipDeclined, MentorshipEnded
from plugins.membership.models import EndReason, MentorOffer, Mentorship, MentorshipStep, Seat, StepKind
from plugins.membership.policies.mentoring import NOT_NOW
from plugins.membership.queries.mentor_proposals import proposals_for
from plugins.membership.states.mentorships import OPEN, MentorshipMachine

LEAST_LEFT = timedelta(weeks=4)
"""A path that goes on with somebody else has at least so long to go."""
WHOLE = timedelta(weeks=12)


@transaction.atomic
def assign_mentor(mentor: User, mentee: User, *, actor: Actor) -> Mentorship:
    """Ask the mentor; the new member hears of it once the mentor agreed. Raises Invalid for whoever is not proposed."""
    MentorOffer.objects.select_for_update().filter(pk=mentor.pk).first()
    require(actor, "create", Mentorship)

    of_mentee = Mentorship.objects.filter(mentee=mentee)
    if of_mentee.filter(state__in=OPEN).exists():
        raise Invalid({"mentor": [_("This person has a mentor, or somebody is being asked.")]})
    if not Seat.objects.in_force().filter(person=mentee).exists():
        raise Invalid({"mentor": [_("This person holds no seat today.")]})
    if mentor.pk not in {one.person.pk for one in proposals_for(mentee, actor)}:
        raise Invalid({"mentor": [_("Choose one of the mentors who are proposed.")]})
    before = of_mentee.filter(state="ended").exclude(path_from=None).order_by("-pk").first()
    mentorship = Mentorship.objects.create(mentor=mentor, mentee=mentee, continues=before, assigned_by=actor.user)
    _log(mentorship, "assign_mentor", actor)
    announce(MentorAsked(mentorship.pk, actor.user.pk if actor.user else None))
    return mentorship


@transaction.atomic
def accept_mentorship(mentorship: Mentorship, *, actor: Actor) -> Mentorship:
    """The mentor agrees, and the new member is asked; the new member agrees, and the path begins."""
    mentorship = _locked(mentorship)
    require(actor, "accept", mentorship)

    if mentorship.state == "asked":
        mentorship.state = moved(MentorshipMachine, mentorship.state, "mentor_accepts", NOT_NOW)
        mentorship.agreed_at = timezone.now()
        mentorship.save()
        announce(MentorAgreed(mentorship.pk))
    else:
        mentorship.state = moved(MentorshipMachine, mentorship.state, "mentee_accepts", NOT_NOW)
        _begin(mentorship, timezone.localdate())
        announce(MentorshipBegun(mentorship.pk))
    _log(mentorship, "accept_mentorship", actor)
    return mentorship


@transaction.atomic
def decline_mentorship(mentorship: Mentorship, *, actor: Actor, reason: str = "") -> Mentorship:
    """It does not come about. The sentence, if there is one, is for the office alone."""
    mentorship = _locked(mentorship)
    require(actor, "decline", mentorship)

    event = "mentor_declines" if mentorship.state == "asked" else "mentee_declines"
    mentorship.state = moved(MentorshipMachine, mentorship.state, event, NOT_NOW)
    mentorship.declined_at, mentorship.declined_by = timezone.now(), actor.user
    mentorship.decline_reason = reason.strip()
    mentorship.save()
    _log(mentorship, "decline_mentorship", actor)
    announce(MentorshipDeclined(mentorship.pk))
    return mentorship


@transaction.atomic
def end_mentorship(mentorship: Mentorship, *, actor: Actor) -> Mentorship:
    """The office ends it; both read the same neutral sentence, whoever asked for it. Steps that are done stay so."""
    mentorship = _locked(mentorship)
    require(actor, "end", mentorship)
    reason = EndReason.OFFICE if mentorship.is_together else EndReason.WITHDRAWN
    return _end(mentorship, reason, actor, timezone.localdate())


@transaction.atomic
def end_with_seats(today: date | None = None) -> None:
    """Where the seat of one of the two has ended the mentorship ends, and the office hears of it."""
    day = today or timezone.localdate()
    seats = Seat.objects.in_force(day)
    without = ~Exists(seats.filter(person=OuterRef("mentor"))) | ~Exists(seats.filter(person=OuterRef("mentee")))
    closed = Q(mentor__is_active=False) | Q(mentee__is_active=False)
    for mentorship in Mentorship.objects.filter(without | closed, state__in=OPEN).select_for_update(of=("self",)):
        end_mentorship_for_leaving(mentorship, day)


def end_mentorship_for_leaving(mentorship: Mentorship, day: date) -> Mentorship:
    """One of the two leaves. `mentorship` is locked."""
    return _end(mentorship, EndReason.SEAT, SYSTEM, day)


def _end(mentorship: Mentorship, reason: EndReason, actor: Actor, day: date) -> Mentorship:
    mentorship.state = moved(MentorshipMachine, mentorship.state, "end", NOT_NOW)
    mentorship.ended_on, mentorship.end_reason = day, reason
    mentorship.save()
    mentorship.changes.filter(settled_at=None).update(settled_at=timezone.now())
    _log(mentorship, "end_mentorship", actor)
    announce(MentorshipEnded(mentorship.pk))
    return mentorship


def _begin(mentorship: Mentorship, day: date) -> None:
    """The steps get their dates; after a change of mentor the path goes on where it was."""
    mentorship.began_on = mentorship.path_from = day
    before = mentorship.continues
    if before is not None and before.path_from is not None and before.ended_on is not None:
        mentorship.path_from = day - min(before.ended_on - before.path_from, WHOLE - LEAST_LEFT)
    mentorship.save()
    gone = {step.kind: step for step in before.steps.all() if not step.is_open} if before else {}
    for kind in StepKind:
        kept = gone.get(kind)
        MentorshipStep.objects.create(
            mentorship=mentorship,
            kind=kind,
            due_on=mentorship.due_on(kind),
            done_at=kept.done_at if kept else None,
            marked_by=kept.marked_by if kept else None,
            skipped_at=kept.skipped_at if kept else None,
            word=kept.word if kept else "",
        )
    tick_steps()


def _locked(mentorship: Mentorship) -> Mentorship:
    return Mentorship.objects.select_for_update().get(pk=mentorship.pk)


def _log(mentorship: Mentorship, action: str, actor: Actor) -> None:
    log(mentorship, f"membership.{action}", user=actor.user, title=f"#{mentorship.pk}")
