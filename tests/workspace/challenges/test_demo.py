"""The demo world asks: one open, one answered, one that was silent for nine days. Twice changes nothing."""

from __future__ import annotations

from django.utils import timezone

from tests.factories import seat_demo_people
from workspace.demo import challenges
from workspace.models import Challenge


def test_three_challenges_are_put_once(in_demo_world):
    seat_demo_people()
    challenges.load()
    challenges.load()
    states = Challenge.objects.with_state().order_by("pk").values_list("state", "urgent")
    assert list(states) == [("open", False), ("answered", False), ("open", True)]
    silent = Challenge.objects.silent(timezone.now()).get()
    assert (timezone.now() - silent.discussion.last_post_at).days == 9
    assert all(challenge.discussion.topics.count() == 1 for challenge in Challenge.objects.all())
