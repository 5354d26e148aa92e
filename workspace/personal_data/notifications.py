"""What notifications, and choices about them, say about a person."""

from __future__ import annotations

from cms.accounts.models import User
from workspace.models import Follow, MailState, Notification, NotificationChoice, TopicFollow
from workspace.queries.notifications import kinds


def hand_out(user: User) -> dict[str, object]:
    """What they were told and chose, what they follow, and whether mail reached them.

    Sentences are left out: they name things that the person may no longer see.
    """
    titles = {name: str(kind.title) for name, kind in kinds().items()}
    state = MailState.objects.filter(user=user).first()
    return {
        "notifications": [
            {**row, "kind": titles.get(row["kind"], row["kind"])}
            for row in Notification.objects.filter(recipient=user).values("kind", "created_at", "read_at", "mailed_at")
        ],
        "choices": [
            {
                "kind": titles.get(choice.kind, choice.kind),
                "group": choice.group.title if choice.group else None,
                "mail": choice.get_rhythm_display(),
            }
            for choice in NotificationChoice.objects.filter(user=user).select_related("group").order_by("pk")
        ],
        "followed_topics": list(TopicFollow.objects.filter(user=user).order_by("pk").values("topic__title", "since")),
        "follows": [
            {"kind": follow.kind, "id": follow.thing, "since": follow.since}
            for follow in Follow.objects.filter(user=user).order_by("pk")
        ],
        "mails_that_came_back": len(state.bounced) if state else 0,
        "mails_stopped_at": state.stopped_at if state else None,
    }


def erase(user: User) -> list[str]:
    """All of it goes, and nobody follows them any more."""
    for model in (NotificationChoice, MailState, TopicFollow, Follow):
        model.objects.filter(user=user).delete()
    Follow.objects.filter(person=user).delete()
    Notification.objects.filter(recipient=user).delete()
    return []
