"""Who has not answered is seen by county, and only they are reminded, at most once a day."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.events.actions.answers import answer_invitation
from plugins.events.actions.invitations import remind_silent
from plugins.events.models import Participant
from plugins.events.queries.invitations import answers_of, silent_of
from plugins.events.queries.recipients import Outside
from tests.clock import Clock
from tests.factories import UserFactory, give_seat
from tests.factories.events import make_event
from tests.factories.invitations import deliver, invite, link_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(office, member, coordinator, mentor, outsider):
    """Four counties are invited: one says yes, one no; of a fifth one of two answers."""
    event = make_event()
    for name in ("erste", "zweite"):
        give_seat(UserFactory(email=f"{name}@example.org"), "99005")
    invite(event, by=office)
    for email, said in ((member.email, "yes"), (coordinator.email, "no"), ("erste@example.org", "yes")):
        row = Participant.objects.get(person__email=email)
        answer_invitation(row, said, excuse="Kreistag" if said == "no" else "", actor=actor_for(row.person))
    return event


def test_answers_are_counted_by_county(event, office, as_client):
    invite(event, by=office, outside=Outside("Dr. Thal", "thal@example.org", "speaker"))
    found = answers_of(actor_for(office), event)
    assert (found.invited, found.yes, found.no, found.silent, found.silent_counties) == (7, 2, 1, 4, 2)
    by_county = {line.county.key if line.county else "": line for line in found.lines}
    assert {key for key, line in by_county.items() if line.is_silent} == {"99003", "99004", ""}
    assert found.lines[-1].county is None
    page = as_client(office).get(f"{event.get_absolute_url()}einladungen/").content.decode()
    for row in Participant.objects.of(event).select_related("person"):
        assert row.called in page
    assert "Kreistag" in page


def test_only_the_silent_are_reminded_and_by_name_first(event, office, mentor, outsider, member, as_client, mailoutbox):
    deliver()
    mailoutbox.clear()
    browser, address = as_client(office), f"{event.get_absolute_url()}einladungen/erinnern/"
    page = browser.get(address)
    shown = page.content.decode()
    assert str(mentor) in shown and str(member) not in shown
    assert not Participant.objects.exclude(reminded_at=None).exists()
    browser.post(address, {"seen": page.context["silent"].sign})
    deliver()
    assert sorted(mail.to[0] for mail in mailoutbox) == sorted([mentor.email, outsider.email, "zweite@example.org"])
    assert all(link_in(mail) for mail in mailoutbox)


def test_nobody_is_reminded_twice_a_day(event, office, mentor, monkeypatch, as_client):
    clock = Clock(monkeypatch)
    actor = actor_for(office)
    assert remind_silent(event, seen=silent_of(event).sign, actor=actor) == 3
    clock.pass_by(hours=23)
    with pytest.raises(Invalid):
        remind_silent(event, seen=silent_of(event).sign, actor=actor)
    page = as_client(office).get(f"{event.get_absolute_url()}einladungen/erinnern/")
    assert str(mentor) in page.content.decode() and page.context["silent"].new == []
    clock.pass_by(hours=2)
    assert remind_silent(event, seen=silent_of(event).sign, actor=actor) == 3


def test_whoever_answers_between_list_and_sending_changes_the_list(event, office, mentor, as_client):
    browser, address = as_client(office), f"{event.get_absolute_url()}einladungen/erinnern/"
    seen = browser.get(address).context["silent"].sign
    row = Participant.objects.get(person=mentor)
    answer_invitation(row, "yes", actor=actor_for(mentor))
    page = browser.post(address, {"seen": seen})
    assert page.status_code == 200 and page.context["form"].errors
    assert str(mentor) not in page.content.decode()
    assert not Participant.objects.exclude(reminded_at=None).exists()


def test_whoever_answers_before_the_mail_goes_out_gets_none(event, office, mentor, mailoutbox):
    deliver()
    mailoutbox.clear()
    remind_silent(event, seen=silent_of(event).sign, actor=actor_for(office))
    answer_invitation(Participant.objects.get(person=mentor), "yes", actor=actor_for(mentor))
    deliver()
    reminded = {mail.to[0] for mail in mailoutbox if "/termine/antwort/" in mail.body}
    assert mentor.email not in reminded and len(reminded) == 2


def test_only_organisers_remind(event, member, as_client):
    assert as_client(member).get(f"{event.get_absolute_url()}einladungen/erinnern/").status_code == 404
    with pytest.raises(Refused):
        remind_silent(event, seen=silent_of(event).sign, actor=actor_for(member))
