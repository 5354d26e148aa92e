"""What a person said in date polls: handed out and erased."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.events.models import DatePoll, PollVoter


def hand_out(user: User) -> object:
    voters = PollVoter.objects.filter(person=user).select_related("poll").prefetch_related("votes__option")
    asked = [
        {
            "question": voter.poll.title,
            "answered_at": voter.answered_at.isoformat() if voter.answered_at else None,
            "answers": {vote.option.starts_at.isoformat(): vote.word for vote in voter.votes.all()},
        }
        for voter in voters.order_by("pk")
    ]
    return {"asked": asked, "own": list(DatePoll.objects.filter(created_by=user).values_list("title", flat=True))}


def erase(user: User) -> list[str]:
    """The person's lines go; the questions stay with the group."""
    PollVoter.objects.filter(person=user).delete()
    DatePoll.objects.filter(created_by=user).update(created_by=None)
    return []
