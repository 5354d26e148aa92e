"""For programs: the dates of a series in the detail of an event."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cms.rest.schema import schema
from plugins.api.access import SYSTEM
from plugins.events.actions.events import cancel_event, change_event
from plugins.events.actions.occurrences import cancel_occurrence, move_occurrence
from tests.contracts.test_openapi import check, promised

pytestmark = pytest.mark.django_db


def dates(client, event) -> list[dict[str, object]]:
    return client.json(f"events/{event.pk}/")["dates"]


@pytest.fixture
def series(planned):
    """Four Fridays in March 2031."""
    return planned(day=7, recurrence="weekly", repeats_until=date(2031, 3, 28), place="Bürgerhaus")


def test_each_date_with_its_place_and_whether_it_takes_place(series, api):
    first, second, third, _fourth = series.occurrences.order_by("starts_at")
    cancel_occurrence(second, actor=SYSTEM)
    move_occurrence(third, third.starts_at + timedelta(hours=3), third.ends_at + timedelta(hours=3), actor=SYSTEM)
    found = dates(api(), series)
    assert [one["cancelled"] for one in found] == [False, True, False, False]
    assert found[0] == {
        "starts_at": first.starts_at.isoformat(),
        "ends_at": first.ends_at.isoformat(),
        "cancelled": False,
        "place": "Bürgerhaus",
    }
    assert found[2]["starts_at"] == (third.starts_at + timedelta(hours=3)).isoformat()


def test_when_all_of_it_is_cancelled_each_date_is(series, api):
    cancel_event(series, "Kein Saal.", actor=SYSTEM)
    assert {one["cancelled"] for one in dates(api(), series)} == {True}


def test_what_takes_place_once_has_one_date(planned, api):
    event = planned()
    (one,) = dates(api(), event)
    assert (one["starts_at"], one["cancelled"]) == (event.starts_at.isoformat(), False)


def test_it_is_as_the_document_promises_and_for_whoever_knows_of_the_event(series, api):
    document, path = schema(), "/api/v1/events/{event_id}/"
    got = api().get(f"/api/v1/events/{series.pk}/")
    check(document, promised(document, document["paths"][path]["get"], got), got.json())
    change_event(series, {"confidentiality": "members"}, actor=SYSTEM)
    assert api().get(f"/api/v1/events/{series.pk}/").status_code == 404
