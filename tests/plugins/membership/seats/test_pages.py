"""The pages of counties as members."""

from __future__ import annotations

import pytest
from django.utils import timezone

from cms.accounts.models import User
from plugins.api.actors import actor_for
from plugins.membership.models import Seat
from plugins.membership.queries.seats import office_lines
from tests.factories import UserFactory, give_seat, join_group, make_county, make_group

LIST = "/mitglieder/landkreise/"
COUNTY = f"{LIST}99001/"


def over(seat) -> str:
    return f"{COUNTY}uebergeben/{seat.pk}/"


def sent(client, seat, **changes):
    """The form as it stands there, with changes."""
    form = client.get(over(seat)).context["form"]
    data = {name: field.initial for name, field in form.fields.items()} | form.initial
    data = {name: value for name, value in data.items() if value is not None}
    named = {"email": "toni@example.org", "first_name": "Toni", "last_name": "Nachfolge"}
    return client.post(over(seat), {**data, **named, "end_time": "23:59", **changes})


@pytest.mark.parametrize("reader", ["member", "outsider", "office", "admin"])
def test_members_and_office_read_who_sits_and_sat(reader, seat, former_member, as_client, request):
    page = as_client(request.getfixturevalue(reader)).get(COUNTY).content.decode()
    assert "Alex Member" in page and "seit 10. März 2026" not in page.replace("seit 10. März 2026", "", 1)
    assert "Ein Sitz ist frei" in page
    assert ("Former_Member" in page) == (reader in ("office", "admin"))
    assert ("Sitz übergeben" in page) == (reader in ("office", "admin"))
    assert "Landkreis Auental" in as_client(request.getfixturevalue(reader)).get(LIST).content.decode()


@pytest.mark.parametrize("reader", ["visitor", "applicant", "former_member", "guest", "editor", "author"])
def test_to_everybody_else_there_is_no_such_page(reader, seat, as_client, request):
    client = as_client(request.getfixturevalue(reader))
    for path in (LIST, COUNTY, f"{COUNTY}sitz/", over(seat)):
        assert client.get(path).status_code == 404


def test_a_county_that_never_took_part_has_no_page(seat, as_client, office):
    make_county("99005")
    assert as_client(office).get(f"{LIST}99005/").status_code == 404


def test_members_cannot_give_or_hand_over(seat, as_client, member):
    client = as_client(member)
    assert client.get(f"{COUNTY}sitz/").status_code == 403
    assert client.get(over(seat)).status_code == 403
    assert client.post(over(seat), {"confirmed": "yes"}).status_code == 403


def test_everything_is_shown_by_name_before_it_happens(seat, as_client, office, member):
    join_group(make_group("AG Wohnen"), member)
    client = as_client(office)
    page = sent(client, seat)
    text = page.content.decode()
    assert "Toni Nachfolge" in text and "AG Wohnen" in text and "10. März 2027" in text and "23:59" in text
    assert Seat.objects.count() == 1 and not User.objects.filter(email="toni@example.org").exists()
    assert "AG Wohnen" in sent(client, seat, back="yes").content.decode()
    assert Seat.objects.count() == 1
    assert sent(client, seat, confirmed="yes").status_code == 302
    assert Seat.objects.filter(county__key="99001").count() == 2
    page = client.get(COUNTY).content.decode()
    assert "bis 10. März 2027, 23:59" in page and "Toni Nachfolge" in page


def test_what_was_typed_stays_and_says_what_is_wrong(seat, as_client, office):
    client = as_client(office)
    page = sent(client, seat, last_name="", confirmed="yes").content.decode()
    assert 'value="toni@example.org"' in page and 'href="#id_last_name"' in page
    page = sent(client, seat, end_day="2027-03-09", confirmed="yes").content.decode()
    assert 'href="#id_end_day"' in page and Seat.objects.count() == 1


def test_ending_without_a_successor(seat, as_client, office, clock):
    client = as_client(office)
    assert 'value="nobody"' in client.get(f"{over(seat)}?ohne=1").content.decode()
    sent(client, seat, takes_over="nobody", email="", last_name="", first_name="", confirmed="yes")
    clock.set(2027, 3, 10, 23, 59)
    page = client.get(COUNTY).content.decode()
    assert "Zwei Sitze sind frei" in page


def test_the_office_gives_a_seat(seat, as_client, office):
    client = as_client(office)
    data = {"email": "neu@example.org", "first_name": "Neu", "last_name": "Dabei", "start": "2027-03-10"}
    assert client.post(f"{COUNTY}sitz/", data).status_code == 302
    assert "Neu Dabei" in client.get(COUNTY).content.decode()
    data["email"] = "dritte@example.org"
    assert "Kein Sitz" in client.post(f"{COUNTY}sitz/", data).content.decode()


def test_the_leaver_reads_when_it_ends(seat, as_client, office, member):
    sent(as_client(office), seat, confirmed="yes")
    assert "10. März 2027 um 23:59" in as_client(member).get("/konto/verzeichnis/").content.decode()


def test_lists_ask_as_often_for_many_as_for_one(seat, as_client, member, django_assert_num_queries):
    client = as_client(member)
    client.get(COUNTY)

    def queries(path):
        with django_assert_num_queries(0, exact=False) as captured:
            pass
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        return len(captured)

    before = queries(COUNTY), queries(LIST)
    for number in range(6):
        give_seat(UserFactory(), "99001", end=timezone.localdate())
        give_seat(UserFactory(), f"9901{number}")
    assert (queries(COUNTY), queries(LIST)) == before


def test_the_offices_card_says_in_one_line_how_many_seats_are_free(seat, coordinator, office, member):
    lines = office_lines(actor_for(office), 5)
    assert [(line.text, line.url) for line in lines] == [("2 freie Sitze", "/mitglieder/landkreise/")]
    assert office_lines(actor_for(member), 5) == []
