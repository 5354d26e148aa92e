"""What an event looks like in a calendar, read by icalendar and by ical.js alike."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.api.access import SYSTEM
from plugins.events.actions.events import cancel_event, change_event
from plugins.events.calendars.components import Told, calendar_of, part, vevents
from plugins.events.models import Participant
from tests.factories import join_group, make_group
from tests.factories.events import make_event
from tests.plugins.events.calendars.reading import both, read_by_icalendar, read_by_js

pytestmark = pytest.mark.django_db


def told(event) -> bytes:
    return calendar_of(vevents(event))


def test_it_says_when_where_and_where_to_read_on(node):
    event = make_event(
        title="Treffen, zweiter Teil; größer",
        summary="Wir sprechen über Fördermöglichkeiten.",
        agenda="10 Uhr Anfang\n12 Uhr Ende",
        place="Kreishaus",
        address="Am Markt 1, 99001 Auental",
    )
    found = both(node, told(event))
    assert len(found) == 1
    one = found[0]
    assert (one.uid, one.sequence, one.status) == (event.uid, 0, "CONFIRMED")
    assert one.summary == "Treffen, zweiter Teil; größer"
    assert one.location == "Kreishaus, Am Markt 1, 99001 Auental"
    page = f"http://127.0.0.1:8000{event.get_absolute_url()}"
    agenda = "10 Uhr Anfang\n12 Uhr Ende"
    assert one.description == f"Wir sprechen über Fördermöglichkeiten.\n\n{agenda}\n\n{page}"
    assert (one.url, one.zone) == (page, "Europe/Berlin")
    assert one.starts == event.starts_at.replace(microsecond=0) and one.ends == event.ends_at.replace(microsecond=0)


def test_what_is_by_video_leads_to_the_page_and_never_to_a_room(node):
    event = make_event(kind="virtual", form="virtual", place="")
    assert both(node, told(event))[0].location == f"http://127.0.0.1:8000{event.get_absolute_url()}"


@pytest.mark.parametrize(
    ("confidentiality", "visibility", "discreet"),
    [
        ("public", "members", False),
        ("members", "members", False),
        ("group", "members", False),
        ("group", "hidden", True),
        ("persons", "members", True),
    ],
)
def test_what_only_few_know_of_stands_in_a_calendar_without_its_words(
    confidentiality, visibility, discreet, coordinator, member, as_client, outsider, node
):
    group = make_group(coordinator=coordinator)
    group.visibility = visibility
    group.save()
    join_group(group, member)
    said = {"title": "Geheimes", "summary": "Worum es geht", "agenda": "Was wann", "group": group}
    event = make_event(confidentiality=confidentiality, organiser=member, **said)
    text = told(event).decode().replace("\r\n ", "")
    for word in ("Geheimes", "geheimes", "Worum", "Was wann"):
        assert (word in text) != discreet
    assert "Kreishaus Auental" in text
    path = both(node, told(event))[0].url.removeprefix("http://127.0.0.1:8000")
    page = as_client(member).get(path, follow=True)
    assert page.status_code == 200 and "Geheimes" in page.content.decode()
    if discreet:
        nonsense = as_client(outsider).get("/termine/kalender/5d1a4a08-7b3b-4c55-9a6e-0f2b6a4bd0aa/")
        assert as_client(outsider).get(path).status_code == nonsense.status_code == 404


def test_a_mail_names_its_reader_and_nobody_else(member, guest, node):
    event = make_event()
    mine = Participant.objects.create(event=event, person=member, answer="yes", place="taken")
    Participant.objects.create(event=event, person=guest, answer="yes", place="taken")
    text = part(event, "REQUEST", Told(3, timezone.now(), mine))
    plain = text.decode().replace("\r\n ", "")
    assert f"mailto:{member.email}" in plain and guest.email not in plain and str(guest) not in plain
    one = both(node, text)[0]
    assert (one.method, one.sequence, one.attendees) == ("REQUEST", 3, [f"mailto:{member.email}"])


def test_it_keeps_its_name_when_it_is_renamed_moved_and_cancelled_and_counts_up(node):
    event = make_event()
    seen = [both(node, told(event))[0]]
    event = change_event(event, {"title": "Anders"}, actor=SYSTEM)
    seen += [both(node, told(event))[0]]
    later = {"starts_at": event.starts_at + timedelta(days=1), "ends_at": event.ends_at + timedelta(days=1)}
    event = change_event(event, later, actor=SYSTEM)
    seen += [both(node, told(event))[0]]
    event = cancel_event(event, "Kein Saal.", actor=SYSTEM)
    seen += [both(node, told(event))[0]]
    assert {one.uid for one in seen} == {event.uid}
    assert [one.sequence for one in seen] == [0, 1, 2, 3]
    assert [one.status for one in seen] == ["CONFIRMED"] * 3 + ["CANCELLED"]


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs"), include_characters='äöüß,;:\\"„“\n'),
    min_size=1,
    max_size=300,
)


@given(words=st.lists(WORDS, min_size=3, max_size=3))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_word_comes_out_as_it_went_in(words):
    event = make_event(is_published=False)
    event.title, event.summary, event.place = words
    text = told(event)
    assert all(len(line) <= 75 for line in text.split(b"\r\n")) and b"\n" not in text.replace(b"\r\n", b"")
    one = read_by_icalendar(text)[0]
    assert one.summary == words[0].strip()
    assert one.description.startswith(words[1].strip()) or not words[1].strip()
    assert one.location == (words[2].strip() or one.url)


def test_words_with_every_mark_come_out_of_the_other_library_too(node):
    hard = 'Ä, ö; ü: „ß“ "zitiert" \\ zurück \\n kein Umbruch 🗓 ' * 4
    event = make_event(is_published=False)
    event.title, event.summary, event.place = hard, f"{hard}\nZweite Zeile", hard
    one = read_by_js(node, told(event))[0]
    assert one.summary == one.location == hard.strip()
    assert one.description.startswith(f"{hard}\nZweite Zeile")
