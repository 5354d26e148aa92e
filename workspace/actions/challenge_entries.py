"""From a challenge to a draft entry: with the words of those who agreed, and of nobody else."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.actions.entries import create_entry
from cms.models import Entry, GoodPractice, Quotability
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from workspace.actions.discussions import note
from workspace.facts import QuoteAsked
from workspace.models import Challenge, Post, QuoteRequest


@transaction.atomic
def ask_for_quotes(challenge: Challenge, posts: Iterable[Post], *, actor: Actor) -> list[QuoteRequest]:
    """Whoever wrote these is asked with the exact words. Raises Invalid without a post that can be asked about."""
    challenge = _locked(challenge)
    require(actor, "make_entry", challenge)

    chosen = {post.pk for post in posts}
    free = Post.objects.filter(pk__in=chosen, discussion=challenge.discussion, deleted_at=None)
    free = free.exclude(pk__in=challenge.quote_requests.values("post"))
    if not chosen or len(free) < len(chosen):
        raise Invalid({"posts": [_("Choose at least one post whose author has not been asked about it yet.")]})
    asked = [
        QuoteRequest.objects.create(challenge=challenge, post=post, words=post.plain, asked_by=actor.user)
        for post in free
    ]
    for request in asked:
        announce(QuoteAsked(request.pk))
    note(challenge.discussion, "ask_for_quotes", actor)
    return asked


@transaction.atomic
def answer_quote_request(request: QuoteRequest, answer: str, *, actor: Actor) -> QuoteRequest:
    """With the county, without it, or not at all; whoever says no takes the words back. Raises Invalid."""
    challenge = _locked(request.challenge)
    request = QuoteRequest.objects.select_related("post").get(pk=request.pk)
    request.challenge = challenge
    require(actor, "answer", request)

    if answer not in Quotability.values:
        raise Invalid({"answer": [_("Choose one of the three.")]})
    request.answer, request.answered_at = answer, timezone.now()
    if answer == Quotability.NO:
        request.words = ""
    request.save(update_fields=["answer", "answered_at", "words"])
    return request


@transaction.atomic
def make_draft(challenge: Challenge, title: str, *, actor: Actor) -> Entry:
    """A draft good practice with the topics and the quotes agreed to. Raises Invalid without a title or a quote.

    The title is the editor's: that of the challenge belongs to whoever asked.
    """
    challenge = _locked(challenge)
    require(actor, "make_entry", challenge)

    title = " ".join(title.split())[:255]
    if not title:
        raise Invalid({"title": [_("Give the draft a title in your own words.")]})
    agreed = challenge.quote_requests.filter(answer__in=(Quotability.YES, Quotability.WITHOUT_COUNTY))
    quotes = [("quote", _quote(request)) for request in agreed.select_related("post__county")]
    if not quotes:
        raise Invalid({"title": [_("Nobody has agreed to be quoted yet.")]})
    entry = GoodPractice(title=title, approach=quotes)
    entry.topics = list(challenge.discussion.topics.all())
    create_entry(entry, actor=actor)
    challenge.entry = entry
    challenge.save(update_fields=["entry"])
    note(challenge.discussion, "make_entry", actor)
    return entry


def _quote(request: QuoteRequest) -> dict[str, object]:
    county = request.post.county if request.answer == Quotability.YES else None
    by = str(county) if county else _("A member of the forum")
    return {"text": request.words, "attribution": by, "consent": True}


def _locked(challenge: Challenge) -> Challenge:
    rows = Challenge.objects.select_for_update(of=("self",)).select_related("discussion", "entry")
    return rows.get(pk=challenge.pk)
