"""What repeats itself: at the same time of day in summer and winter, with dates that are moved or cancelled alone."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone

from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.events.actions.events import change_event
from plugins.events.actions.occurrences import cancel_occurrence, move_occurrence
from plugins.events.calendars.components import calendar_of, vevents
from plugins.events.models import Event
from tests.clock import BERLIN, Clock
from tests.factories import join_group, make_group
from tests.factories.events import make_event
from tests.plugins.events.calendars.reading import dates_by_icalendar, dates_by_js, dates_in, queries

pytestmark = pytest.mark.django_db

PLAN = {
    "kind": "virtual",
    "title": "Runde",
    "summary": "Wir sprechen.",
    "start_day": "2031-03-06",
    "start_time": "10:00",
    "end_time": "11:30",
    "form": "virtual",
    "confidentiality": "members",
}


def series(recurrence, *first: int, until: date, **said) -> Event:
    starts_at = datetime(*first, tzinfo=BERLIN)
    moments = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=2)}
    return make_event(recurrence=recurrence, repeats_until=until, **moments, **said)


def as_told(event) -> bytes:
    return calendar_of(vevents(Event.objects.get(pk=event.pk)))


def stored(event):
    return sorted(
        (one.starts_at.astimezone(UTC), one.ends_at.astimezone(UTC))
        for one in event.occurrences.filter(cancelled_at=None)
    )


@pytest.mark.parametrize("month", [3, 10])
@pytest.mark.parametrize("recurrence", ["weekly", "fortnightly", "four_weekly", "monthly"])
def test_ten_o_clock_stays_ten_o_clock_when_the_clocks_change(month, recurrence, node):
    event = series(recurrence, 2031, month, 6, 10, 0, until=date(2031, month + 2, 20))
    dates = stored(event)
    assert len(dates) > 1 and dates == dates_in(node, as_told(event))
    assert {begins.astimezone(BERLIN).time() for begins, _ends in dates} == {time(10)}
    assert {ends.astimezone(BERLIN).time() for _begins, ends in dates} == {time(12)}
    assert len({begins.time() for begins, _ends in dates}) == 2  # of the world's time there are two


def test_any_series_means_the_same_dates_to_us_and_to_both_libraries(node):
    chance = random.Random(17)
    events = []
    for _number in range(30):
        first = date(2031, 1, 1) + timedelta(days=chance.randrange(400))
        at = time(chance.choice([0, 1, 4, 9, 12, 18, 23]), chance.choice([0, 15, 30]))
        begins = datetime.combine(first, at, BERLIN)
        until = first + timedelta(days=chance.randrange(35, 400))
        rule = chance.choice(["weekly", "fortnightly", "four_weekly", "monthly"])
        said = {"starts_at": begins, "ends_at": begins + timedelta(minutes=chance.choice([30, 90, 600]))}
        event = make_event(recurrence=rule, repeats_until=until, is_published=False, **said)
        for one in chance.sample(list(event.occurrences.all()), 1):
            cancel_occurrence(one, actor=SYSTEM)
        events.append(event)
    texts = [as_told(event) for event in events]
    ours = [stored(event) for event in events]
    assert ours == [dates_by_icalendar(text) for text in texts]
    assert ours == dates_by_js(node, texts)


def test_a_series_whose_first_date_is_cancelled_goes_on(node):
    event = series("weekly", 2031, 3, 6, 10, 0, until=date(2031, 3, 27))
    cancel_occurrence(event.occurrences.first(), actor=SYSTEM)
    assert len(dates_in(node, as_told(event))) == 3 and dates_in(node, as_told(event)) == stored(event)


def test_monthly_means_the_same_weekday_and_the_fifth_the_last():
    second = series("monthly", 2031, 1, 14, 10, 0, until=date(2031, 4, 30))
    assert [one.starts_at.astimezone(BERLIN).date().isoformat() for one in second.occurrences.all()] == [
        *("2031-01-14", "2031-02-11", "2031-03-11", "2031-04-08")
    ]
    last = series("monthly", 2031, 1, 30, 10, 0, until=date(2031, 4, 30))
    assert [one.starts_at.astimezone(BERLIN).date().isoformat() for one in last.occurrences.all()] == [
        *("2031-01-30", "2031-02-27", "2031-03-27", "2031-04-24")
    ]


def test_the_last_day_counts_and_what_ends_on_the_next_day_too():
    event = series("weekly", 2031, 5, 1, 23, 0, until=date(2031, 5, 15))
    assert len(stored(event)) == 3


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"recurrence": "weekly"}, "repeats_until"),
        ({"recurrence": "weekly", "repeats_until": "2031-03-06"}, "repeats_until"),
        ({"recurrence": "weekly", "repeats_until": "2040-03-06"}, "repeats_until"),
        ({"recurrence": "daily", "repeats_until": "2031-05-06"}, "recurrence"),
    ],
)
def test_a_rule_without_an_end_is_said_at_its_field(wrong, field, office, as_client):
    page = as_client(office).post("/termine/neu/", {**PLAN, **wrong})
    assert list(page.context["form"].errors) == [field] and not Event.objects.exists()


def test_the_office_plans_a_series_and_its_page_names_the_next_dates(office, member, as_client):
    said = {**PLAN, "recurrence": "fortnightly", "repeats_until": "2031-05-01"}
    page = as_client(office).post("/termine/neu/", said, follow=True)
    event = Event.objects.get()
    assert page.redirect_chain and len(stored(event)) == 5
    as_client(office).post(f"{event.get_absolute_url()}veroeffentlichen/")
    words = as_client(member).get(event.get_absolute_url()).content.decode()
    assert words.count("2031, 10 bis") >= 5


def test_a_series_stands_in_the_list_at_its_next_date(monkeypatch, member, as_client):
    clock = Clock(monkeypatch)
    clock.set(2031, 3, 1, 8, 0)
    running = series("weekly", 2031, 3, 6, 10, 0, until=date(2031, 4, 3), title="Läuft")
    between = make_event(title="Dazwischen", days=10)
    assert list(Event.objects.upcoming()) == [running, between]
    clock.set(2031, 3, 8, 8, 0)
    assert list(Event.objects.upcoming()) == [between, running]
    assert "13. März 2031" in as_client(member).get("/termine/").content.decode()
    for one in running.occurrences.filter(starts_at__gt=clock.now):
        cancel_occurrence(one, actor=SYSTEM)
    assert list(Event.objects.upcoming()) == [between] and list(Event.objects.past()) == [running]
    clock.set(2031, 5, 1, 8, 0)
    assert list(Event.objects.upcoming()) == [] and Event.objects.past().count() == 2
    assert Event.objects.get(pk=running.pk).is_over


def test_a_list_of_many_series_asks_no_more_than_one_of_few(member, as_client):
    until = timezone.localdate() + timedelta(days=200)
    browser = as_client(member)
    make_event(recurrence="weekly", repeats_until=until)
    browser.get("/termine/")
    few = queries(browser, "/termine/")
    for number in range(5):
        make_event(recurrence="weekly", repeats_until=until, title=f"Reihe {number}")
    assert queries(browser, "/termine/") == few


def test_one_date_is_moved_and_another_cancelled_and_both_libraries_say_the_same(node, office, as_client, member):
    event = series("weekly", 2031, 3, 6, 10, 0, until=date(2031, 4, 10))
    second, fourth = event.occurrences.all()[1], event.occurrences.all()[3]
    browser = as_client(office)
    moved = {"start_day": "2031-03-14", "start_time": "15:00", "end_time": "16:00"}
    browser.post(f"{event.get_absolute_url()}daten/{second.pk}/verlegen/", moved)
    browser.post(f"{event.get_absolute_url()}daten/{fourth.pk}/absagen/")
    event.refresh_from_db()
    assert event.sequence == 2 and len(stored(event)) == 5
    assert dates_in(node, as_told(event)) == stored(event)
    assert (datetime(2031, 3, 14, 14, tzinfo=UTC), datetime(2031, 3, 14, 15, tzinfo=UTC)) in stored(event)
    assert as_client(member).get(f"{event.get_absolute_url()}daten/").status_code == 404
    page = browser.get(f"{event.get_absolute_url()}daten/").content.decode()
    assert page.count("/verlegen/") == 5


@pytest.mark.parametrize(
    ("wrong", "field"), [({"end_time": "09:00"}, "end_time"), ({"start_day": "2020-01-01"}, "start_day")]
)
def test_a_date_is_not_moved_to_where_it_makes_no_sense(wrong, field, office, as_client):
    event = series("weekly", 2031, 3, 6, 10, 0, until=date(2031, 4, 10))
    said = {"start_day": "2031-03-14", "start_time": "15:00", "end_time": "16:00", **wrong}
    page = as_client(office).post(f"{event.get_absolute_url()}daten/{event.occurrences.first().pk}/verlegen/", said)
    assert list(page.context["form"].errors) == [field]


def test_what_was_singled_out_stays_so_when_the_whole_series_moves(node):
    event = series("weekly", 2031, 3, 6, 10, 0, until=date(2031, 4, 10))
    first, second, third = event.occurrences.all()[:3]
    cancel_occurrence(second, actor=SYSTEM)
    move_occurrence(third, third.starts_at + timedelta(hours=6), third.ends_at + timedelta(hours=6), actor=SYSTEM)
    later = {
        "starts_at": event.starts_at + timedelta(days=1, hours=1),
        "ends_at": event.ends_at + timedelta(days=1, hours=1),
    }
    event = change_event(event, later, actor=SYSTEM)
    dates = [one.starts_at.astimezone(BERLIN) for one in event.occurrences.filter(cancelled_at=None)]
    assert [f"{one:%d.%m. %H}" for one in dates] == ["07.03. 11", "20.03. 16", "28.03. 11", "04.04. 11"]
    assert dates_in(node, as_told(event)) == stored(event)
    event = change_event(event, {"recurrence": "", "repeats_until": None}, actor=SYSTEM)
    assert not event.occurrences.exists() and len(dates_in(node, as_told(event))) == 1


def test_only_whoever_changes_the_event_moves_its_dates_and_only_what_is_to_come(coordinator, member):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    event = series("weekly", 2031, 3, 6, 10, 0, until=date(2031, 4, 10), confidentiality="group", group=group)
    one = event.occurrences.first()
    with pytest.raises(Refused):
        cancel_occurrence(one, actor=actor_for(member))
    cancel_occurrence(one, actor=actor_for(coordinator))
    with pytest.raises(Refused):
        move_occurrence(one, one.starts_at, one.ends_at + timedelta(hours=1), actor=actor_for(coordinator))
    with pytest.raises(Invalid):
        other = event.occurrences.last()
        move_occurrence(other, other.ends_at, other.starts_at, actor=actor_for(coordinator))
