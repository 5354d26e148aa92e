"""What somebody was told, chose to be told, and follows."""

from __future__ import annotations

from django.utils import timezone

from cms.accounts.models import User
from cms.models import Entry, Topic
from workspace.models import Follow, MailState, Notification, NotificationChoice, TopicFollow, WorkingGroup


def tell(person: User, topic: Topic, entry: Entry, followed: User) -> None:
    """Read and unread, choices, a topic that is followed, mails that came back."""
    for number in (1, 2):
        Notification.objects.create(
            recipient=person,
            kind="workspace.topic",
            key=str(number),
            about_id=1,
            url="/",
            words={"title": topic.title},
            read_at=timezone.now() if number == 1 else None,
            rhythm="weekly",
        )
    NotificationChoice.objects.create(user=person, kind="workspace.topic", rhythm="daily")
    TopicFollow.objects.create(user=person, topic=topic)
    Follow.objects.create(user=person, entry=entry)
    Follow.objects.create(user=person, person=followed)
    Follow.objects.create(user=person, group=WorkingGroup.objects.order_by("pk").first())
    MailState.objects.create(user=person)
