"""Several people write in one draft: what one writes the others see; what is acknowledged is stored; limits hold."""

from __future__ import annotations

import json
import time

import pytest

from tests.forum_process import Person, code_of
from tests.workspace.sockets.drafting import DRAFT, change_state, editing, on_disk
from workspace.drafting import frames
from workspace.drafting.frames import Step
from workspace.sockets.drafts import LARGEST_FRAME

pytestmark = pytest.mark.xdist_group("sockets")

ABSENT = 987_654
GROUP = "/arbeitsgruppen/ag-wohnen/mitglieder"
MEMBERS_PLACE = 2
NESTED = b"\x01\x01\x4d\x00\x08\x01\x07content\x01" + b"\x75\x01" * 100_000 + b"\x7f\x00"


def test_what_one_writes_the_others_see_and_who_comes_later_too(data, person):
    with editing(person("coordinator")) as one, editing(person("member")) as other:
        one.write("Von der Koordinatorin.")
        other.write("Vom Mitglied.")
        for editor in (one, other):
            assert editor.hears(lambda: editor.reads("Von der Koordinatorin.") and editor.reads("Vom Mitglied."))  # noqa: B023
        assert one.shows() == other.shows()
        with editing(person("mentor")) as late:
            assert late.reads("Von der Koordinatorin.") and late.reads("Vom Mitglied.")
        assert one.hears(lambda: one.stored)
    assert "Von der Koordinatorin." in str(on_disk(data).as_json())


def test_what_is_acknowledged_is_on_disk_and_without_asking_nobody_is_told(data, person):
    with editing(person("member")) as editor, editing(person("member"), asked="") as stock:
        for number in range(1, 6):
            editor.write(f"Bestätigt, Nummer {number}.")
            assert editor.hears(lambda: editor.stored == number)  # noqa: B023
            assert f"Bestätigt, Nummer {number}." in str(on_disk(data).as_json())
        stock.write("Ohne Bestätigung.")
        assert editor.hears(lambda: editor.reads("Ohne Bestätigung."))
        assert stock.stored == 0 and editor.stored == 5


def test_readers_see_what_is_written_and_write_nothing_themselves(data, person):
    with editing(person("mentor")) as reader, editing(person("member")) as writer:
        reader.write("Von der Beraterin.")
        writer.write("Nach ihr.")
        assert reader.hears(lambda: reader.reads("Nach ihr.")) and reader.stored == 0
        assert not writer.reads("Von der Beraterin.")
        writer.write("Und noch etwas.")
        assert reader.hears(lambda: reader.reads("Und noch etwas."))
        assert not writer.hears(lambda: writer.reads("Von der Beraterin."), within=0.3)
    assert "Von der Beraterin." not in str(on_disk(data).as_json())


@pytest.mark.parametrize("name", ["outsider", "guest", "editor", "office"])
def test_whose_draft_it_is_not_hears_what_one_hears_of_a_draft_that_is_not_there(person, name):
    said = []
    for draft in (DRAFT, ABSENT):
        with person(name).socket(f"/ws/drafts/{draft}?acks=1") as socket:
            said.append(code_of(socket))
    assert said == [4404, 4404]


def test_visitors_are_asked_to_sign_in_and_a_ticket_that_is_none_opens_nothing(served, person):
    for somebody, path in (
        (Person(served, None), f"/ws/drafts/{DRAFT}"),
        (Person(served, None), f"/ws/drafts/{DRAFT}?ticket=erfunden"),
        (person("member"), f"/ws/drafts/{DRAFT}?ticket=erfunden"),
    ):
        with somebody.socket(path) as socket:
            assert code_of(socket) == 4401


BROKEN = {
    "text": "hallo",
    "nothing": b"",
    "half a frame": b"\x00\x02\x05ab",
    "an unknown step": b"\x00\x07\x00",
    "no update": frames.sync(Step.UPDATE, b"nonsense"),
    "half an update": frames.sync(Step.UPDATE, b"\x01\x01\x05\x00\x04"),
    "lists without end": frames.sync(Step.UPDATE, NESTED),
    "no state": frames.sync(Step.STATE, b"\xff\xff\xff"),
    "no presence": b"\x01\x02\x09\x09",
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_frame_ends_its_socket_and_the_others_notice_nothing(person, kind):
    with editing(person("coordinator")) as one, editing(person("member")) as other:
        with editing(person("member")) as hostile:
            hostile.write("Vorher.")
            assert hostile.hears(lambda: hostile.stored == 1)
            hostile.socket.send(BROKEN[kind])
            words = f"Unbeirrt: {kind}."
            one.write(words)
            assert hostile.ends_with() == 4400
        assert one.hears(lambda: one.stored == 1)
        assert other.hears(lambda: other.reads(words))
        assert one.shows() == other.shows()


def test_an_update_that_is_too_large(person):
    with editing(person("member")) as editor:
        editor.say(bytes(LARGEST_FRAME))
        assert editor.ends_with() == 4413


def test_a_flood_is_stopped_and_the_others_go_on_writing(person):
    with editing(person("coordinator")) as one, editing(person("member")) as flood:
        for _ in range(3000):
            flood.say(b"\x00\x00")
        assert 4500 <= (flood.ends_with() or 0) < 4600
        one.write("Weiter im Text.")
        assert one.hears(lambda: one.stored == 1)


def test_what_was_written_without_a_connection_comes_in_even_after_what_was_written_since(data, person):
    with editing(person("member")) as editor:
        editor.say, said = lambda *_: None, editor.say  # type: ignore[method-assign]
        editor.write("Ohne Verbindung.")
        editor.say = said  # type: ignore[method-assign]
        editor.write("Wieder verbunden.")
        assert editor.hears(lambda: editor.stored == 1)
        with person("member").socket(f"/ws/drafts/{DRAFT}?acks=1") as socket:
            editor.socket, editor.stored = socket, 0
            assert editor.hears(lambda: editor.stored == 1)
    with editing(person("coordinator")) as late:
        assert late.reads("Ohne Verbindung.") and late.reads("Wieder verbunden.")
    assert "Wieder verbunden." in str(on_disk(data).as_json())


def test_who_is_there_is_named_by_the_server_and_leaving_is_told_at_once(person):
    with editing(person("coordinator")) as one:
        with editing(person("member")) as other:
            other.is_here(77, {"user": {"name": "Frau Ministerin", "colour": 3}})
            assert one.hears(lambda: one.names())
            (name,) = one.names()
            assert name != "Frau Ministerin" and one.present[77].state["user"]["colour"] == 3
            one.is_here(77, {"user": {"name": "Jemand"}, "cursor": 1}, clock=50)
            one.is_here(78, {}, clock=1)
            assert other.hears(lambda: 78 in other.present)
            assert other.present[77].clock == 1
            with editing(person("mentor")) as late:
                assert late.hears(lambda: len(late.names()) == 2)
                late.socket.send(bytes([frames.ASK_AWARENESS]))
                late.present.clear()
                assert late.hears(lambda: len(late.names()) == 2)
        left = time.monotonic()
        assert one.hears(lambda: one.present[77].state is None)
        assert time.monotonic() - left < 2


def test_a_page_that_is_lost_without_a_word_is_gone_too(person):
    with editing(person("coordinator")) as one, editing(person("member")) as other:
        other.is_here(79, {})
        assert one.hears(lambda: 79 in one.present)
        other.socket.socket.shutdown(2)
        assert one.hears(lambda: one.present[79].state is None)


def test_a_closed_draft_takes_nothing_and_says_so(data, person):
    with editing(person("member")) as editor:
        editor.write("Noch offen.")
        assert editor.hears(lambda: editor.stored == 1)
        change_state(data, "closed")
        try:
            editor.write("Zu spät.")
            assert editor.ends_with() == 4403
            with editing(person("member")) as reader:
                assert reader.reads("Noch offen.") and not reader.reads("Zu spät.")
                reader.write("Viel zu spät.")
                assert reader.ends_with(within=0.5) is None and reader.stored == 0
        finally:
            change_state(data, "writing")
    assert "zu spät" not in str(on_disk(data).as_json()).lower()


def test_who_becomes_an_adviser_writes_no_more_and_reads_on(data, person):
    with editing(person("member")) as editor, editing(person("coordinator")) as other:
        editor.write("Noch als Schreibende.")
        assert editor.hears(lambda: editor.stored == 1)
        person("coordinator").send(f"{GROUP}/{MEMBERS_PLACE}/", role="adviser")
        try:
            other.write("Danach.")
            assert editor.hears(lambda: editor.reads("Danach."))
            editor.write("Als Beraterin.")
            assert editor.ends_with() == 4403
            with editing(person("member")) as reader:
                assert reader.reads("Noch als Schreibende.") and not reader.reads("Als Beraterin.")
        finally:
            person("coordinator").send(f"{GROUP}/{MEMBERS_PLACE}/", role="writer")
    assert "Als Beraterin." not in str(on_disk(data).as_json())
    with editing(person("member")) as again:
        again.write("Wieder als Schreibende.")
        assert again.hears(lambda: again.stored == 1)


def test_who_signs_out_writes_nothing_more(data, served):
    leaving = Person(served, "member")
    with editing(leaving) as editor:
        leaving.send("/konto/abmelden/")
        editor.write("Nach dem Abmelden.")
        assert editor.ends_with() in (4401, 4403)
    assert "Nach dem Abmelden." not in str(on_disk(data).as_json())


def test_who_is_taken_out_of_the_group_is_out_within_a_second_and_nothing_more_of_theirs_is_in_the_text(data, person):
    """Comes last: the member does not come back."""
    with editing(person("member")) as ends, editing(person("coordinator")) as stays:
        ends.write("Noch in der Gruppe.")
        assert ends.hears(lambda: ends.stored == 1)
        person("coordinator").send(f"{GROUP}/{MEMBERS_PLACE}/beenden/", reason="Das Thema passt nicht.")
        started = time.monotonic()
        for number in range(20):
            ends.write(f"Nach dem Ausschluss {number}.")
        assert ends.ends_with() == 4403
        assert time.monotonic() - started < 1
        stays.write("Wir sind noch da.")
        assert stays.hears(lambda: stays.stored == 1)
        assert stays.reads("Noch in der Gruppe.") and not stays.reads("Nach dem Ausschluss")
    stored = json.dumps(on_disk(data).as_json(), ensure_ascii=False)
    assert "Noch in der Gruppe." in stored and "Nach dem Ausschluss" not in stored
    with person("member").socket(f"/ws/drafts/{DRAFT}") as again:
        assert code_of(again) == 4404
