"""What happens by the clock: unconfirmed requests vanish, requests end, and ninety days later their words are gone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Refused
from plugins.api.outbox import dispatch_pending
from plugins.membership.actions.contact_office import decline_contact, introduce, note_contact
from plugins.membership.models import ContactInvitation, ContactNote, ContactRequest
from plugins.membership.queries.contacts import link_of
from plugins.membership.schedules import end_contact_requests
from tests.factories.contacts import ASKED, ask_about_contact, make_contact_request, say

pytestmark = pytest.mark.django_db


class Clock:
    """Days from the day on which the test began."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.start, self.monkeypatch = timezone.now(), monkeypatch

    def go(self, days: int) -> None:
        """So many days have passed since the beginning, and what happens by the clock happened."""
        moment: datetime = self.start + timedelta(days=days, minutes=1)
        self.monkeypatch.setattr(timezone, "now", lambda: moment)
        end_contact_requests()


@pytest.fixture
def clock(monkeypatch):
    cache.clear()
    return Clock(monkeypatch)


def test_an_unconfirmed_request_vanishes_after_seven_days(client, forum, clock):
    request = make_contact_request(confirmed=False)
    clock.go(6)
    assert ContactRequest.objects.filter(pk=request.pk).exists()
    clock.go(7)
    assert not ContactRequest.objects.exists()
    assert client.get(link_of(request)).status_code == 404


def test_a_request_ends_on_the_day_after_its_last_and_its_words_go_ninety_days_later(
    office, member, coordinator, clock
):
    request = make_contact_request(days=20)
    first, second = ask_about_contact(request, office, member, coordinator)
    say(first, "yes", sentence="Gern am Vormittag.")
    note_contact(request, "Ruft am Montag an.", actor=actor_for(office))
    clock.go(20)
    request.refresh_from_db()
    assert request.state == "matching"
    clock.go(21)
    request.refresh_from_db()
    assert request.state == "ended"
    with pytest.raises(Refused):
        say(second, "yes")
    with pytest.raises(Refused):
        introduce(request, actor=actor_for(office))
    clock.go(110)
    request.refresh_from_db()
    assert request.email == ASKED["email"]
    clock.go(111)
    request.refresh_from_db()
    first.refresh_from_db()
    assert {getattr(request, name) for name in ("name", "institution", "email", "purpose", "expected")} == {""}
    assert (request.kind, request.state, request.emptied_at is not None) == ("researcher", "ended", True)
    assert (first.answer, first.address, first.sentence) == ("yes", "", "")
    assert not ContactNote.objects.exists()


def test_members_read_it_until_thirty_days_after_the_end(as_client, office, member, clock):
    request = make_contact_request(days=20)
    ask_about_contact(request, office, member)
    page = f"/kontakt-vermitteln/{request.pk}/"
    for days, status in ((20, 200), (21, 200), (51, 200), (52, 404)):
        clock.go(days)
        assert as_client(member).get(page).status_code == status, days
    assert as_client(office).get(f"/kontakt-vermitteln/anfragen/{request.pk}/").status_code == 200


def test_an_early_end_counts(as_client, office, member, clock):
    request = make_contact_request(days=300)
    ask_about_contact(request, office, member)
    decline_contact(request, "Niemand passt.", actor=actor_for(office))
    clock.go(30)
    assert as_client(member).get(f"/kontakt-vermitteln/{request.pk}/").status_code == 200
    clock.go(31)
    assert as_client(member).get(f"/kontakt-vermitteln/{request.pk}/").status_code == 404
    clock.go(90)
    request.refresh_from_db()
    assert (request.reason, request.email, request.state) == ("", "", "declined")


def test_the_clock_sends_nothing(office, member, clock, mailoutbox):
    request = make_contact_request(days=20)
    say(*ask_about_contact(request, office, member), "yes")
    while dispatch_pending():
        pass
    mailoutbox.clear()
    for days in (7, 21, 60, 120):
        clock.go(days)
        while dispatch_pending():
            pass
    assert [mail.to for mail in mailoutbox if ASKED["email"] in mail.to] == []
    assert ContactInvitation.objects.count() == ContactRequest.objects.count() == 1
