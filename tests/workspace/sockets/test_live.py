"""Open pages hear at once of what concerns them, and of nothing else; who loses access loses the socket."""

from __future__ import annotations

import json
import time

import pytest

from tests.forum_process import Person, code_of, hears

pytestmark = pytest.mark.xdist_group("sockets")

TO_ALL, BETWEEN_TWO, IN_GROUP = 1, 2, 3
ABSENT = 987_654
DRAFT = 1
BELL = {"watch": "bell"}


def discussion(pk):
    return {"watch": "discussion", "id": pk}


def test_another_browser_hears_of_a_new_post_within_a_second_and_reads_no_word_of_it(person):
    with person("member").watching(discussion(TO_ALL)) as reader:
        waits = []
        for number in range(5):
            person("outsider").say(TO_ALL, f"Etwas Neues, Nummer {number}.")
            said = time.monotonic()
            told = hears(reader)
            waits.append(time.monotonic() - said)
            assert set(told) == {"new", "id", "newest"} and (told["new"], told["id"]) == ("discussion", TO_ALL)
    assert sorted(waits)[2] < 1, waits  # from the moment in which the speaker sees the post


def test_the_page_of_a_draft_hears_of_what_is_said_beside_it_without_a_word_of_it(person):
    with person("member").watching({"watch": "draft", "id": DRAFT}) as reader:
        page = f"/entwuerfe/{DRAFT}/"
        person("coordinator").send(f"{page}kommentare/?ganz", on=page, text="Vertraulich.")
        told = hears(reader)
        assert set(told) == {"new", "id", "newest"} and (told["new"], told["id"]) == ("draft", DRAFT)
    for pk in (DRAFT, ABSENT):
        with person("outsider").socket() as other:
            other.send(json.dumps({"watch": "draft", "id": pk}))
            assert code_of(other) == 4404


def test_the_bell_rings_for_the_person_concerned_alone(person):
    with person("mentor").watching(BELL) as concerned, person("outsider").watching(BELL) as other:
        before = json.loads(person("mentor").read("/api/v1/notifications/?unread=1"))["count"]
        person("member").say(BETWEEN_TWO, "Können wir morgen sprechen?")
        assert hears(concerned) == {"new": "bell", "unread": before + 1}
        person("mentor").send("/mitteilungen/", do="read")
        assert hears(concerned) == {"new": "bell", "unread": 0}
        with pytest.raises(TimeoutError):
            hears(other, within=1)


def test_what_is_not_yours_answers_like_what_is_not_there(person):
    codes = {}
    for name in ("outsider", "guest", "admin"):
        for pk in (BETWEEN_TWO, ABSENT):
            with person(name).socket() as socket:
                socket.send(json.dumps(discussion(pk)))
                codes[name, pk] = code_of(socket)
    assert set(codes.values()) == {4404}


def test_visitors_are_asked_to_sign_in(served):
    with Person(served, None).socket() as socket:
        assert code_of(socket) == 4401
    with Person(served, None).socket(cookie="sessionid=gibtesnicht") as socket:
        assert code_of(socket) == 4401


def test_an_address_that_nobody_has(person):
    with person("member").socket("/ws/gibt-es-nicht") as socket:
        assert code_of(socket) == 4404


def test_the_slash_at_the_end_may_be_missing(person):
    with person("member").socket("/ws/live") as socket:
        socket.send(json.dumps(BELL))
        assert hears(socket)["watching"] == "bell"


def test_who_signs_out_is_disconnected_at_once_and_other_devices_stay(served):
    here, elsewhere = Person(served, "coordinator"), Person(served, "coordinator")
    with here.watching(BELL) as ends, elsewhere.watching(BELL) as stays:
        here.send("/konto/abmelden/")
        started = time.monotonic()
        assert code_of(ends) == 4401
        assert time.monotonic() - started < 2
        assert code_of(stays, within=1) is None


def test_who_is_taken_out_of_the_group_is_disconnected_at_once_and_comes_back_in_vain(person):
    with (
        person("mentor").watching(discussion(IN_GROUP)) as ends,
        person("member").watching(discussion(IN_GROUP)) as stays,
    ):
        person("coordinator").send("/arbeitsgruppen/ag-wohnen/mitglieder/3/beenden/", reason="Das Thema passt nicht.")
        started = time.monotonic()
        assert code_of(ends) == 4403
        assert time.monotonic() - started < 2
        person("coordinator").say(IN_GROUP, "Wir sind jetzt zu zweit.")
        assert hears(stays)["id"] == IN_GROUP
    with person("mentor").socket() as again:
        again.send(json.dumps(discussion(IN_GROUP)))
        assert code_of(again) == 4404
