"""What the people of the demo world follow, so that they meet something on their first screen."""

from __future__ import annotations

from django.db import transaction

from cms.accounts.models import User
from cms.models import Projection, Topic
from workspace.models import Follow, TopicFollow, WorkingGroup

TOPICS = {"member": ("wohnen", "sprache"), "coordinator": ("wohnen",), "mentor": ("bildung",), "outsider": ("sprache",)}
ENTRY, GROUP = "sprachkurse-ohne-bus", "ag-wohnen"


@transaction.atomic
def load() -> None:
    """Only while nobody follows anything."""
    if TopicFollow.objects.exists() or Follow.objects.exists():
        return
    people = {name: User.objects.filter(email=f"{name}@demo.example").first() for name in TOPICS}
    for name, person in people.items():
        for topic in Topic.objects.filter(slug__in=TOPICS[name]):
            if person is not None:
                TopicFollow.objects.create(user=person, topic=topic)
    member, outsider, mentor = people["member"], people["outsider"], people["mentor"]
    entry = Projection.objects.filter(slug=ENTRY, superseded=False).first()
    group = WorkingGroup.objects.filter(slug=GROUP).first()
    if member is not None and entry is not None:
        Follow.objects.create(user=member, entry_id=entry.entry_id)
    if member is not None and mentor is not None:
        Follow.objects.create(user=member, person=mentor)
    if outsider is not None and group is not None:
        Follow.objects.create(user=outsider, group=group)
