"""What somebody registered for ends at the minute when the seat ends, by every way in, and their place is passed on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.access import may
from plugins.api.actors import actor_for, people_behind
from plugins.api.errors import Refused
from plugins.events.actions.answers import answer_invitation
from plugins.events.actions.leaving import give_places_up
from plugins.events.actions.participants import set_attendance
from plugins.events.actions.registrations import register
from plugins.events.models import Answer, Participant, Place
from plugins.events.personal_data import participants as personal_data
from tests.factories import UserFactory
from tests.factories import give_seat as seat_for
from tests.factories.events import make_event
from tests.factories.invitations import deliver, invite, link_of
from tests.factories.seats import hand_over

pytestmark = pytest.mark.django_db


def comes(event, person) -> Participant:
    return register(event, actor=actor_for(person))


def fresh(participant) -> Participant:
    return Participant.objects.get(pk=participant.pk)


def ends(seat, office, clock, **later) -> None:
    """The seat ends so much later, and the worker has been by."""
    hand_over(seat, None, by=office, ends_at=clock.now + timedelta(**later))
    give_places_up()


def test_until_the_minute_the_place_is_theirs_then_it_is_the_next_ones(seat, member, office, mentor, clock, mailoutbox):
    event = make_event(capacity=1, organiser=office)
    own, next_one = comes(event, member), comes(event, mentor)
    ends(seat, office, clock, hours=2)
    assert (fresh(own).place, fresh(next_one).place) == (Place.TAKEN, Place.WAITING)
    clock.pass_by(hours=1, minutes=59)
    give_places_up()
    assert fresh(own).place == Place.TAKEN
    clock.pass_by(minutes=1)
    give_places_up()
    assert (fresh(own).place, fresh(own).answer) == (Place.NONE, Answer.NO)
    assert fresh(next_one).place == Place.OFFERED
    assert fresh(own).excuse == "Der Sitz für den Landkreis ist zu Ende."
    deliver()
    assert mentor.email in [mail.to[0] for mail in mailoutbox]
    give_places_up()
    assert fresh(next_one).offered_until == clock.now + timedelta(hours=48)


def test_what_only_the_invited_know_of_is_closed_at_that_minute_without_a_worker(
    seat, member, office, mentor, clock, as_client, client
):
    event = make_event(title="Unter uns", confidentiality="persons", organiser=mentor)
    (own,) = invite(event, member, by=mentor)
    link, browser = link_of(own), as_client(member)
    hand_over(seat, None, by=office, ends_at=clock.now + timedelta(minutes=5))

    def seen():
        return (
            browser.get(event.get_absolute_url()).status_code,
            client.get(link).status_code,
            client.get(f"{link}platz/").status_code,
            member in [person for people in people_behind(event.principal) for person in people],
        )

    assert seen() == (200, 200, 200, True)
    clock.pass_by(minutes=5)
    assert seen() == (404, 404, 404, False)
    with pytest.raises(Refused):
        answer_invitation(own, Answer.YES, actor=actor_for(member))


def test_what_belongs_to_another_county_or_was_asked_of_the_person_stays(seat, member, office, mentor, clock):
    other = seat_for(member, "99005").county
    kept, given_up = make_event(title="Für Seewinkel"), make_event(title="Für Auental")
    register(kept, county=other, actor=actor_for(member))
    register(given_up, county=seat.county, actor=actor_for(member))
    spoken = make_event(title="Vortrag", confidentiality="persons", organiser=mentor)
    speaker = Participant.objects.create(event=spoken, person=member, role="speaker", county=seat.county)
    bare = Participant.objects.create(event=make_event(title="Ohne Landkreis"), person=member, place=Place.TAKEN)
    ends(seat, office, clock, minutes=-1)
    places = dict(Participant.objects.filter(person=member).values_list("event__title", "left_at"))
    assert [title for title, left_at in places.items() if left_at] == ["Für Auental"]
    assert may(actor_for(member), "see", speaker.event) and fresh(bare).place == Place.TAKEN


def test_with_the_last_seat_all_that_members_know_of_ends(seat, member, office, clock):
    bare = Participant.objects.create(
        event=make_event(), person=member, answer=Answer.YES, place=Place.TAKEN, invited_at=timezone.now()
    )
    public = Participant.objects.create(
        event=make_event(confidentiality="public"), person=member, answer=Answer.YES, place=Place.TAKEN
    )
    ends(seat, office, clock, minutes=-1)
    assert (fresh(bare).place, fresh(public).place) == (Place.NONE, Place.TAKEN)


def test_whoever_was_there_before_was_there(seat, member, office, clock):
    event = make_event(organiser=office, days=1)
    own = comes(event, member)
    hand_over(seat, None, by=office, ends_at=event.starts_at + timedelta(hours=1))
    clock.now = event.starts_at + timedelta(minutes=5)
    set_attendance(own, True, actor=actor_for(office))
    clock.pass_by(hours=1)
    give_places_up()
    assert (fresh(own).place, fresh(own).came) == (Place.TAKEN, True)


def test_nobody_reminds_a_leaver_and_who_comes_back_is_welcome(seat, member, office, clock):
    closed = make_event(organiser=office)
    invite(closed, member, by=office)
    public = make_event(confidentiality="public", title="Offen")
    before = comes(public, member)
    ends(seat, office, clock, minutes=-1)
    assert not Participant.objects.of(closed).silent().exists()
    again = comes(public, member)
    assert again.pk == before.pk and (again.place, again.has_left, again.county) == (Place.TAKEN, False, None)
    seat_for(member, "99005")
    (line,) = invite(closed, member, by=office)
    assert (line.answer, line.has_left, line.county.key) == (Answer.NONE, False, "99005")
    assert answer_invitation(line, Answer.YES, actor=actor_for(member)).place == Place.TAKEN


def test_the_mail_that_ends_it_in_the_calendar_names_nothing(seat, member, office, mentor, clock, mailoutbox):
    event = make_event(title="Unter uns", confidentiality="persons", organiser=mentor)
    (own,) = invite(event, member, by=mentor)
    answer_invitation(own, Answer.YES, actor=actor_for(member))
    deliver()
    mailoutbox.clear()
    ends(seat, office, clock, minutes=-1)
    deliver()
    words = [str(mail.message()) for mail in mailoutbox if mail.to == [member.email]]
    assert any("METHOD:CANCEL" in one or "method=CANCEL" in one or "CANCEL" in one for one in words)
    assert not any("Unter uns" in one for one in words)


def test_it_is_handed_out(seat, member, office, clock):
    comes(make_event(), member)
    ends(seat, office, clock, minutes=-1)
    (line,) = personal_data.hand_out(member)
    assert line["left_at"].startswith("2027-03-10")


def test_others_keep_what_is_theirs(seat, office, clock):
    other = UserFactory()
    seat_for(other, "99001")
    line = comes(make_event(), other)
    ends(seat, office, clock, minutes=-1)
    assert fresh(line).place == Place.TAKEN
