"""Organisers choose whom to invite, see the list by name, and send it: to those on that list and to nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.accounts.models import User
from cms.models import County
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.models import Delivery
from plugins.events.actions.invitations import send_invitations
from plugins.events.models import Participant
from plugins.events.queries.recipients import Choice, Outside, recipients_of
from plugins.membership.models import Seat
from tests.factories import UserFactory, give_seat, join_group, make_group, make_topic, tell_members
from tests.factories.events import make_event
from tests.factories.invitations import deliver, invite

pytestmark = pytest.mark.django_db

QUERIES = 4
"""Counties, three unions of who sits for them, members, and who is invited already."""


def names(recipients) -> list[str]:
    return [one.name for one in recipients]


def send(browser, event, way, **said):
    """Both steps: the list, and what it keeps for the second one."""
    address = f"{event.get_absolute_url()}einladungen/{way}/"
    page = browser.post(address, said)
    seen = page.context["recipients"].sign
    return page, browser.post(address, {**dict(page.context["kept"]), "seen": seen}, follow=True)


def test_all_members_are_shown_by_name_and_county_and_then_invited(office, member, coordinator, guest, as_client):
    event = make_event()
    page, sent = send(as_client(office), event, "viele", whom="members")
    assert names(page.context["recipients"].new) == [str(coordinator), str(member)]
    shown = page.content.decode()
    assert f"{coordinator}, Landkreis Bergheide" in shown and f"{member}, Landkreis Auental" in shown
    assert sent.redirect_chain[-1][0] == f"{event.get_absolute_url()}einladungen/"
    rows = {row.person: row for row in Participant.objects.filter(event=event)}
    assert set(rows) == {member, coordinator}
    row = rows[member]
    assert (row.county.key, row.invited_by, bool(row.invited_at)) == ("99001", office, True)
    event.refresh_from_db()
    assert event.invited_at is not None
    assert ModelLogEntry.objects.filter(action="events.invite", user=office).exists()


def test_who_was_invited_already_is_named_and_left_out(office, member, coordinator, as_client, mailoutbox):
    event = make_event()
    invite(event, member, by=office)
    page, _sent = send(as_client(office), event, "viele", whom="members")
    recipients = page.context["recipients"]
    assert (names(recipients.new), names(recipients.already)) == ([str(coordinator)], [str(member)])
    assert str(member) in page.content.decode()
    deliver()
    assert sorted(mail.to[0] for mail in mailoutbox) == sorted([member.email, coordinator.email])


def test_who_has_registered_without_an_invitation_is_not_asked_again(office, member):
    event = make_event()
    Participant.objects.create(event=event, person=member, answer="yes", place="taken")
    recipients = recipients_of(event, Choice(everybody=True), actor_for(office))
    assert (names(recipients.new), names(recipients.already)) == ([], [str(member)])


def test_a_list_that_changed_meanwhile_is_shown_again_and_nobody_is_invited(office, member, as_client):
    event = make_event()
    browser = as_client(office)
    address = f"{event.get_absolute_url()}einladungen/viele/"
    seen = browser.post(address, {"whom": "members"}).context["recipients"].sign
    newcomer = UserFactory(email="neu@example.org")
    give_seat(newcomer, "99005")
    page = browser.post(address, {"whom": "members", "seen": seen})
    assert page.status_code == 200 and not Participant.objects.exists()
    assert str(newcomer) in page.content.decode() and page.context["send"].non_field_errors()
    browser.post(address, {"whom": "members", "seen": page.context["recipients"].sign})
    assert {row.person for row in Participant.objects.all()} == {member, newcomer}


def test_sending_twice_invites_once(office, member, mailoutbox):
    event, actor = make_event(), actor_for(office)
    seen = recipients_of(event, Choice(everybody=True), actor).sign
    send_invitations(event, Choice(everybody=True), seen=seen, actor=actor)
    with pytest.raises(Invalid):
        send_invitations(event, Choice(everybody=True), seen=seen, actor=actor)
    deliver()
    assert [mail.to for mail in mailoutbox] == [[member.email]]


def test_a_group_is_invited_by_whoever_knows_its_members(office, member, coordinator, outsider, as_client):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    hidden = make_group("Verborgen", coordinator=outsider)
    type(hidden).objects.filter(pk=hidden.pk).update(shows_members=False)
    event = make_event()
    page = as_client(office).get(f"{event.get_absolute_url()}einladungen/viele/")
    offered = [value for value, _label in page.context["form"].fields["whom"].choices]
    assert f"group:{group.pk}" in offered and f"group:{hidden.pk}" not in offered
    page, _sent = send(as_client(office), event, "viele", whom=f"group:{group.pk}")
    assert sorted(names(page.context["recipients"].new)) == sorted([str(member), str(coordinator)])
    with pytest.raises(Invalid):
        recipients_of(event, Choice(group=hidden.pk), actor_for(office))


def test_whoever_works_on_a_topic_is_invited_and_whoever_only_follows_it_is_not_betrayed(office, member, coordinator):
    tell_members(member, topics=["Wohnen"])
    topic = make_topic("Wohnen")
    topic.follows.create(user=coordinator)
    recipients = recipients_of(make_event(), Choice(topic=topic.pk), actor_for(office))
    assert names(recipients.new) == [str(member)]


def test_a_guest_of_the_topic_is_invited_where_the_event_is_for_everybody(office, guest):
    topic = make_topic("Wohnen")
    found = {
        said: names(recipients_of(make_event(confidentiality=said), Choice(topic=topic.pk), actor_for(office)).new)
        for said in ("public", "members")
    }
    assert found == {"public": [str(guest)], "members": []}


def test_what_only_some_know_of_is_not_sent_to_everybody(coordinator, member, outsider, as_client):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    event = make_event(kind="group", confidentiality="group", group=group)
    browser = as_client(coordinator)
    page = browser.get(f"{event.get_absolute_url()}einladungen/viele/")
    assert [value for value, _label in page.context["form"].fields["whom"].choices] == [f"group:{group.pk}"]
    assert browser.post(f"{event.get_absolute_url()}einladungen/viele/", {"whom": "members"}).context["form"].errors
    with pytest.raises(Invalid):
        recipients_of(event, Choice(everybody=True), actor_for(coordinator))


def test_people_are_found_by_name_and_county_and_an_invited_guest_learns_of_the_event(
    coordinator, guest, outsider, as_client
):
    event = make_event(kind="group", confidentiality="group", group=make_group(coordinator=coordinator))
    browser = as_client(coordinator)
    page = browser.get(f"{event.get_absolute_url()}einladungen/personen/", {"q": guest.last_name})
    assert [pk for pk, _label in page.context["form"].fields["people"].choices] == [guest.pk]
    assert as_client(guest).get(event.get_absolute_url()).status_code == 404
    send(browser, event, "personen", people=[guest.pk])
    assert as_client(guest).get(event.get_absolute_url()).status_code == 200
    told = Delivery.objects.filter(fact="ParticipantsChanged").values_list("payload", flat=True)
    assert {tuple(one["user_ids"]) for one in told} <= {(guest.pk,)}


def test_an_account_that_is_nobodys_is_not_invited(office, applicant, former_member):
    recipients = recipients_of(make_event(), Choice(people=(applicant.pk, former_member.pk)), actor_for(office))
    assert recipients.new == []


def test_somebody_from_outside_is_invited_by_name_and_address_once(office, member, as_client):
    event = make_event()
    said = {"name": "Dr. Thal", "email": "Thal@Hochschule.Example", "role": "speaker", "told": "11 Uhr, Saal 2"}
    browser = as_client(office)
    page, _sent = send(browser, event, "von-aussen", **said)
    assert "Dr. Thal" in page.content.decode()
    row = Participant.objects.get()
    assert (row.name, row.email, row.role, row.told) == ("Dr. Thal", "thal@hochschule.example", "speaker", said["told"])
    again = browser.post(f"{event.get_absolute_url()}einladungen/von-aussen/", said).context["recipients"]
    assert (names(again.new), names(again.already)) == ([], ["Dr. Thal"])


def test_a_companion_belongs_to_somebody(office, member, as_client):
    event = make_event()
    (row,) = invite(event, member, by=office)
    said = {"name": "Kim", "email": "kim@example.org", "role": "companion"}
    browser = as_client(office)
    page = browser.post(f"{event.get_absolute_url()}einladungen/von-aussen/", said)
    assert list(page.context["form"].errors) == ["accompanies"]
    send(browser, event, "von-aussen", **said, accompanies=row.pk)
    assert Participant.objects.get(name="Kim").accompanies == row


def test_an_address_of_a_member_is_the_member(office, member):
    (row,) = invite(make_event(), by=office, outside=Outside("Jemand", member.email.upper(), "speaker"))
    assert (row.person, row.email, row.role) == (member, "", "speaker")


def test_only_organisers_invite_and_only_to_what_is_published_and_to_come(office, member, as_client):
    event = make_event()
    assert as_client(member).get(f"{event.get_absolute_url()}einladungen/").status_code == 404
    assert as_client(member).post(f"{event.get_absolute_url()}einladungen/viele/").status_code == 404
    with pytest.raises(Refused):
        invite(event, by=member)
    planned = make_event(title="Geplant", is_published=False)
    with pytest.raises(Missing):
        invite(planned, by=member)
    with pytest.raises(Refused):
        invite(planned, by=office)
    assert as_client(office).get(f"{planned.get_absolute_url()}einladungen/").status_code == 200
    assert as_client(office).get(f"{event.get_absolute_url()}einladungen/nirgends/").status_code == 404


def test_the_list_of_three_hundred_costs_as_many_queries_as_that_of_twenty(office, member):
    event, actor = make_event(), actor_for(office)

    def asked() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as queries:
            found = recipients_of(event, Choice(everybody=True), actor).new
        assert all(one.county for one in found)
        return len(found), len(queries)

    people = User.objects.bulk_create(User(email=f"viele{number}@example.org") for number in range(299))
    counties = list(County.objects.order_by("key")[:299])
    start = timezone.localdate() - timedelta(days=1)
    seats = [Seat(person=person, county=county, start=start) for person, county in zip(people, counties, strict=True)]
    Seat.objects.bulk_create(seats[:19])
    assert asked() == (20, QUERIES)
    Seat.objects.bulk_create(seats[19:])
    assert asked() == (300, QUERIES)


def test_whoever_sits_for_several_counties_comes_for_the_first_by_its_key(office, member):
    give_seat(member, "01001")
    event, actor = make_event(), actor_for(office)
    (one,) = recipients_of(event, Choice(everybody=True), actor).new
    assert one.county.key == "01001"
    for number in range(12):
        give_seat(UserFactory(email=f"viele{number}@example.org"), "99002")
    found = recipients_of(event, Choice(everybody=True), actor).new
    assert {one.county.key for one in found if one.person == member} == {"01001"}
