"""Challenges as an actor finds and reads them, and what may answer one before it is put."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from cms.models import Topic
from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing
from search.engine import EngineUnavailable, Hit, SearchQuery
from search.finding import find
from workspace.models import Challenge, ChallengeRequest

logger = logging.getLogger(__name__)

LIKELY_ENTRIES, SIMILAR_CHALLENGES = 3, 2
HITS = 20
"""Enough to find two challenges among posts of one."""
LONGEST_QUESTION = 400


@dataclass(frozen=True)
class Likely:
    """What the asker may read and what may answer the question already."""

    entries: tuple[Hit, ...] = ()
    challenges: tuple[Hit, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.entries or self.challenges)


def challenges_for(actor: Actor, state: str = "") -> QuerySet[Challenge]:
    """All that the actor reads, newest first, each with its `state` and how many posts there are (`posts`)."""
    written = Q(discussion__posts__deleted_at=None)
    return (
        visible_to(actor, Challenge.objects.with_state(state))
        .select_related("discussion__author", "discussion__group", "entry")
        .prefetch_related("discussion__topics")
        .annotate(posts=Count("discussion__posts", filter=written))
        .order_by("-pk")
    )


def narrowed(
    challenges: QuerySet[Challenge], actor: Actor, *, topic: str = "", urgent: bool = False
) -> QuerySet[Challenge]:
    """Those on a topic that the actor sees, those that are urgent."""
    if topic:
        challenges = challenges.filter(discussion__topics__in=topics_of_challenges(actor).filter(slug=topic))
    return challenges.filter(urgent=True) if urgent else challenges


def requests_for(actor: Actor, challenge: Challenge) -> list[ChallengeRequest]:
    """Who was asked to look at it, as far as the actor learns that: the office of all, a member of themselves."""
    rows = ChallengeRequest.objects.filter(challenge=challenge).select_related("person").order_by("pk")
    return list(visible_to(actor, rows))


def request_for(actor: Actor, pk: int) -> ChallengeRequest:
    """One of these. Raises Missing where it is none of the actor's business."""
    found = visible_to(actor, ChallengeRequest.objects.filter(pk=pk)).select_related("challenge").first()
    if found is None:
        raise Missing
    return found


def silent_among(challenges: QuerySet[Challenge]) -> QuerySet[Challenge]:
    """Those that wait for an answer, and to which nobody has said anything for seven days."""
    return challenges.filter(pk__in=Challenge.objects.silent(timezone.now()).values("pk"))


def challenge_for(actor: Actor, pk: int) -> Challenge:
    """One challenge with its `state`. Raises Missing where the actor does not read it."""
    found = challenges_for(actor).filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def challenge_behind(actor: Actor, entry_id: int) -> Challenge | None:
    """The challenge that became this entry, where the actor reads it."""
    found = visible_to(actor, Challenge.objects.filter(entry=entry_id))
    return found.select_related("discussion").first()


def topics_of_challenges(actor: Actor) -> QuerySet[Topic]:
    """The topics that challenges are about, as far as the actor sees both."""
    challenges = visible_to(actor, Challenge.objects.all())
    topics = visible_to(actor, Topic.objects.order_by("title"))
    return topics.filter(pk__in=challenges.values("discussion__topics"))


def likely_answers(title: str, text: str, *, actor: Actor) -> Likely:
    """Entries and challenges that resemble the question. Without a search nothing is offered, and asking goes on."""
    question = f"{title} {text}"[:LONGEST_QUESTION]
    try:
        return Likely(
            _found(question, "entry", LIKELY_ENTRIES, actor), _found(question, "challenge", SIMILAR_CHALLENGES, actor)
        )
    except EngineUnavailable as error:
        logger.warning("Nothing is offered before a challenge is put, because the search is away: %s", error)
        return Likely()


def _found(question: str, kind: str, most: int, actor: Actor) -> tuple[Hit, ...]:
    """The best hits of one type, each page once."""
    result = find(SearchQuery(question, filters={"type": (kind,)}, limit=HITS), actor=actor)
    pages: dict[str, Hit] = {}
    for hit in result.hits:
        pages.setdefault(hit.url.partition("?")[0], hit)
    return tuple(pages.values())[:most]
