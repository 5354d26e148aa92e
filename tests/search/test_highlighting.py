from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.highlighting import LENGTH, Marker

FILLER = "Ein Satz ohne Belang steht hier. " * 20


def test_whole_words_only():
    marker = Marker({"Kurs": "kurs", "Kurse": "kurs"})
    assert (
        marker.mark("Kurs, Kurse, Kursbuch, Sprachkurs")
        == "<mark>Kurs</mark>, <mark>Kurse</mark>, Kursbuch, Sprachkurs"
    )


def test_everything_else_is_escaped():
    marker = Marker({"Haus": "haus"})
    shown = marker.mark("<b onclick='x'>Haus</b> & \"Hof\"")
    assert shown == "&lt;b onclick=&#x27;x&#x27;&gt;<mark>Haus</mark>&lt;/b&gt; &amp; &quot;Hof&quot;"


@pytest.mark.parametrize("word", ["script", "amp", "lt", "mark", "quot"])
def test_words_that_look_like_markup_mark_the_text_and_not_the_markup(word):
    shown = Marker({word: word}).mark(f"<{word}> & {word}")
    assert shown == f"&lt;<mark>{word}</mark>&gt; &amp; <mark>{word}</mark>"


def test_the_snippet_shows_the_place_where_most_words_stand():
    text = f"Haus {FILLER} Hof {FILLER} Das Haus am Hof {FILLER}"
    snippet = Marker({"Haus": "haus", "Hof": "hof"}).snippet(text)
    assert "Das <mark>Haus</mark> am <mark>Hof</mark>" in snippet
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")


def test_without_a_match_the_beginning_is_shown():
    assert Marker({"Haus": "haus"}).snippet("Kurz und gut.") == "Kurz und gut."
    assert Marker({}).snippet(FILLER).startswith("Ein Satz")


def test_words_are_not_cut():
    snippet = Marker({"Haus": "haus"}).snippet(f"{FILLER} Haus {FILLER}")
    words = re.sub("</?mark>|…", "", snippet).split()
    assert set(words) <= set(f"{FILLER} Haus".split())


@given(st.text(max_size=1500), st.lists(st.text("abAB<&ß", min_size=1, max_size=5), max_size=4))
def test_whatever_the_text_it_is_shown_and_short(text, words):
    snippet = Marker({word: word for word in words}).snippet(" ".join(text.split()))
    plain = unescape(re.sub("</?mark>", "", snippet))
    assert len(plain) <= LENGTH + 4
    assert re.sub("</?mark>", "", snippet).count("<") == 0
