"""Speakers and companions without an account: a page of their own data, and nothing else."""

from __future__ import annotations

import pytest

from plugins.api.access import ANONYMOUS
from plugins.api.actors import actor_for
from plugins.api.adapters.links import bearer
from plugins.api.errors import Missing, Refused
from plugins.events.actions.answers import answer_invitation
from plugins.events.actions.own_places import erase_participant, rename_participant
from plugins.events.models import Participant
from plugins.events.personal_data import participants as personal_data
from plugins.events.queries.recipients import Outside
from tests.factories.events import make_event
from tests.factories.invitations import invite, link_of

pytestmark = pytest.mark.django_db

TOLD = "Ihr Vortrag beginnt um elf."


def speaker(office, **said):
    event = make_event(title="Kranichtagung", summary="Worum es geht", agenda="Was drinnen geschieht", **said)
    return invite(event, by=office, outside=Outside("Dr. Thal", "thal@example.org", "speaker", TOLD))[0]


def own(row) -> str:
    return link_of(row).replace("antwort", "eigenes")


@pytest.mark.parametrize("confidentiality", ["public", "members"])
def test_they_read_what_is_stored_about_them_and_of_the_event_what_is_public(confidentiality, office, member, client):
    row = speaker(office, confidentiality=confidentiality)
    (other,) = invite(row.event, member, by=office)
    page = client.get(own(row))
    text = page.content.decode()
    assert page["Cache-Control"] == "private, no-store"
    assert all(words in text for words in ("Dr. Thal", "thal@example.org", TOLD, "Kranichtagung"))
    assert ("Was drinnen geschieht" in text, "Worum es geht" in text) == (confidentiality == "public",) * 2
    assert str(member) not in text and other.called not in text
    assert TOLD in client.get(link_of(row)).content.decode()


def test_they_change_their_name(office, client):
    row = speaker(office)
    address = own(row)
    assert client.post(address, {"name": "  Dr.  Katja Thal "}).status_code == 302
    row.refresh_from_db()
    assert row.name == "Dr. Katja Thal"
    assert client.post(address, {"name": " "}).context["form"].errors


def test_they_erase_their_line_and_the_link_is_gone_with_it(office, client):
    row = speaker(office)
    answer_invitation(row, "yes", actor=bearer(ANONYMOUS, f"participant:{row.pk}"))
    address = own(row)
    assert client.get(f"{address}loeschen/").status_code == 200 and Participant.objects.exists()
    page = client.post(f"{address}loeschen/", follow=True)
    assert page.status_code == 200 and not Participant.objects.exists()
    assert client.get(address).status_code == client.get(address.replace("eigenes", "antwort")).status_code == 404


def test_whoever_has_an_account_has_no_such_page(office, member, client):
    (row,) = invite(make_event(), member, by=office)
    address = own(row)
    assert client.get(address).status_code == client.get(f"{address}loeschen/").status_code == 404


def test_one_link_never_touches_anothers_line(office, client):
    row = speaker(office)
    (other,) = invite(row.event, by=office, outside=Outside("Kim", "kim@example.org", "attendee"))
    by_link = bearer(ANONYMOUS, f"participant:{other.pk}")
    for act in (
        lambda: rename_participant(row, "Anders", actor=by_link),
        lambda: erase_participant(row, actor=by_link),
    ):
        with pytest.raises(Missing):
            act()
    client.post(own(other), {"name": "Kim K."})
    row.refresh_from_db()
    assert row.name == "Dr. Thal"
    with pytest.raises(Refused):
        erase_participant(row, actor=actor_for(office))


def test_what_was_told_and_answered_is_handed_out_and_erased(office, member):
    event = make_event()
    (row,) = invite(event, by=office, outside=Outside("Jemand", member.email, "speaker", TOLD))
    answer_invitation(row, "no", excuse="Kreistag", actor=actor_for(member))
    (line,) = personal_data.hand_out(member)
    assert (line["told"], line["answer"], line["excuse"]) == (TOLD, "no", "Kreistag")
    personal_data.erase(member)
    assert not Participant.objects.exists()
