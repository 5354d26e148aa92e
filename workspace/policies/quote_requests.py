"""Who sees that somebody was asked whether they may be quoted."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.accounts.roles import OFFICE
from plugins.api.access import Actor, Decision, Policy, allowed, denied
from workspace.models import QuoteRequest


class QuoteRequestPolicy(Policy[QuoteRequest]):
    """It is between whoever wrote the words, whoever asks, and the programme office."""

    model = QuoteRequest
    closed_to_superusers = True

    def audience(self, request: QuoteRequest) -> frozenset[str]:
        asker = {f"user:{request.asked_by_id}"} if request.asked_by_id else set()
        return frozenset({f"user:{request.post.author_id}", OFFICE}) | asker

    def visible_to(self, actor: Actor, requests: QuerySet[QuoteRequest]) -> QuerySet[QuoteRequest]:
        if actor.has(OFFICE):
            return requests
        own = list(map(int, actor.keys("user")))
        return requests.filter(Q(post__author__in=own) | Q(asked_by__in=own))

    def answer(self, actor: Actor, request: QuoteRequest) -> Decision:
        if not actor.has(f"user:{request.post.author_id}"):
            return denied(_("Only whoever wrote the words says whether they may be quoted."))
        if request.challenge.entry_id:
            return denied(_("The draft is written already. Please tell the editors what you want changed."))
        return denied(_("You have answered already.")) if request.answer else allowed()
