"""The demo world: of a meeting that was there are minutes, slides, a photo, and a result that became a challenge."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.events.demo import afterwards
from plugins.events.models import EventMaterial, Outcome
from plugins.membership.demo import seats
from workspace.models import Challenge


def test_a_member_reads_what_stays_and_twice_changes_nothing(in_demo_world, as_client):
    seats.load()
    for _again in range(2):
        afterwards.load()
    assert [one.kind for one in EventMaterial.objects.order_by("pk")] == ["minutes", "slides", "photo"]
    assert Outcome.objects.get().made == Challenge.objects.get().pk
    event = EventMaterial.objects.first().event
    browser = as_client(User.objects.get(email="member@demo.example"))
    page = browser.get(f"{event.get_absolute_url()}nachher/").content.decode()
    assert Challenge.objects.get().get_absolute_url() in page
    for material in event.eventmaterials.exclude(content=""):
        assert material.file_url in page and browser.get(material.file_url).status_code == 200
