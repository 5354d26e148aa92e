"""Putting a question of practice to all members, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from cms.models import Quotability, Topic
from plugins.api.access import Actor, require
from plugins.api.becoming import Origin, keep_origin
from plugins.api.outbox import announce
from workspace.actions.discussions import locked, note, start_discussion
from workspace.facts import ChallengePosted, DiscussionChanged
from workspace.models import Challenge, DiscussionReach


@transaction.atomic
def post_challenge(
    *,
    title: str,
    text: str,
    actor: Actor,
    topics: Iterable[Topic] = (),
    urgent: bool = False,
    quotable: str = Quotability.NO,
    is_formatted: bool = False,
    origin: Origin | None = None,
) -> Challenge:
    """Ask all members; `origin` is what the question grew out of. Raises Invalid without title or text."""
    require(actor, "create", Challenge)

    discussion = start_discussion(
        title=title,
        text=text,
        reach=DiscussionReach.MEMBERS,
        actor=actor,
        quotable=quotable,
        topics=topics,
        is_formatted=is_formatted,
    )
    challenge = Challenge.objects.create(discussion=discussion, urgent=urgent)
    keep_origin(origin, "challenge", challenge.pk, actor)
    announce(ChallengePosted(challenge.pk))
    return challenge


@transaction.atomic
def withdraw_challenge(challenge: Challenge, *, actor: Actor) -> Challenge:
    """The question is settled otherwise: everything stays readable, nobody answers any more."""
    discussion = locked(challenge.discussion)
    challenge = Challenge.objects.get(pk=challenge.pk)
    challenge.discussion = discussion
    require(actor, "withdraw", challenge)

    challenge.withdrawn_at = discussion.closed_at = timezone.now()
    challenge.save(update_fields=["withdrawn_at"])
    discussion.save(update_fields=["closed_at"])
    announce(DiscussionChanged(discussion.pk))
    note(discussion, "withdraw_challenge", actor)
    return challenge
