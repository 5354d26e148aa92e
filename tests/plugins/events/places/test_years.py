"""How many came in a year: kind by kind, county by county, the same for all members, and nobody's name."""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta

import pytest

from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.errors import Missing
from plugins.events.actions.events import cancel_event
from plugins.events.actions.keeping import erase_people_of
from plugins.events.actions.participants import set_attendance
from plugins.events.queries.attendance_years import year_of_events, years
from tests.clock import BERLIN
from tests.factories import make_group
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db

PAGE, FILE = "/termine/teilnahme/", "/termine/teilnahme.csv"


@pytest.fixture
def meetings(office, newcomer, clock):
    """Two network meetings and one by video in 2031; at the first two came from Auental, at the second one of two."""
    clock.set(2031, 1, 5, 12, 0)

    def held(month: int, kind: str = "network", **said):
        starts_at = datetime(2031, month, 10, 10, tzinfo=BERLIN)
        return make_event(
            kind=kind, title=f"Treffen {month}", starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), **said
        )

    first, second, third = held(2), held(3), held(4, "virtual", confidentiality="public")
    lines = {
        first: [newcomer(first, "anna"), newcomer(first, "bert")],
        second: [newcomer(second, "carla", "99002"), newcomer(second, "dora")],
        third: [newcomer(third, "emil", "99003")],
    }
    clock.set(2031, 6, 1, 12, 0)
    for one in [*lines[first], lines[second][0]]:
        set_attendance(one, True, actor=actor_for(office))
    return first, second, third


def counted(person, year: int = 2031):
    figures = year_of_events(actor_for(person), year)
    return [
        [(line.title, line.events, line.registered, line.came) for line in lines]
        for lines in (figures.kinds, figures.counties)
    ]


def test_it_is_counted_by_kind_and_by_county(meetings, member, office):
    kinds, counties = counted(member)
    assert [line[1:] for line in kinds] == [(2, 4, 3), (1, 1, 0)]
    assert counties == [
        ("Landkreis Auental", 2, 3, 2),
        ("Landkreis Bergheide", 1, 1, 1),
        ("Landkreis Dornfeld", 1, 1, 0),
    ]
    assert counted(office) == [kinds, counties]
    assert year_of_events(actor_for(member), 2031).county_count == 2


def test_when_the_list_of_people_is_erased_the_numbers_are_the_same(meetings, member):
    before = counted(member)
    erase_people_of(meetings[0])
    assert counted(member) == before


def test_what_is_to_come_cancelled_or_known_to_few_is_not_counted(meetings, member, coordinator, newcomer, clock):
    before = counted(member)
    clock.set(2031, 6, 1, 12, 0)
    make_event(title="Kommt noch")
    cancel_event(make_event(title="Abgesagt", days=1), "Kein Saal.", actor=SYSTEM)
    group = make_group("AG", coordinator=coordinator)
    for said in ({"confidentiality": "group", "group": group}, {"confidentiality": "persons"}):
        make_event(title="Unter uns", days=1, organiser=member, **said)
    clock.set(2031, 6, 10, 12, 0)
    assert counted(member) == before
    assert years(actor_for(member)) == [2031]


def test_the_page_names_counties_and_no_people(meetings, member, as_client):
    page = as_client(member).get(f"{PAGE}?year=2031").content.decode()
    assert "Landkreis Auental" in page and "Netzwerktreffen" in page
    assert not any(name in page for name in ("Anna", "Bert", "Carla"))
    assert "Aus zwei Landkreisen war jemand da." in page
    assert f'href="{FILE}?year=2031"' in page
    assert as_client(member).get(f"{PAGE}?year=unsinn").context["year"] == 2031
    for path in ("/termine/vorlauf/", "/termine/regeln/"):
        assert f'href="{PAGE}' in as_client(member).get(path).content.decode()


def test_a_year_without_events_says_so(member, as_client, clock):
    clock.set(2031, 1, 5, 12, 0)
    assert "Aus diesem Jahr ist noch kein Termin vorbei." in as_client(member).get(PAGE).content.decode()


def test_the_table_to_take_along_says_the_same(meetings, member, as_client):
    answer = as_client(member).get(f"{FILE}?year=2031")
    text = answer.content.decode()
    assert answer["Content-Type"] == "text/csv; charset=utf-8" and text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    kinds, counties = counted(member)
    assert [tuple(row[1:]) for row in rows[1:]] == [tuple(map(str, line)) for line in (*kinds, *counties)]


@pytest.mark.parametrize("reader", ["visitor", "guest", "former_member", "applicant", "editor"])
def test_to_others_it_is_not_there(reader, meetings, as_client, request):
    person = request.getfixturevalue(reader)
    for path in (PAGE, FILE):
        assert as_client(person).get(path).status_code == 404
    with pytest.raises(Missing):
        year_of_events(actor_for(person), 2031)


def test_an_event_of_that_name_gets_another_address(member):
    assert make_event(title="Teilnahme").slug != "teilnahme"


def test_many_events_cost_as_much_as_one(meetings, member, newcomer, django_assert_max_num_queries):
    actor = actor_for(member)
    with django_assert_max_num_queries(4):
        year_of_events(actor, 2031)
