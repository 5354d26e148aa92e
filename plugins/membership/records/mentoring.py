"""What mentorships plug in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.membership.actions import mentorship_hand_over
from plugins.membership.actions.mentorship_clock import follow_mentorships
from plugins.membership.actions.mentorship_steps import tick_steps
from plugins.membership.actions.mentorships import end_with_seats
from plugins.membership.demo import mentoring as demo
from plugins.membership.facts import MemberChanged
from plugins.membership.models import ClosingAnswer, MentorChange, MentorOffer, Mentorship, MentorshipStep
from plugins.membership.notification_kinds import mentoring as kinds
from plugins.membership.personal_data import mentoring as personal_data
from plugins.membership.policies.mentor_offers import MentorOfferPolicy
from plugins.membership.policies.mentoring import ClosingAnswerPolicy, MentorChangePolicy, MentorshipPolicy
from plugins.membership.queries import mentoring as queries
from plugins.membership.queries.directory import has_profile
from plugins.membership.queries.mentoring_lines import own_lines
from workspace.facts import AdmissionAsked, ChallengePosted, DiscussionStarted, GroupMembersChanged, PostWritten


def mentoring_records() -> Iterator[Any]:
    for policy in (MentorOfferPolicy(), MentorshipPolicy(), MentorChangePolicy(), ClosingAnswerPolicy()):
        yield slots.PolicyRecord(policy)
    yield from _by_the_clock()
    yield from (kinds.asked_kind(), kinds.path_kind(), kinds.office_kind(), kinds.again_kind())
    yield slots.HandOver(
        "mentoring",
        _("Mentorships"),
        mentorship_hand_over.left_behind,
        mentorship_hand_over.pass_on,
        order=50,
    )
    yield slots.StartList("mentoring", _("Your mentorship"), own_lines, "/mentoring/", order=15)
    yield from _account_pages()
    yield slots.PersonalData(
        title=_("Mentoring"),
        models=(MentorOffer, Mentorship, MentorshipStep, MentorChange, ClosingAnswer),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "Whether you offer to be a mentor, and your mentorships with their dates and steps. The other one and the "
            "programme office see a mentorship; what you ask quietly and answer at the end reads only the office."
        ),
    )
    yield slots.DemoData(
        order=78,
        load=demo.load,
        to_try=(_("See a mentorship in its fourth week, as mentor or outsider: %(url)smentoring/"),),
    )
    yield slots.DemoData(
        order=79,
        load=demo.load_new_member,
        to_try=(_("As the office, assign a mentor to a new member, who signs in as neu@demo.example: %(url)sstart/"),),
    )


def _by_the_clock() -> Iterator[Any]:
    """Dates once a day; steps and seats as soon as something is known."""
    yield slots.TaskSchedule("membership.follow_mentorships", timedelta(days=1), follow_mentorships)
    yield slots.FactListener(
        "membership.mentoring_steps",
        (MemberChanged, PostWritten, DiscussionStarted, ChallengePosted, GroupMembersChanged, AdmissionAsked),
        lambda facts: tick_steps(),
    )
    yield slots.FactListener("membership.mentoring_seats", (MemberChanged,), lambda facts: end_with_seats())


def _account_pages() -> Iterator[Any]:
    yield slots.AccountPage(
        _("Be a mentor"),
        _("Accompany a new member through the first twelve weeks: how many, on which topics, from when."),
        "mentor_offer",
        order=8,
        icon="handshake",
        shown_to=lambda actor: actor.has("members") or queries.own_offer(actor) is not None,
    )
    yield slots.AccountPage(
        _("Mentorships"),
        _("Your mentorships; for the programme office those of all."),
        "mentoring",
        order=8,
        icon="users",
        shown_to=queries.has_mentorships,
    )
    yield slots.AccountPage(
        _("Who can see me"),
        _("Which roles and working groups see you, and what of you."),
        "who_sees_me",
        order=8,
        icon="lock",
        shown_to=has_profile,
    )
