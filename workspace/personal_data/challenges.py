"""What challenges say about a person. What was asked is a work: it stays, like all posts, under the county."""

from __future__ import annotations

from cms.accounts.models import User
from workspace.models import Challenge, ChallengeRequest, QuoteRequest


def hand_out(user: User) -> dict[str, object]:
    """Challenges that the person put, those that they were asked about, and those that they asked others about."""
    return {
        "put": list(
            Challenge.objects.filter(discussion__author=user)
            .order_by("pk")
            .values("discussion__title", "urgent", "withdrawn_at")
        ),
        "asked_about": list(
            ChallengeRequest.objects.filter(person=user)
            .order_by("pk")
            .values("challenge__discussion__title", "asked_at", "declined_at")
        ),
        "asked_to_be_quoted": list(
            QuoteRequest.objects.filter(post__author=user).order_by("pk").values("words", "answer", "answered_at")
        ),
        "asked_for_quotes": list(QuoteRequest.objects.filter(asked_by=user).order_by("pk").values("post", "asked_at")),
        "asked_others": list(
            ChallengeRequest.objects.filter(asked_by=user).order_by("pk").values("challenge", "asked_at")
        ),
    }


def erase(user: User) -> list[str]:
    """That the person was asked goes, and who asked; nothing of it stays."""
    ChallengeRequest.objects.filter(person=user).delete()
    ChallengeRequest.objects.filter(asked_by=user).update(asked_by=None)
    QuoteRequest.objects.filter(post__author=user).delete()
    QuoteRequest.objects.filter(asked_by=user).update(asked_by=None)
    return []
