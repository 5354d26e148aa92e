"""People of the demo world follow topics. Twice changes nothing."""

from __future__ import annotations

from workspace.demo.following import load
from workspace.models import TopicFollow


def test_the_demo_people_follow_something(in_demo_world):
    load()
    assert TopicFollow.objects.filter(user__email="member@demo.example").count() == 2
    load()
    assert TopicFollow.objects.filter(user__email="member@demo.example").count() == 2
