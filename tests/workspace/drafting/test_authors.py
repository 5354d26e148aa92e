"""Who wrote which words of a draft is known to the letter, however it was written."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from tests.workspace.drafting.editing import STRONG, doc, edited, paragraph, text
from workspace.drafting.document import SharedText, length

ANNA, BEN, CEM = 1, 2, 3


def said_by(shared: SharedText) -> list[list[tuple[str, int | None]]]:
    """For each textblock its words by their writers."""
    found = []
    for block, runs in zip(shared.as_json()["content"], shared.authors_of_blocks(), strict=True):
        words = "".join(one["text"] if one["type"] == "text" else "*" for one in block.get("content", ()))
        units, at, said = words.encode("utf-16-le"), 0, []
        for size, who in runs:
            said.append((units[2 * at : 2 * (at + size)].decode("utf-16-le"), who))
            at += size
        assert at == length(words)
        found.append(said)
    return found


def test_every_letter_belongs_to_whoever_typed_it(node):
    (first, _), (_, _), (second, _) = edited(
        node,
        {"who": "anna", "text": doc(paragraph("Grüße 😀 an alle"))},
        {"who": "ben", "update": b"\x00\x00"},
        {"who": "anna", "text": doc(paragraph("Grüße 😀 äußerst herzlich an alle"), paragraph("Neu"))},
    )
    shared = SharedText()
    for update in first:
        shared.of(ANNA).apply(update)
    for update in second:
        shared.of(BEN).apply(update)
    assert said_by(shared) == [
        [("Grüße 😀 ", ANNA), ("äußerst herzlich ", BEN), ("an alle", ANNA)],
        [("Neu", BEN)],
    ]


def test_formatting_and_deleting_and_marking_change_nobody_s_words(node):
    shared = SharedText()
    shared.of(ANNA).write(doc(paragraph("eins zwei drei")))
    _, (sent, _) = edited(
        node,
        {"who": "ben", "update": shared.whole()},
        {"who": "ben", "text": doc(paragraph("eins ", text("zwei", STRONG)))},
    )
    for update in sent:
        shared.of(BEN).apply(update)
    shared.of(CEM).mark("comment", "c1", 0, 2, 6)
    assert said_by(shared) == [[("eins zwei", ANNA)]]


def test_accepted_words_belong_to_whoever_suggested_them():
    shared = SharedText()
    shared.of(ANNA).write(doc(paragraph("in fünf Tagen")))
    shared.mark("suggestion", "s5", 0, 3, 7)
    shared.of(BEN).replace_marked("suggestion", "s5", "zehn")
    assert said_by(shared) == [[("in ", ANNA), ("zehn", BEN), (" Tagen", ANNA)]]


def test_an_atom_is_nobody_s():
    shared = SharedText()
    shared.of(ANNA).write(doc(paragraph("vor", {"type": "footnote", "attrs": {"text": "Quelle"}}, "nach")))
    assert said_by(shared) == [[("vor", ANNA), ("*", None), ("nach", ANNA)]]


STEPS = st.lists(
    st.tuples(
        st.sampled_from([ANNA, BEN, CEM]),
        st.sampled_from(["insert", "delete", "format", "new", "drop", "rewrite"]),
        st.integers(0, 1000),
        st.integers(0, 6),
        st.text(st.sampled_from("aä😀 "), min_size=1, max_size=5),
    ),
    max_size=25,
)


class Program:
    """Writes in a text as any program may: in several places and kinds at once."""

    def __init__(self) -> None:
        self.doc: Doc[Any] = Doc()
        self.root = self.doc.get("content", type=XmlFragment)

    def does(self, kind: str, at: int, size: int, words: str) -> bytes:
        before = self.doc.get_state()
        texts = [one.children[0] for one in self.root.children]
        if kind in ("new", "rewrite") or not texts:
            with self.doc.transaction():
                if kind == "rewrite" and texts:
                    del self.root.children[at % len(texts)]
                place = at % (len(self.root.children) + 1)
                self.root.children.insert(place, XmlElement("paragraph", None, [XmlText(words)]))
            return self.doc.get_update(before)
        chosen = texts[at % len(texts)]
        letters = "".join(one for one, _marks in chosen.diff())
        first = at % (len(letters) + 1)
        start, stop = len(letters[:first].encode()), len(letters[: first + size].encode())
        if kind == "insert":
            chosen.insert(start, words)
        elif kind == "drop":
            del self.root.children[at % len(texts)]
        elif start < stop and kind == "delete":
            del chosen[start:stop]
        elif start < stop:
            chosen.format(start, stop, {"strong": {}})
        return self.doc.get_update(before)


@settings(max_examples=150, deadline=None)
@given(STEPS, st.integers(0, 25))
def test_runs_are_always_as_long_as_the_text_and_survive_merging(steps, merged_after):
    program, kept, merged = Program(), SharedText(), SharedText()
    for number, (who, *step) in enumerate(steps):
        update = program.does(*step)
        kept.of(who).apply(update)
        if number == merged_after:
            merged = SharedText(merged.whole(), merged.authors())
        merged.of(who).apply(update)
    said_by(kept)
    texts = [child for one in program.root.children for child in one.children]
    assert [sum(size for size, _who in runs) for runs in kept.authors()] == [len(one) for one in texts]
    assert all(who in (ANNA, BEN, CEM) for runs in kept.authors() for _size, who in runs)
    assert (merged.authors(), merged.as_json()) == (kept.authors(), kept.as_json())
