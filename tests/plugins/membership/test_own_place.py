"""What a person decides about the directory, under their account."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry

from plugins.api.access import SYSTEM, may
from plugins.api.errors import Invalid, Refused
from plugins.membership.actions.profiles import change_member_profile
from plugins.membership.models import MemberProfile
from tests.factories import make_topic, tell_members

OWN = "/konto/verzeichnis/"
SAID = {"is_listed": "on", "competences": "Lotsen schulen", "telephone": "0171 3920042", "shows_telephone": "on"}


def test_everybody_with_a_seat_is_in_it_without_e_mail_and_telephone_unless_they_decide_otherwise(member):
    profile = MemberProfile.objects.get(person=member)
    assert (profile.is_listed, profile.shows_email, profile.shows_telephone) == (True, False, False)


def test_what_is_decided_is_kept_and_members_see_it(member, coordinator, as_client):
    topic = make_topic("Wohnen", is_open=True)
    answer = as_client(member).post(OWN, {**SAID, "topics": [topic.pk]}, follow=True)

    assert answer.redirect_chain == [(OWN, 302)]
    assert "Gespeichert ist, was Mitglieder von Ihnen sehen." in answer.content.decode()
    page = as_client(coordinator).get(f"/mitglieder/{member.pk}/").content.decode()
    assert "Lotsen schulen" in page
    assert "0171 3920042" in page
    assert 'href="/mitglieder/?topic=wohnen"' in page
    assert member.email not in page


def test_who_takes_the_tick_away_is_not_found_any_more(member, coordinator, as_client):
    as_client(member).post(OWN, {"competences": "Lotsen schulen"})
    assert as_client(coordinator).get(f"/mitglieder/{member.pk}/").status_code == 404


def test_the_page_says_who_can_see_what(member, as_client):
    page = as_client(member).get(OWN).content.decode()
    assert "Wer meine Daten sehen kann" in page
    for sentence in ("alle Mitglieder, die Redaktion und das Programmbüro", "Gäste, Besucher:innen", "Administration"):
        assert sentence in page


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("telephone", "ruf mich an", "Bitte nur Ziffern"),
        ("telephone", "javascript:1", "Bitte nur Ziffern"),
        ("competences", "x" * 301, "300"),
        ("topics", ["987654"], "987654"),
    ],
)
def test_what_makes_no_sense_is_said_at_its_field_and_nothing_is_changed(field, typed, sentence, member, as_client):
    page = as_client(member).post(OWN, {**SAID, field: typed}).content.decode()
    assert sentence in page
    assert "Lotsen schulen" in page or field == "competences"
    assert MemberProfile.objects.get(person=member).competences == ""


def test_the_overview_leads_there_for_whoever_has_held_a_seat(member, former_member, guest, editor, as_client):
    for person, is_there in ((member, True), (former_member, True), (guest, False), (editor, False)):
        client = as_client(person)
        assert (f'href="{OWN}"' in client.get("/konto/").content.decode()) == is_there
        assert client.get(OWN).status_code == (200 if is_there else 404)


def test_without_a_seat_the_page_says_that_nothing_is_found(former_member, as_client):
    assert "Zurzeit haben Sie keinen Sitz" in as_client(former_member).get(OWN).content.decode()


def test_who_is_not_signed_in_is_asked_to(as_client, forum):
    assert as_client().get(OWN)["Location"] == f"/konto/anmelden/?next={OWN}"


def test_nobody_decides_for_others(cast, member):
    profile = MemberProfile.objects.get(person=member)
    assert {name for name, actor in cast.items() if may(actor, "edit", profile)} == {"member", "system"}
    nothing = {"topics": [], "competences": "", "shows_email": True, "telephone": "", "shows_telephone": False}
    for name in ("coordinator", "office", "admin"):
        with pytest.raises(Refused):
            change_member_profile(profile, actor=cast[name], is_listed=True, **nothing)


def test_a_topic_that_the_person_does_not_see_cannot_be_chosen(member, cast):
    hidden = make_topic("Geheimes Vorhaben")
    profile = MemberProfile.objects.get(person=member)
    nothing = {"competences": "", "shows_email": False, "telephone": "", "shows_telephone": False}
    change_member_profile(profile, actor=cast["member"], is_listed=True, topics=[hidden], **nothing)
    assert list(profile.topics.all()) == []


def test_the_action_too_refuses_what_is_too_long(member):
    with pytest.raises(Invalid) as refused:
        tell_members(member, competences="x" * 301)
    assert set(refused.value.errors) == {"competences"}


def test_the_audit_trail_knows_the_person_by_number(member):
    tell_members(member, competences="Lotsen schulen")
    noted = ModelLogEntry.objects.get(action="membership.change_profile")
    assert (noted.label, noted.user, noted.data) == (f"#{member.pk}", member, {})


def test_the_system_may(member):
    assert may(SYSTEM, "edit", MemberProfile.objects.get(person=member))
