"""Rights follow from the mandate, in words that the guest reads, and end at midnight by every way in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from cms.accounts.feed_addresses import create_feed_address
from cms.accounts.models import User
from cms.actions.people import NewPerson
from plugins.api.access import may
from plugins.api.actors import actor_for, people_behind
from plugins.api.adapters.sockets import pool
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.outbox import dispatch_pending
from plugins.membership.actions.mandates import (
    agree_to_guest,
    end_guest_in_group,
    end_mandate,
    propose_guest,
    record_mandate,
    warn_of_ends,
)
from plugins.membership.models import GuestMandate, MandateGroup, OfficeDecision
from plugins.membership.personal_data import mandates as personal_data
from plugins.membership.queries.mandates import mandates_to_warn_of
from plugins.membership.queries.seats import office_lines
from tests.contracts.leaks.listening import cookie_of, listen
from tests.factories import join_group, make_discussion, make_draft, make_entry, make_group, make_token, make_topic
from tests.workspace.sockets.test_looking_again import left, opened, quick
from workspace.actions.places import leave_group
from workspace.actions.posts import write_post
from workspace.models import Draft, PastVisibility, Task
from workspace.policies.files import working_in
from workspace.queries.discussions import discussions_for

__all__ = ["quick"]

MARTA = NewPerson("marta@example.org", "Marta", "Beispiel")
SAID = {"institution": "Landesverband", "role": "Fragt die Praxis.", "function": "asking", "start": date(2027, 3, 10)}


def record(office, **given):
    said = {**SAID, "end": date(2027, 12, 31), **given.pop("said", {})}
    usual = {"people": [MARTA], "topics": (), "groups": (), "reason": "Der Verband hilft mit."}
    return record_mandate(said, **{**usual, **given}, actor=actor_for(office))


@pytest.fixture
def group(coordinator):
    return make_group("AG Wohnen", coordinator=coordinator)


@pytest.fixture
def agreed(mandate, group, office, coordinator):
    line = propose_guest(mandate, group, actor=actor_for(office))
    return agree_to_guest(line, actor=actor_for(coordinator))


def test_the_office_records_it_and_the_decision_stands_in_the_log(clock, office, member, group):
    wohnen = make_topic("Wohnen")
    mandate = record(office, said={"sponsor": member, "kinds": ["offer"]}, topics=[wohnen], groups=[group])
    marta = User.objects.get(email=MARTA.email)
    assert actor_for(marta).principals >= {f"guest-topic:{wohnen.pk}", "guest-kind:offer"}
    assert not actor_for(marta).keys("group")
    assert mandate.groups.get().is_open
    decision = OfficeDecision.objects.get()
    assert (decision.kind, decision.reason) == ("mandate", "Der Verband hilft mit.")
    assert "Landesverband" in decision.text and "Marta" not in decision.text


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"said": {"end": date(2027, 3, 9)}}, "end"),
        ({"said": {"institution": ""}}, "institution"),
        ({"people": [NewPerson("kein-at")]}, "people"),
        ({"people": [NewPerson("ohne-namen@example.org")]}, "people"),
        ({"reason": " "}, "reason"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_left_behind(given, field, clock, office):
    with pytest.raises(Invalid) as refused:
        record(office, **given)
    assert set(refused.value.errors) == {field}
    assert not GuestMandate.objects.exists() and not OfficeDecision.objects.exists()


def test_only_the_office_records_and_ends(mandate, member, guest):
    for person in (member, guest):
        with pytest.raises(Refused):
            record(person)
        with pytest.raises(Refused):
            end_mandate(mandate, on=timezone.localdate(), reason="Schluss", actor=actor_for(person))


def test_a_group_decides_itself_about_a_guest(mandate, group, office, coordinator, member, guest):
    join_group(group, member)
    line = propose_guest(mandate, group, actor=actor_for(office))
    assert not actor_for(guest).keys("group")
    for person in (office, member):
        with pytest.raises(Refused):
            agree_to_guest(line, actor=actor_for(person))
    with pytest.raises(Missing):
        agree_to_guest(line, actor=actor_for(guest))
    with pytest.raises(Invalid):
        propose_guest(mandate, group, actor=actor_for(office))
    agree_to_guest(line, actor=actor_for(coordinator))
    assert actor_for(guest).has(group.principal)
    assert guest in {person for people in people_behind(group.principal) for person in people}
    end_guest_in_group(line, actor=actor_for(coordinator))
    assert not actor_for(guest).has(group.principal)


def test_a_guest_reads_and_talks_and_does_nothing_else(agreed, group, guest, coordinator):
    actor = actor_for(guest)
    thread = make_discussion(by=coordinator, group=group)
    assert list(discussions_for(actor)) == [thread]
    assert write_post(thread, "Dazu weiß ich etwas.", actor=actor).county is None
    draft = make_draft(group, by=coordinator)
    assert may(actor, "see", draft) and may(actor, "comment", draft)
    for verb in ("write", "decide", "close", "publish"):
        assert not may(actor, verb, draft)
    assert not working_in(actor, group) and not actor.keys("coordinator") and not actor.keys("place")
    with pytest.raises(Refused):
        leave_group(group, actor=actor)
    assert len(group.places()) == 1 and not Task.objects.exists() and Draft.objects.count() == 1


def test_where_newcomers_read_only_what_is_newer_a_guest_reads_nothing_of_the_past(mandate, office, coordinator, guest):
    late = make_group("AG Später", coordinator=coordinator, past=PastVisibility.JOINING)
    make_discussion(by=coordinator, group=late)
    line = propose_guest(mandate, late, actor=actor_for(office))
    agree_to_guest(line, actor=actor_for(coordinator))
    make_discussion("Danach", by=coordinator, group=late)
    assert list(discussions_for(actor_for(guest))) == []


@pytest.fixture
def ending(mandate, office, clock):
    """Its last day is the tenth of March."""
    return end_mandate(mandate, on=date(2027, 3, 10), reason="Der Auftrag ist erfüllt.", actor=actor_for(office))


def test_it_ends_at_midnight_in_berlin_by_every_way_in(agreed, ending, clock, guest, as_client, api, client, group):
    make_entry(title="Wohnungslotsen", topics=["Wohnen"])
    _address, secret = create_feed_address("Leser", actor=actor_for(guest))
    browser, program = as_client(guest), api(make_token(guest))

    def seen():
        return (
            browser.get("/wissen/wohnungslotsen/").status_code,
            browser.get("/api/v1/entries/").json()["count"],
            program.json("entries/")["count"],
            "Wohnungslotsen" in client.get(f"/feeds/persoenlich/{secret}.atom").content.decode(),
            browser.get(group.get_absolute_url()).status_code,
        )

    clock.set(2027, 3, 10, 23, 59)
    assert seen() == (200, 1, 1, True, 200)
    clock.set(2027, 3, 11, 0, 0)
    assert seen() == (404, 0, 0, False, 404)
    assert actor_for(guest).principals == {"public", f"user:{guest.pk}"}


def test_an_open_socket_is_closed_at_midnight(agreed, ending, clock, guest, coordinator, group, monkeypatch):
    watched, cookie = make_discussion(by=coordinator, group=group), cookie_of(guest)
    clock.set(2027, 3, 10, 23, 59)

    async def scene():
        page = await opened(cookie, {"watch": "discussion", "id": watched.pk})
        await pool.POOL.run(lambda: clock.set(2027, 3, 11, 0, 0))
        said = await page.receive_output(10)
        await left(page)
        return said

    assert listen(scene, monkeypatch)["code"] == 4403


def test_the_guest_reads_why_and_then_politely_that_it_is_over(agreed, ending, clock, guest, member, as_client):
    make_entry(title="Wohnungslotsen", topics=["Wohnen"])
    browser = as_client(guest)
    for path in ("/start/", "/wissen/", "/gaeste/"):
        page = browser.get(path).content.decode()
        assert "Sie sind als Gast hier: Landkreistag, bis 10. März 2027." in page
        assert "Thema Wohnen, AG Wohnen" in page
    clock.set(2027, 3, 11, 0, 0)
    for path in ("/start/", "/wissen/"):
        answer = browser.get(path)
        assert answer.status_code == 200
        assert "Ihr Mandat als Gast (Landkreistag) endete am 10. März 2027." in answer.content.decode()
    assert "als Gast" not in as_client(member).get("/start/").content.decode()


def test_what_a_guest_wrote_stays_with_the_name(agreed, ending, clock, guest, coordinator, group, as_client):
    thread = make_discussion(by=coordinator, group=group)
    write_post(thread, "Dazu weiß ich etwas.", actor=actor_for(guest))
    clock.set(2027, 3, 11, 0, 0)
    page = as_client(coordinator).get(thread.get_absolute_url()).content.decode()
    assert "Dazu weiß ich etwas." in page and str(guest) in page


def told(days_left: int, mandate, clock) -> list[str]:
    """Who gets mail when so many days are left, after a day's work of the clock."""
    end = date(2027, 6, 30)
    GuestMandate.objects.filter(pk=mandate.pk).update(end=end)
    day = end - timedelta(days=days_left)
    clock.set(day.year, day.month, day.day, 9, 0)
    mail.outbox.clear()
    for _hour in range(3):
        warn_of_ends()
        dispatch_pending()
    from workspace.schedules import announce_mails

    announce_mails()
    clock.pass_by(minutes=5)
    announce_mails()
    dispatch_pending()
    return sorted(message.to[0] for message in mail.outbox)


def test_sponsor_and_office_are_told_thirty_and_seven_days_before(mandate, member, office, guest, clock):
    GuestMandate.objects.update(sponsor=member)
    days = {left: told(left, mandate, clock) for left in (45, 31, 30, 29, 8, 7, 6, 1, 0)}
    both = sorted([member.email, office.email])
    assert days == {45: [], 31: [], 30: both, 29: [], 8: [], 7: both, 6: [], 1: [], 0: []}


def test_the_warning_says_nothing_but_that_there_is_one(mandate, member, office, clock):
    GuestMandate.objects.update(sponsor=member)
    told(30, mandate, clock)
    for message in mail.outbox:
        assert message.subject == "Das Mandat eines Gastes endet bald"
        words = message.body + str(message.alternatives)
        assert "Das Mandat eines Gastes endet bald" in words
        assert "Landkreistag" not in words and "2027" not in words


def test_another_last_day_is_another_warning_and_a_server_that_slept_tells_once(mandate, clock):
    GuestMandate.objects.update(end=date(2027, 3, 14))
    assert [days for _mandate, days in mandates_to_warn_of()] == [7]
    warn_of_ends()
    assert not list(mandates_to_warn_of())
    GuestMandate.objects.update(end=date(2027, 4, 8))
    assert [days for _mandate, days in mandates_to_warn_of()] == [30]


def test_the_office_sees_what_ends_soon(mandate, office, member):
    GuestMandate.objects.update(end=date(2027, 4, 9))
    lines = [(line.text, line.url) for line in office_lines(actor_for(office), 9)]
    assert ("Landkreistag", f"/gaeste/{mandate.pk}/") in lines
    GuestMandate.objects.update(end=date(2027, 4, 10))
    assert "Landkreistag" not in [line.text for line in office_lines(actor_for(office), 9)]
    assert office_lines(actor_for(member), 9) == []


def test_coordinators_are_told_of_a_proposal(mandate, group, office, coordinator):
    propose_guest(mandate, group, actor=actor_for(office))
    dispatch_pending()
    notification = coordinator.notifications.get(kind="membership.guest")
    assert notification.words["institution"] == "Landkreistag"


def test_handed_out_and_erased(agreed, guest, coordinator, member):
    GuestMandate.objects.update(sponsor=member)
    assert personal_data.hand_out(guest)["mandates"][0]["institution"] == "Landkreistag"
    assert personal_data.hand_out(member)["sponsors"][0]["institution"] == "Landkreistag"
    assert personal_data.hand_out(coordinator)["agreed_to"][0]["group__title"] == "AG Wohnen"
    for person in (guest, coordinator, member):
        personal_data.erase(person)
    line = MandateGroup.objects.get()
    assert (line.agreed_by, line.mandate.sponsor, line.mandate.people.count()) == (None, None, 0)
    assert line.agreed_at is not None
