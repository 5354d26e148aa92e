"""What visitors see of events: public ones, at once when something changes, and no more when they are over."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from cms.models import County
from plugins.api.access import SYSTEM
from plugins.events.actions.events import cancel_event, change_event, publish_event
from plugins.events.models import Event
from plugins.events.schedules import notice_ends
from plugins.events.times import when
from tests.clock import Clock
from tests.factories import make_county, make_entry, make_group, make_topic
from tests.factories.events import make_event
from tests.plugins.events.public.conftest import BERLIN
from tests.plugins.events.test_planning import PLAN

pytestmark = pytest.mark.django_db


def text(client, path="/termine/"):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_visitors_see_public_events_and_no_others(planned, group, as_client):
    planned("Offener Nachmittag")
    for number, confidentiality in enumerate(("members", "group", "persons")):
        planned(f"Verborgen {number}", confidentiality=confidentiality, group=group)
    planned("Noch geheim", is_published=False)
    page = text(as_client())
    assert "Offener Nachmittag" in page and "Verborgen" not in page and "Noch geheim" not in page
    for event in Event.objects.all():
        expected = 200 if event.title == "Offener Nachmittag" else 404
        assert as_client().get(event.get_absolute_url()).status_code == expected


def test_kept_pages_say_every_change_at_once(planned, as_client):
    event = planned("Noch geheim", is_published=False)
    assert "Noch geheim" not in text(as_client())
    publish_event(event, actor=SYSTEM)
    assert "Noch geheim" in text(as_client())
    change_event(event, {"title": "Nun bekannt"}, actor=SYSTEM)
    assert "Nun bekannt" in text(as_client()) and "Nun bekannt" in text(as_client(), event.get_absolute_url())
    topic = make_topic("Wohnen", is_open=True)
    change_event(event, {}, topics=[topic], actor=SYSTEM)
    assert "Wohnen" in text(as_client(), event.get_absolute_url())
    cancel_event(event, "Kein Saal.", actor=SYSTEM)
    assert "Kein Saal." in text(as_client(), event.get_absolute_url())
    assert "abgesagt" in text(as_client()).lower()


def test_what_is_over_leaves_kept_pages_by_the_clock(as_client, forum, monkeypatch):
    event = make_event(title="Bald vorbei", confidentiality="public", days=1, hours=2)
    assert "Bald vorbei" in text(as_client()) and "Bald vorbei" in text(as_client(), "/")
    clock = Clock(monkeypatch)
    clock.pass_by(days=1, hours=3)
    notice_ends()
    assert "Bald vorbei" not in text(as_client()) and "Bald vorbei" not in text(as_client(), "/")
    assert "Bald vorbei" in text(as_client(), "/termine/?when=past")
    assert as_client().get(event.get_absolute_url()).status_code == 200


def test_the_clock_does_nothing_twice_and_notices_what_was_moved(planned, forum, django_assert_num_queries):
    event = make_event(confidentiality="public")
    Event.objects.filter(pk=event.pk).update(
        starts_at=timezone.now() - timedelta(days=2), ends_at=timezone.now() - timedelta(days=1)
    )
    notice_ends()
    assert Event.objects.get().was_over
    with django_assert_num_queries(4):  # two of them for the savepoint
        notice_ends()
    moments = {"starts_at": timezone.now() + timedelta(days=1), "ends_at": timezone.now() + timedelta(days=2)}
    change_event(event, moments, actor=SYSTEM)
    notice_ends()
    assert not Event.objects.get().was_over


def test_names_of_groups_and_topics_stand_there_for_those_who_see_them(planned, member, as_client, coordinator):
    group = make_group("AG Verschwiegen", coordinator=coordinator)
    hidden, shown = make_topic("Geheimthema"), make_topic("Wohnen", is_open=True)
    make_entry(title="Nur für Mitglieder", topics=[hidden])
    event = planned(group=group, topics=[hidden, shown])
    visitors, members = (text(as_client(who), event.get_absolute_url()) for who in (None, member))
    assert "Wohnen" in visitors and "Wohnen" in members
    for name in ("AG Verschwiegen", "Geheimthema"):
        assert name not in visitors and name in members
    assert "Geheimthema" not in text(as_client()) and "AG Verschwiegen" not in text(as_client())


def test_the_list_is_narrowed_by_topic_and_kind(planned, as_client):
    topic = make_topic("Wohnen", is_open=True)
    planned("Über Wohnungen", topics=[topic])
    planned("Über anderes", kind="network")
    page = text(as_client(), f"/termine/?topic={topic.slug}")
    assert "Über Wohnungen" in page and "Über anderes" not in page
    page = text(as_client(), "/termine/?kind=network")
    assert "Über anderes" in page and "Über Wohnungen" not in page
    page = text(as_client(), "/termine/?topic=gibt-es-nicht")
    assert "Über Wohnungen" not in page and "Über anderes" not in page


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [
        ((14, 10, 0), (14, 12, 0), "14. März 2031, 10 bis 12 Uhr"),
        ((14, 9, 30), (14, 16, 5), "14. März 2031, 9.30 bis 16.05 Uhr"),
        ((14, 10, 0), (15, 16, 0), "14. März 2031, 10 Uhr, bis 15. März 2031, 16 Uhr"),
    ],
)
def test_times_read_as_people_say_them(begins, ends, words):
    assert when(*(datetime(2031, 3, *moment, tzinfo=BERLIN) for moment in (begins, ends))) == words


def test_the_map_and_the_list_beside_it_say_where_something_is_planned(planned, member, as_client):
    auental, bergheide = make_county("99001"), make_county("99002")
    County.objects.filter(key__in=("99001", "99002")).update(latitude=50.5, longitude=10)
    planned("Offen in Auental", county=auental)
    planned("Noch einer", county=auental, day=15)
    planned("Für Mitglieder", county=bergheide, confidentiality="members")
    cancel_event(planned("Fällt aus", county=bergheide), "Kein Saal.", actor=SYSTEM)
    visitors, members = (text(as_client(who), "/termine/karte/") for who in (None, member))
    assert 'href="#landkreis-99001"' in visitors and 'id="landkreis-99001"' in visitors
    assert "Offen in Auental" in visitors and "Noch einer" in visitors
    assert "Bergheide" not in visitors and "Für Mitglieder" not in visitors and "Fällt aus" not in visitors
    assert "Für Mitglieder" in members and 'id="landkreis-99002"' in members


def test_without_places_the_map_page_says_so(forum, as_client):
    assert "/termine/" in text(as_client(), "/termine/karte/") and "county-map" not in text(
        as_client(), "/termine/karte/"
    )


def test_the_organiser_says_in_which_county_and_a_video_has_none(office, as_client):
    county = make_county("99001")
    browser = as_client(office)
    browser.post("/termine/neu/", {**PLAN, "county": county.pk})
    event = Event.objects.get()
    assert event.county == county
    assert "Auental" in text(browser, event.get_absolute_url())
    change_event(event, {"form": "virtual"}, actor=SYSTEM)
    assert Event.objects.get().county is None


def test_forty_events_come_in_pages_in_as_many_queries_as_few(planned, as_client, django_assert_max_num_queries):
    for number in range(40):
        planned(f"Termin {number:02} {'mit sehr langem Titel ' * 5}"[:160], day=1 + number // 2)
    with django_assert_max_num_queries(16):
        page = text(as_client())
    assert page.count('class="line"') == 20 and "Termin 39" not in page
    assert "Termin 39" in text(as_client(), "/termine/?page=2")
