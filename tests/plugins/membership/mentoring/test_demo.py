"""The demo world has a mentor with a place left, and a mentorship in its fourth week. Twice changes nothing."""

from __future__ import annotations

from cms.accounts.models import User
from cms.demo.loading import PASSWORD
from plugins.api.actors import actor_for
from plugins.membership.actions.mentorship_clock import follow_mentorships
from plugins.membership.demo import mentoring as demo
from plugins.membership.demo import seats as members
from plugins.membership.models import MentorOffer, Mentorship
from plugins.membership.queries.mentor_proposals import proposals_for


def test_one_mentorship_is_in_its_fourth_week(in_demo_world):
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


def test_the_office_finds_a_new_member_on_its_start_page_and_somebody_to_propose(in_demo_world, as_client):
    for load in (members.load, demo.load, demo.load_new_member, demo.load_new_member):
        load()
    new = User.objects.get(email="neu@demo.example")
    assert new.check_password(PASSWORD) and new.seats.get().is_in_force
    office = User.objects.get(email="office@demo.example")
    address = f"/mentoring/neu/?person={new.pk}"
    assert f'href="{address}"' in as_client(office).get("/start/").content.decode()
    assert "Jannis Kröger" in as_client(office).get(address).content.decode()
    proposed = [one.person.email for one in proposals_for(new, actor_for(office))]
    assert proposed == ["mentor@demo.example"]
