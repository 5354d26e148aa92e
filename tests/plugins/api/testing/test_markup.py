"""What is said of a page without a browser."""

from __future__ import annotations

import pytest

from plugins.api.testing.markup import problems_of

WELL = """<!doctype html><html lang="de"><head><title>Notizen</title></head><body>
<h1>Notizen</h1><h2>Neue</h2><form><label for="a">Titel</label><input id="a" name="title">
<label>Text <textarea name="text"></textarea></label><select name="s" aria-label="Art"></select>
<input type="hidden" name="t"><button>Schreiben</button></form>
<a href="/"><img src="/x.png" alt="Zur Startseite"></a><script src="/x.js"></script>
<script type="application/ld+json">{}</script></body></html>"""


def test_a_page_that_is_well_has_no_problems():
    assert problems_of(WELL) == []


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (' lang="de"', "", "The page does not say its language."),
        ("Notizen</title>", "</title>", "The page has no title."),
        ("<h1>Notizen</h1>", "<h1>Notizen</h1><h1>Noch eine</h1>", "The page has 2 h1; it needs one."),
        ("<h2>Neue</h2>", "<h3>Neue</h3>", "After an h1 comes an h3."),
        ('<label for="a">Titel</label>', "", "A <input> has no label: title"),
        ('<select name="s" aria-label="Art">', '<select name="s">', "A <select> has no label: s"),
        (' alt="Zur Startseite"', ' alt=""', "A <a> says nothing of what it does."),
        (' alt="Zur Startseite"', ' aria-label="x"', "A picture has no alt: /x.png"),
        ("<button>Schreiben</button>", "<button></button>", "A <button> says nothing of what it does."),
        ("<h2>", '<h2 style="x">', "A style stands in the page itself, in <h2>; it belongs into a style sheet."),
        ('<script src="/x.js">', "<script>", "A script stands in the page itself; it belongs into a file."),
        ("<button>", '<button onclick="x()">', "A script stands in the page itself, in onclick of <button>."),
        ('href="/"', 'href="javascript:x()"', "A link is a script."),
        ("<h2>", '<h2 id="a">', "The id “a” stands in the page 2 times."),
        ("<form>", '<form aria-labelledby="b">', "An element is described by “b”, which is not there."),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(before, after, sentence):
    assert before in WELL
    assert sentence in problems_of(WELL.replace(before, after, 1))
