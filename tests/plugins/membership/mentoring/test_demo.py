"""The demo world has a mentor with a place left, and a mentorship in its fourth week. Twice changes nothing."""

from __future__ import annotations

import pytest

from cms.demo.loading import load_demo_world
from plugins.membership.actions.mentorship_clock import follow_mentorships
from plugins.membership.demo import mentoring as demo
from plugins.membership.demo import seats as members
from plugins.membership.models import MentorOffer, Mentorship

pytestmark = pytest.mark.django_db


def test_one_mentorship_is_in_its_fourth_week(forum):
    load_demo_world()
    members.load()
    demo.load()
    demo.load()
    mentorship = Mentorship.objects.get()
    assert (mentorship.state, mentorship.week()) == ("running", 4)
    assert (mentorship.mentor.email, mentorship.mentee.email) == ("mentor@demo.example", "outsider@demo.example")
    assert MentorOffer.objects.get().capacity == 2
    assert {"call", "profile", "search"} <= {step.kind for step in mentorship.steps.all() if not step.is_open}
    follow_mentorships()
    assert Mentorship.objects.get().nudged_on is None
