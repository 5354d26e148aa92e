"""The numbers of a year: who sees them, what is counted when, and the table to take along."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from plugins.api.actors import actor_for
from plugins.api.adapters.tables import harmless
from plugins.api.errors import Missing
from plugins.membership.models import ApplicationDecision, ContactRequest, Seat
from plugins.membership.queries.figures import figures, years
from plugins.membership.start_lists import for_office
from tests.factories import UserFactory, give_mandate, give_seat
from tests.factories.contacts import make_contact_request
from tests.factories.joining import make_application, make_assessment

pytestmark = pytest.mark.django_db

PAGE, FILE = "/mitglieder/zahlen/", "/mitglieder/zahlen.csv"
IN_2024 = datetime(2024, 6, 1, 12, tzinfo=UTC)


def of(office, year: int) -> dict[str, int]:
    with translation.override("en"):
        return {figure.title: figure.number for figure in figures(actor_for(office), year)}


@pytest.mark.parametrize("who", [None, "member", "editor", "guest"])
def test_the_figures_are_the_offices(as_client, request, forum, who):
    person = request.getfixturevalue(who) if who else None
    assert as_client(person).get(PAGE).status_code == as_client(person).get(FILE).status_code == 404
    for ask in (years, lambda actor: figures(actor, 2024)):
        with pytest.raises(Missing):
            ask(actor_for(person))


def test_counties_come_and_go(office):
    Seat.objects.all().delete()
    spans = {
        "99001": (date(2023, 1, 1), None),
        "99002": (date(2023, 1, 1), date(2024, 3, 31)),
        "99003": (date(2024, 5, 1), None),
        "99004": (date(2024, 5, 1), date(2024, 9, 30)),
        "99005": (date(2025, 1, 1), None),
    }
    for key, (start, end) in spans.items():
        give_seat(UserFactory(email=f"{key}@example.org"), key, start=start, end=end)
    found = of(office, 2024)
    names = ("at the start", "at the end")
    start, end = (found[f"Member counties {name}"] for name in names)
    assert (start, found["Counties that joined"], found["Counties that left"], end) == (2, 2, 2, 2)
    assert years(actor_for(office))[-1] == 2023
    assert of(office, 2025)["Member counties at the start"] == 2


def test_what_happened_in_the_year_is_counted_by_outcome(office, member):
    accepted = make_application("accepted", received_at=IN_2024, ended_at=IN_2024)
    ApplicationDecision.objects.create(application=accepted, outcome="conditions", reason="Gut.")
    make_application("accepted", received_at=IN_2024, ended_at=IN_2024)
    make_application("declined", received_at=IN_2024, ended_at=IN_2024)
    make_application("withdrawn", received_at=IN_2024, ended_at=IN_2024)
    make_application("begun")
    make_application("received")
    make_assessment(accepted, member, sent=True)
    accepted.assessments.update(sent_at=IN_2024)
    give_mandate(member, start=date(2023, 1, 1), end=date(2024, 1, 1))
    found = of(office, 2024)
    assert found["Applications received"] == 4
    for outcome in ("accepted", "accepted with conditions", "declined", "withdrawn"):
        assert found[f"Applications {outcome}"] == 1, outcome
    assert (found["Assessments"], found["Guests with a mandate"]) == (1, 1)
    assert of(office, 2025)["Guests with a mandate"] == 0


def test_requests_for_contact_are_counted_after_their_words_are_gone(office):
    states = {"closed": IN_2024, "declined": None, "ended": None, "matching": None}
    for state, introduced in states.items():
        request = make_contact_request(email=f"{state}@uni.example")
        ContactRequest.objects.filter(pk=request.pk).update(
            state=state, confirmed_at=IN_2024, introduced_at=introduced, email="", purpose="", name=""
        )
    make_contact_request(confirmed=False)
    found = of(office, 2024)
    assert (found["Requests for contact"], found["Requests for contact: Research"]) == (4, 4)
    outcomes = ("with an introduction", "declined", "that ended without an introduction", "still open")
    assert [found[f"Requests {outcome}"] for outcome in outcomes] == [1, 1, 1, 1]


def test_the_table_says_what_the_page_says(as_client, office, member):
    page = as_client(office).get(PAGE, {"year": "unsinn"})
    assert page.status_code == 200 and page.context["year"] == years(actor_for(office))[0]
    taken = as_client(office).get(FILE)
    assert taken["Content-Type"] == "text/csv; charset=utf-8" and "attachment" in taken["Content-Disposition"]
    lines = taken.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + len(page.context["figures"]) and all(line.count(";") >= 2 for line in lines)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_worked_out(cell):
    assert harmless(cell) == f"'{cell}" and harmless("Zahl") == "Zahl"


def test_the_card_of_the_office_gathers_what_waits(as_client, office, member):
    request = make_contact_request()
    urls = [line.url for line in for_office(actor_for(office), 5)]
    assert urls == [f"/kontakt-vermitteln/anfragen/{request.pk}/", "/mitglieder/landkreise/"]  # a seat is free, too
    assert for_office(actor_for(member), 5) == [] == for_office(actor_for(office), 0)
    assert request.reference in as_client(office).get("/start/").content.decode()
    assert request.reference not in as_client(member).get("/start/").content.decode()
