"""Requests to quote, and the posts that somebody can still be asked about."""

from __future__ import annotations

from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing
from workspace.models import Challenge, Post, QuoteRequest
from workspace.queries.discussions import posts_for


def quote_requests_for(actor: Actor, challenge: Challenge) -> list[QuoteRequest]:
    """Those of a challenge, as far as the actor learns of them."""
    rows = QuoteRequest.objects.filter(challenge=challenge).select_related("post__author", "post__county")
    return list(visible_to(actor, rows))


def quote_request_for(actor: Actor, pk: int) -> QuoteRequest:
    """One request. Raises Missing where it is none of the actor's business."""
    rows = QuoteRequest.objects.select_related("challenge__discussion", "challenge__entry", "post__county")
    found = visible_to(actor, rows.filter(pk=pk)).first()
    if found is None:
        raise Missing
    return found


def posts_to_ask_about(actor: Actor, challenge: Challenge) -> list[Post]:
    """What the actor reads and nobody was asked about yet."""
    posts = posts_for(actor, challenge.discussion).filter(deleted_at=None)
    return list(posts.exclude(pk__in=QuoteRequest.objects.filter(challenge=challenge).values("post")))
