"""The server reads and changes exactly the text that editors write, and they read what it writes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Doc, Map, XmlElement, XmlFragment, XmlText

from tests.workspace.drafting.editing import EVERYTHING, STRONG, doc, edited, paragraph, text
from workspace.drafting.authors import DEEPEST
from workspace.drafting.document import Broken, SharedText, length
from workspace.drafting.formats.shapes import checked

WORDS = st.text(st.sampled_from("ab cäß😀"), max_size=12)


def comment(number: str) -> dict:
    return {"type": "comment", "attrs": {"id": number}}


def with_text(*blocks: dict) -> SharedText:
    shared = SharedText()
    shared.write(doc(*blocks))
    return shared


def words_of(shared: SharedText) -> list[str]:
    return ["".join(one.get("text", "") for one in block.get("content", ())) for block in shared.as_json()["content"]]


def nested(depth: int) -> bytes:
    written: Doc = Doc()
    node = written.get("content", type=XmlFragment)
    for _ in range(depth):
        child = XmlElement("blockquote")
        node.children.append(child)
        node = child
    node.children.append(XmlText("tief"))
    return written.get_update()


def test_what_an_editor_writes_is_read_as_it_is(node):
    ((sent, sees),) = edited(node, {"who": "a", "text": EVERYTHING})
    shared = SharedText()
    for update in sent:
        shared.apply(update)
    assert checked(shared.as_json()) == checked(EVERYTHING) == checked(sees)


def test_what_the_server_writes_an_editor_shows_and_goes_on_with(node):
    shared = SharedText()
    written = shared.write(checked(EVERYTHING))
    (_, shown), (sent, shows) = edited(
        node,
        {"who": "a", "update": written},
        {"who": "a", "text": {**EVERYTHING, "content": EVERYTHING["content"][1:]}},
    )
    assert checked(shown) == checked(EVERYTHING)
    for update in sent:
        shared.apply(update)
    assert checked(shared.as_json()) == checked(shows)
    assert "Größe" not in str(shared.as_json())


def test_editors_that_write_at_the_same_time_and_the_server_end_up_with_one_text(node):
    shared = with_text(paragraph("Anfang und Ende"))
    begins = {"update": shared.whole()}
    found = edited(
        node,
        {"who": "a", **begins},
        {"who": "b", **begins},
        {"who": "a", "text": doc(paragraph("Guter Anfang und Ende"))},
        {"who": "b", "text": doc(paragraph("Anfang und ", text("gutes Ende", STRONG)), paragraph("Neu"))},
    )
    for sent, _ in found:
        for update in sent:
            shared.apply(update)
    ((_, shows),) = edited(node, {"who": "c", "update": shared.whole()})
    assert words_of(shared) == ["Guter Anfang und gutes Ende", "Neu"]
    assert checked(shows) == checked(shared.as_json())


def test_places_of_remarks_stay_where_they_are_while_editors_write(node):
    """Marks of one kind lie over each other; each moves with its words and is taken away alone."""
    shared = with_text(paragraph("Wir empfehlen eine Telefonnummer am Abend."))
    shared.mark("comment", "c1", 0, 4, 32)
    shared.mark("comment", "c2", 0, 14, 32)
    ((_, sees),) = edited(node, {"who": "a", "update": shared.whole()})
    assert sees["content"][0]["content"][2]["marks"] == [comment("c1"), comment("c2")]
    changed = [{**one, "text": one["text"].replace("eine", "genau 😀 eine")} for one in sees["content"][0]["content"]]
    _, (sent, shows) = edited(
        node, {"who": "a", "update": shared.whole()}, {"who": "a", "text": doc(paragraph(*changed))}
    )
    for update in sent:
        shared.apply(update)
    assert checked(shows) == checked(shared.as_json())
    assert shared.marked("comment", "c1") == "empfehlen genau 😀 eine Telefonnummer"
    assert shared.marked("comment", "c2") == "genau 😀 eine Telefonnummer"
    shared.unmark("comment", "c1")
    assert (shared.marked("comment", "c1"), shared.marked("comment", "c2")) == ("", "genau 😀 eine Telefonnummer")


def test_marks_of_the_server_are_none_in_the_eyes_of_an_editor_once_taken_away(node):
    shared = with_text(paragraph("Ein Satz."))
    shared.mark("suggestion", "s5", 0, 0, 3)
    shared.unmark("suggestion", "s5")
    ((_, sees),) = edited(node, {"who": "a", "update": shared.whole()})
    assert sees == doc(paragraph("Ein Satz."))


@settings(deadline=None)
@given(before=WORDS, passage=WORDS.filter(bool), after=WORDS)
def test_a_passage_is_marked_by_javascript_s_counting(before, passage, after):
    shared = with_text(paragraph(*(part for part in (before, passage, after) if part)))
    shared.mark("comment", "c1", 0, length(before), length(before + passage))
    assert shared.marked("comment", "c1") == passage


def test_an_atom_counts_one_and_a_passage_may_span_it():
    footnote = {"type": "footnote", "attrs": {"text": "Quelle"}}
    shared = with_text(paragraph("vor", footnote, text("nach", STRONG), " Ende"))
    shared.mark("comment", "c1", 0, 1, 6)
    assert shared.marked("comment", "c1") == "orna"


def test_a_passage_beyond_the_text_marks_nothing():
    shared = with_text(paragraph("kurz"))
    assert shared.mark("comment", "c1", 3, 0, 2) and shared.mark("comment", "c2", 0, 90, 99)
    assert shared.marked("comment", "c1") == shared.marked("comment", "c2") == ""


def test_words_of_a_suggestion_take_the_place_of_those_it_is_about_and_their_format():
    shared = with_text(paragraph("Das ", text("dauert fünf Tage", STRONG), "."))
    shared.mark("suggestion", "s5", 0, 11, 15)
    shared.mark("comment", "c1", 0, 4, 20)
    shared.replace_marked("suggestion", "s5", "zehn 😀")
    assert words_of(shared) == ["Das dauert zehn 😀 Tage."]
    assert shared.marked("suggestion", "s5") == "" and shared.marked("comment", "c1") == "dauert zehn 😀 Tage"
    assert [one for one in shared.as_json()["content"][0]["content"] if "zehn" in one["text"]][0]["marks"][-1] == STRONG


def test_a_suggestion_to_delete_leaves_nothing_of_its_words():
    shared = with_text(paragraph("Das ", text("sehr ", STRONG), "große Haus"))
    shared.mark("suggestion", "s5", 0, 4, 11)
    shared.replace_marked("suggestion", "s5", "")
    assert words_of(shared) == ["Das oße Haus"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=3), min_size=1, max_size=4))
def test_a_restored_text_reads_as_it_was_whatever_stood_there(texts):
    shared = SharedText()
    for words in texts:
        document = doc(*(paragraph(*filter(None, [one])) for one in words))
        update = shared.write(document)
    assert words_of(shared) == texts[-1]
    other = SharedText(shared.whole())
    other.apply(update)  # a second time: nothing is there twice
    assert words_of(other) == texts[-1]


@pytest.mark.parametrize(
    "update",
    [b"", b"\x01", b"\xff" * 40, b"nonsense", nested(3)[:-3]],
    ids=["nothing", "one byte", "without an end", "words", "cut off"],
)
def test_bytes_that_are_no_update_are_refused(update):
    with pytest.raises(Broken):
        SharedText().apply(update)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80))
def test_no_bytes_bring_the_process_down(update):
    shared = SharedText()
    try:
        shared.take(update)
    except Broken:
        return
    shared.as_json()
    shared.authors()


def test_a_state_that_is_none_is_refused():
    with pytest.raises(Broken):
        SharedText().since(b"\xff\xff\xff")


def test_what_comes_before_what_it_builds_on_waits_for_it():
    writer: Doc = Doc()
    updates: list[bytes] = []
    root = writer.get("content", type=XmlFragment)
    writer.observe(lambda event: updates.append(event.update))
    root.children.append(XmlElement("paragraph"))
    root.children[0].children.append(XmlText("eins"))
    root.children[0].children[0].insert(4, " zwei")
    shared = SharedText()
    shared.take(updates[-1])
    assert list(shared.those_that_wait([updates[-1], b"\x00\x00"])) == [True, False]
    for update in updates:
        shared.take(update)
    assert words_of(shared) == ["eins zwei"]
    assert not any(shared.those_that_wait(updates))


NESTED = {
    "lists": b"\x01\x01\x4d\x00\x08\x01\x07content\x01" + b"\x75\x01" * 100_000 + b"\x7f\x00",
    "lists with more beside": b"\x01\x01\x4d\x00\x08\x01\x07content\x01" + b"\x75\x02\x7e" * 100_000 + b"\x7f\x00",
    "tables": b"\x01\x01\x4d\x00\x08\x01\x07content\x01" + b"\x76\x01\x00" * 100_000 + b"\x7f\x00",
    "options of a document": b"\x01\x01\x4d\x00\x09\x01\x07content\x01g" + b"\x75\x01" * 100_000 + b"\x7f\x00",
    "of lengths that are letters": b"\x01\x01\x4d\x00\x08\x01\x07content\x01" + b"u" * 100_000,
}


@pytest.mark.parametrize("update", NESTED.values(), ids=NESTED)
def test_values_without_end_inside_of_each_other_do_not_end_the_process(update):
    with pytest.raises(Broken):
        SharedText().take(update)


def test_a_long_text_of_the_letters_that_begin_lists_is_a_text():
    written = with_text(
        paragraph("uvu" * 3000), {"type": "heading", "attrs": {"level": 2}}, paragraph("ä", text("u", STRONG))
    )
    written.mark("comment", "c1", 0, 3, 9)
    shared = SharedText()
    shared.take(written.whole())
    assert shared.as_json() == written.as_json()


@pytest.mark.parametrize("depth", [900, 3000])
def test_nobody_nests_so_deep_that_others_cannot_read_the_text_any_more(depth):
    with pytest.raises(Broken):
        SharedText().take(nested(depth))
    stored = SharedText()
    stored.apply(nested(depth))  # as if it had come in all the same
    assert checked(stored.as_json()) and stored.authors() == [] and stored.authors_of_blocks() == []


def test_nesting_step_by_step_ends_at_the_same_depth():
    writer: Doc = Doc()
    node = writer.get("content", type=XmlFragment)
    shared = SharedText()
    with pytest.raises(Broken):
        for _ in range(DEEPEST + 2):
            before = writer.get_state()
            node.children.append(XmlElement("blockquote"))
            node = node.children[0]
            shared.take(writer.get_update(before))
    assert len(node.children) == 0 and "blockquote" in str(shared.as_json())


def test_what_no_editor_writes_costs_nobody_the_rest_of_the_text():
    writer: Doc = Doc()
    root = writer.get("content", type=XmlFragment)
    root.children.append(XmlElement("paragraph"))
    root.children[0].children.append(XmlText("Wort für Wort"))
    odd = root.children[0].children[0]
    odd.insert_embed(4, {"a": 1})
    odd.insert_embed(5, Map({"x": 1}))
    root.children[0].attributes["level"] = float("nan")
    root.children.append(XmlText("lose Worte"))
    shared = SharedText()
    shared.take(writer.get_update())
    shared.mark("comment", "c1", 0, 0, 4)
    assert [one["content"][-1]["text"] for one in checked(shared.as_json())["content"]][-1] == "lose Worte"
    assert shared.marked("comment", "c1") == "Wort" and len(shared.authors_of_blocks()) == 1
