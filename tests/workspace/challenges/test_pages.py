"""Challenges in the browser, without a script."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from tests.factories import make_challenge, make_discussion, make_entry, make_topic
from workspace.actions.challenges import withdraw_challenge
from workspace.actions.discussions import mark_answer, reopen_discussion
from workspace.models import Challenge

pytestmark = pytest.mark.django_db

TYPED = {"title": "Wie fahren Kursleute ohne Bus?", "text": "Der Sprachkurs ist zwölf Kilometer weg.", "quotable": "no"}


def states(client):
    page = client.get("/herausforderungen/").content.decode()
    names = ("offen", "im Gespräch", "beantwortet", "zurückgezogen")
    return [name for name in names if f"<span>{name}</span>" in page]


def test_a_member_asks_and_everything_is_kept(member, mentor, as_client, index):
    topic = make_topic("Mobilität", is_open=True)
    answer = as_client(member).post(
        "/herausforderungen/neu/", {**TYPED, "topics": [topic.pk], "urgent": "on", "quotable": "without_county"}
    )
    challenge = Challenge.objects.get()
    assert answer["Location"] == f"/herausforderungen/{challenge.pk}/"
    page = as_client(mentor).get(answer["Location"]).content.decode()
    for words in (TYPED["title"], "zwölf Kilometer", "Mobilität", "dringend", "ohne den Namen des Landkreises"):
        assert words in page


def test_likely_answers_are_shown_once_and_nothing_typed_is_lost(member, mentor, as_client, index):
    make_entry(title="Sprachkurs ohne Bus", summary="Der Kleinbus holt alle ab.")
    make_challenge("Sprachkurs und kein Bus", by=mentor, text="Was tun wir?")
    make_discussion("Bus im Sprachkurs", by=mentor)
    dispatch_pending()
    client = as_client(member)
    page = client.post("/herausforderungen/neu/", TYPED).content.decode()
    assert Challenge.objects.count() == 1
    assert "Sprachkurs ohne Bus" in page and "Sprachkurs und kein Bus" in page
    assert "Bus im Sprachkurs" not in page
    assert TYPED["title"] in page and TYPED["text"] in page and "Trotzdem fragen" in page
    assert client.post("/herausforderungen/neu/", {**TYPED, "was_shown": "1"}).status_code == 302
    assert Challenge.objects.count() == 2


def test_what_the_asker_may_not_read_is_not_offered(member, as_client, index):
    make_entry(title="Sprachkurs ohne Bus", published=False)
    dispatch_pending()
    assert as_client(member).post("/herausforderungen/neu/", TYPED).status_code == 302


def test_a_question_without_words_is_not_put(member, as_client, index):
    page = as_client(member).post("/herausforderungen/neu/", {**TYPED, "text": " "}).content.decode()
    assert TYPED["title"] in page
    assert not Challenge.objects.exists()


def test_the_state_follows_from_what_is_said(member, mentor, as_client):
    client = as_client(mentor)
    challenge = make_challenge(by=member)
    assert states(client) == ["offen"]
    own = as_client(member).post(challenge.get_absolute_url(), {"text": "Noch etwas dazu."})
    assert own.status_code == 302
    assert states(client) == ["offen"]
    client.post(challenge.get_absolute_url(), {"text": "So geht es."})
    assert states(client) == ["im Gespräch"]
    as_client(member).post(f"/diskussionen/beitraege/{challenge.discussion.posts.last().pk}/loesung/")
    assert states(client) == ["beantwortet"]
    as_client(member).post(f"/herausforderungen/{challenge.pk}/zurueckziehen/")
    assert states(client) == ["zurückgezogen"]
    reopen_discussion(Challenge.objects.get().discussion, actor=actor_for(member))
    assert states(client) == ["beantwortet"]


def test_only_the_asker_takes_it_back_and_opens_it_again(member, mentor, office, as_client):
    challenge = make_challenge(by=member)
    address = f"/herausforderungen/{challenge.pk}/zurueckziehen/"
    assert as_client(mentor).post(address).status_code == 403
    withdraw_challenge(challenge, actor=actor_for(member))
    turned = as_client(office).post(f"/diskussionen/{challenge.discussion_id}/zustand/reopen/")
    assert turned.status_code == 403
    assert states(as_client(mentor)) == ["zurückgezogen"]


def test_filters_stand_in_the_address_and_keep_each_other(member, mentor, as_client):
    housing, language = make_topic("Wohnen", is_open=True), make_topic("Sprache", is_open=True)
    make_challenge("Erste Frage", by=member, topics=[housing], urgent=True)
    make_challenge("Zweite Frage", by=member, topics=[language], posts=[mentor])
    client = as_client(mentor)

    def shown(query):
        page = client.get(f"/herausforderungen/{query}").content.decode()
        return [title for title in ("Erste Frage", "Zweite Frage") if title in page]

    assert shown("") == ["Erste Frage", "Zweite Frage"]
    assert shown(f"?topic={housing.slug}") == shown("?urgent=1") == shown("?state=open") == ["Erste Frage"]
    assert shown("?state=talked_about") == ["Zweite Frage"]
    assert shown(f"?topic={language.slug}&urgent=1") == []
    newest_first = client.get("/herausforderungen/").content.decode()
    assert newest_first.index("Zweite Frage") < newest_first.index("Erste Frage")
    page = client.get(f"/herausforderungen/?topic={housing.slug}").content.decode()
    assert f"?topic={housing.slug}&amp;state=open" in page


def test_it_stands_in_one_place_only(member, mentor, as_client):
    challenge = make_challenge(by=member)
    client = as_client(mentor)
    assert challenge.discussion.title not in client.get("/diskussionen/").content.decode()
    moved = client.get(f"/diskussionen/{challenge.discussion_id}/?page=1")
    assert moved["Location"] == f"/herausforderungen/{challenge.pk}/?page=1"


def test_its_readers_are_not_changed_afterwards(member, as_client):
    challenge = make_challenge(by=member)
    assert as_client(member).get(f"/diskussionen/{challenge.discussion_id}/leser/").status_code == 403


@pytest.mark.parametrize("name", ["guest", "visitor", "applicant"])
def test_who_is_no_member_does_not_learn_that_there_is_one(name, member, as_client, request):
    challenge = make_challenge(by=member)
    client = as_client(request.getfixturevalue(name))
    for address in (challenge.get_absolute_url(), f"/diskussionen/{challenge.discussion_id}/"):
        absent = client.get(address.replace(str(challenge.pk), "987654"))
        assert client.get(address).status_code == absent.status_code != 200
    assert client.get("/herausforderungen/").status_code != 200
    assert client.get("/herausforderungen/neu/").status_code != 200
    assert "/herausforderungen/" not in client.get("/wissen/").content.decode()


def test_the_answer_that_helped_stands_at_the_top(member, mentor, as_client):
    challenge = make_challenge(by=member, posts=[mentor])
    mark_answer(challenge.discussion.posts.last(), actor=actor_for(member))
    assert "Das war die Lösung" in as_client(mentor).get(challenge.get_absolute_url()).content.decode()


def test_whoever_finds_nothing_is_offered_to_ask_where_they_may(member, office, guest, visitor, as_client, index):
    offer = 'href="/herausforderungen/neu/?title=Xylophon+im+Dorf"'
    shown = {
        name: offer in as_client(person).get("/suche/?q=Xylophon+im+Dorf").content.decode()
        for name, person in {"member": member, "office": office, "guest": guest, "visitor": visitor}.items()
    }
    assert shown == {"member": True, "office": False, "guest": False, "visitor": False}
    page = as_client(member).get("/herausforderungen/neu/?title=Xylophon+im+Dorf").content.decode()
    assert 'value="Xylophon im Dorf"' in page
