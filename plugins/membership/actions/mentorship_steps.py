"""The steps of the path: marked by hand, skipped with a word, or ticked where the platform can tell."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Refused
from plugins.membership.models import MemberProfile, Mentorship, MentorshipStep, StepKind
from plugins.membership.states.mentorships import TOGETHER
from workspace.models import Admission, DiscussionReach, GroupMembership, GroupVisibility, Post


@transaction.atomic
def mark_step(step: MentorshipStep, *, actor: Actor) -> MentorshipStep:
    """One of the two says that it is done."""
    step = _open_step(step, actor)
    if step.kind == StepKind.EVALUATION:
        raise Refused(_("The evaluation is done once both have answered the questions."))
    step.done_at, step.marked_by = timezone.now(), actor.user
    step.save()
    return step


@transaction.atomic
def skip_step(step: MentorshipStep, word: str, *, actor: Actor) -> MentorshipStep:
    """One of the two leaves it out and says why in a word; both read it, and the office."""
    step = _open_step(step, actor)
    if not word.strip():
        raise Invalid({"word": [_("Please say in a word why you skip it.")]})
    step.skipped_at, step.marked_by, step.word = timezone.now(), actor.user, word.strip()
    step.save()
    return step


@transaction.atomic
def tick_steps() -> None:
    """What the platform can tell is done. Searches are stored for nobody: that step is marked by hand.

    Nothing is told that the mentor could not find out: only what all members can know of counts.
    """
    steps = MentorshipStep.objects.filter(done_at=None, skipped_at=None, mentorship__state__in=TOGETHER)
    for kind, who_did in TELLS.items():
        waiting = steps.filter(kind=kind)
        people = set(waiting.values_list("mentorship__mentee", flat=True))
        if people and (done := who_did(people)):
            waiting.filter(mentorship__mentee__in=done).update(done_at=timezone.now())


def _open_step(step: MentorshipStep, actor: Actor) -> MentorshipStep:
    Mentorship.objects.select_for_update().get(pk=step.mentorship_id)
    step = MentorshipStep.objects.select_related("mentorship").get(pk=step.pk)
    require(actor, "walk", step.mentorship)
    if not step.is_open:
        raise Refused(_("This step has been done or skipped in the meantime."))
    return step


def _filled_in(people: set[int]) -> set[int]:
    said = Q(topics__isnull=False) | ~Q(competences="")
    return set(MemberProfile.objects.filter(said, pk__in=people).values_list("pk", flat=True))


def _said_something(people: set[int]) -> set[int]:
    """A post that all members can read."""
    posts = Post.objects.filter(author__in=people, deleted_at=None, discussion__reach=DiscussionReach.MEMBERS)
    return set(posts.values_list("author", flat=True))


def _visited_a_group(people: set[int]) -> set[int]:
    """A place in a group that all members know of and whose members they see, or a request for one."""
    known = Q(group__visibility=GroupVisibility.MEMBERS)
    places = GroupMembership.objects.filter(known, user__in=people, group__shows_members=True)
    requests = Admission.objects.filter(known, person__in=people, kind="request")
    return set(places.values_list("user", flat=True)) | set(requests.values_list("person", flat=True))


def _asked_or_answered(people: set[int]) -> set[int]:
    """Put a challenge, or said something to one."""
    posts = Post.objects.filter(author__in=people, deleted_at=None, discussion__challenge__isnull=False)
    return set(posts.values_list("author", flat=True))


TELLS: dict[StepKind, Callable[[set[int]], set[int]]] = {
    StepKind.PROFILE: _filled_in,
    StepKind.REACTION: _said_something,
    StepKind.GROUP: _visited_a_group,
    StepKind.CHALLENGE: _asked_or_answered,
}
