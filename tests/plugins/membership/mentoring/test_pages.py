"""The pool, the overview of the office, the start page, and who can see me."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.membership.actions.mentor_offers import end_offer, offer_mentoring
from plugins.membership.actions.mentorship_clock import follow_mentorships
from plugins.membership.models import MentorOffer, Mentorship, Seat
from plugins.membership.queries.mentoring import in_need, pool
from plugins.membership.queries.mentoring_lines import office_lines, own_lines
from tests.factories import UserFactory, give_seat, join_group, make_group, tell_members
from tests.factories.mentoring import make_mentorship, offer_of
from workspace.models import GroupVisibility

pytestmark = pytest.mark.django_db

OFFER = "/mentoring/angebot/"
SEES = "/konto/wer-sieht-mich/"


def test_a_member_offers_and_the_office_sees_it(mentor, office, as_client):
    said = {"capacity": "2", "sentence": "Jede zweite Woche", "is_shown": "on"}
    assert as_client(mentor).post(OFFER, said).status_code == 302
    page = as_client(office).get("/mentoring/").content.decode()
    assert "Jede zweite Woche" in page and "2 Plätze frei" in page
    page = as_client(mentor).get(OFFER).content.decode()
    assert "Angebot zurücknehmen" in page
    assert as_client(mentor).post(OFFER, {"do": "end"}).status_code == 302
    assert not MentorOffer.objects.exists()


def test_what_makes_no_sense_is_said_and_kept(mentor, as_client):
    page = as_client(mentor).post(OFFER, {"capacity": "9", "sentence": "Jede zweite Woche"}).content.decode()
    assert "Jede zweite Woche" in page and "Bitte prüfen Sie eine Angabe" in page
    with pytest.raises(Invalid):
        offer_of(mentor, capacity=0)
    assert not MentorOffer.objects.exists()


def test_only_whoever_holds_a_seat_offers_it(people, as_client):
    for name, person in people.items():
        status = as_client(person).get(OFFER).status_code
        is_member = name in ("member", "coordinator", "mentor", "outsider")
        assert status == (302 if name == "visitor" else 200 if is_member else 404), name
    with pytest.raises(Refused):
        offer_mentoring(actor=actor_for(people["guest"]), capacity=1)


def test_a_former_member_can_still_take_the_offer_back(mentor, as_client):
    offer_of(mentor)
    Seat.objects.filter(person=mentor).update(end=timezone.localdate() - timedelta(days=1))
    assert as_client(mentor).get(OFFER).status_code == 200
    end_offer(MentorOffer.objects.get(), actor=actor_for(mentor))
    assert not MentorOffer.objects.exists()


def test_the_word_stands_in_the_directory_only_if_the_person_says_so(mentor, member, as_client):
    addresses = ("/mitglieder/", f"/mitglieder/{mentor.pk}/")
    offer_of(mentor)
    assert not any("Mentor:in" in as_client(member).get(one).content.decode() for one in addresses)
    offer_of(mentor, is_shown=True)
    assert all("Mentor:in" in as_client(member).get(one).content.decode() for one in addresses)


def test_new_members_need_one_until_somebody_is_asked(mentor, member, outsider, office):
    today = timezone.localdate()
    Seat.objects.filter(person=outsider).update(start=today - timedelta(days=183))
    Seat.objects.filter(person=mentor).update(start=today - timedelta(days=184))
    assert in_need(actor_for(office)) == [outsider]
    mentorship = make_mentorship(mentor, outsider, office=office, state="asked")
    assert in_need(actor_for(office)) == []
    Mentorship.objects.filter(pk=mentorship.pk).update(state="declined")
    assert in_need(actor_for(office)) == [outsider]
    Mentorship.objects.filter(pk=mentorship.pk).update(state="closed")
    assert in_need(actor_for(office)) == []
    with pytest.raises(Refused):
        in_need(actor_for(member))


def test_whoever_needs_one_is_a_line_of_the_offices_start_page_alone(mentor, outsider, office, member, as_client):
    Seat.objects.filter(person=outsider).update(start=timezone.localdate())
    address = f"/mentoring/neu/?person={outsider.pk}"
    page = as_client(office).get("/start/").content.decode()
    assert f'href="{address}"' in page and "Landkreis Weidental" in page
    for person in (member, mentor, outsider):
        assert address not in as_client(person).get("/start/").content.decode()
    make_mentorship(mentor, outsider, office=office, state="asked")
    assert address not in as_client(office).get("/start/").content.decode()


def test_the_office_sees_both_names_before_it_sends(mentor, outsider, office, as_client):
    offer_of(mentor)
    client, address = as_client(office), f"/mentoring/neu/?person={outsider.pk}"
    assert "Hat noch niemanden begleitet." in client.get(address).content.decode()
    page = client.post(address, {"mentor": mentor.pk}).content.decode()
    assert "Zuerst wird Alex Mentor gefragt und erst nach der Zusage Alex Outsider." in page
    assert not Mentorship.objects.exists()
    assert client.post(address, {"do": "send"}).status_code == 200
    assert client.post(address, {"mentor": "999", "do": "send"}).status_code == 200
    assert not Mentorship.objects.exists()
    assert client.post(address, {"mentor": mentor.pk, "do": "send"}).status_code == 302
    made = Mentorship.objects.get()
    assert (made.mentor, made.mentee, made.assigned_by) == (mentor, outsider, office)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("person", ["", "x", "0", "99999999999999", "-1", "٣"])
def test_nobody_is_assigned_to_whom_there_is_not(person, office, as_client):
    assert as_client(office).get("/mentoring/neu/", {"person": person}).status_code == 404


def test_members_do_not_see_the_overview_nor_assign(member, outsider, guest, as_client):
    for person in (member, guest):
        client = as_client(person)
        assert client.get("/mentoring/").status_code == 404
        assert client.get(f"/mentoring/neu/?person={outsider.pk}").status_code == 403


def test_the_start_page_says_what_waits_for_whom(mentor, outsider, office, as_client):
    mentorship = make_mentorship(mentor, outsider, office=office, state="asked")
    assert [line.text for line in own_lines(actor_for(mentor), 5)] == ["Möchten Sie Alex Outsider begleiten?"]
    assert own_lines(actor_for(outsider), 5) == own_lines(actor_for(office), 5) == []
    Mentorship.objects.filter(pk=mentorship.pk).update(state="ended", end_reason="withdrawn")
    make_mentorship(mentor, outsider, office=office)
    for person in (mentor, outsider):
        assert [line.text for line in own_lines(actor_for(person), 5)] == ["Begleitung: Erstes Telefonat"]
    assert "Begleitung: Erstes Telefonat" in as_client(outsider).get("/start/").content.decode()


def test_after_the_twelfth_week_has_begun_the_questions_stand_there(mentor, outsider, office):
    make_mentorship(mentor, outsider, office=office, weeks_ago=11)
    follow_mentorships()
    assert [line.text for line in own_lines(actor_for(mentor), 5)] == ["Drei Fragen zu Ihrer Begleitung"]


def test_the_office_has_a_line_for_a_mentor_who_does_not_answer_and_for_silence(mentor, outsider, member, office):
    waiting = make_mentorship(mentor, outsider, office=office, state="asked")
    assert office_lines(actor_for(office), 5) == []
    Mentorship.objects.filter(pk=waiting.pk).update(asked_at=timezone.now() - timedelta(days=8))
    silent = make_mentorship(mentor, member, office=office, weeks_ago=4)
    for days in (0, 14):
        follow_mentorships(timezone.localdate() + timedelta(days=days))
    assert [line.text for line in office_lines(actor_for(office), 5)] == [
        "Noch keine Antwort auf die Frage nach einer Begleitung: Alex Mentor",
        "In einer Begleitung ist nichts vermerkt: Alex Mentor und Alex Member",
    ]
    assert len(office_lines(actor_for(office), 1)) == 1
    assert office_lines(actor_for(mentor), 5) == []
    assert Mentorship.objects.get(pk=silent.pk).office_told_on is not None


def test_lists_cost_as_many_queries_for_many_as_for_one(mentor, outsider, office, django_assert_num_queries):
    actors = actor_for(office), actor_for(mentor)
    make_mentorship(mentor, outsider, office=office)
    _lists(actors, django_assert_num_queries)
    for number in range(3):
        person = UserFactory(email=f"neu{number}@example.org")
        give_seat(person, "99002")
        make_mentorship(mentor, person, office=office)
    _lists(actors, django_assert_num_queries)


def _lists(actors, django_assert_num_queries):
    with django_assert_num_queries(1):
        office_lines(actors[0], 5)
    with django_assert_num_queries(3):
        assert own_lines(actors[1], 5)
    with django_assert_num_queries(3):
        assert pool(actors[0])


def test_the_overview_costs_as_many_queries_for_many_as_for_one(mentor, outsider, office, as_client):
    def asked():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert as_client(office).get("/mentoring/").status_code == 200
        return len(queries)

    make_mentorship(mentor, outsider, office=office)
    asked()
    first = asked()
    for number in range(3):
        person = UserFactory(email=f"neu{number}@example.org")
        give_seat(person, "99002", start=timezone.localdate())
        make_mentorship(mentor, person, office=office)
        give_seat(UserFactory(email=f"ohne{number}@example.org"), "99002", start=timezone.localdate())
    assert asked() == first


def test_the_page_says_which_roles_and_groups_see_me(member, coordinator, mentor, outsider, office, as_client):
    group = make_group("AG Wohnen", coordinator=coordinator)
    hidden = make_group("AG Still", coordinator=coordinator, visibility=GroupVisibility.HIDDEN)
    join_group(group, outsider)
    join_group(hidden, outsider)
    make_mentorship(mentor, outsider, office=office)
    page = as_client(outsider).get(SEES).content.decode()
    for words in (
        "Gäste mit Mandat",
        "AG Wohnen",
        "AG Still",
        "Alle Mitglieder sehen, dass Sie dabei sind.",
        "Andere Mitglieder sehen nicht, dass Sie dabei sind",
        "Eine andere Person darin sieht Sie",
        "Alex Mentor",
        "Weder E-Mail-Adresse noch Telefonnummer.",
    ):
        assert words in page, words
    assert "AG Wohnen" not in as_client(member).get(SEES).content.decode()
    tell_members(outsider, shows_email=True)
    assert "auch die E-Mail-Adresse, nicht die Telefonnummer" in as_client(outsider).get(SEES).content.decode()
    tell_members(outsider, is_listed=False)
    assert "Sie finden Sie weder im Verzeichnis noch" in as_client(outsider).get(SEES).content.decode()


def test_who_never_held_a_seat_has_no_such_page(guest, editor, former_member, as_client):
    assert as_client(guest).get(SEES).status_code == as_client(editor).get(SEES).status_code == 404
    assert as_client(former_member).get(SEES).status_code == 200


def test_each_field_of_the_own_place_says_who_sees_it(outsider, as_client):
    page = as_client(outsider).get("/konto/verzeichnis/").content.decode()
    assert page.count("Das sehen alle Mitglieder, die Redaktion und das Programmbüro.") == 2
    assert "Niemand sieht sie, solange Sie es unten nicht erlauben" in page
    assert f'href="{SEES}"' in page
