from __future__ import annotations

from tests.workspace.drafting.formats.texts import STRONG, doc, item, numbers, p, points, text
from workspace.drafting.formats.web import document_of_html


def point(level: int, sign: str, words: str) -> str:
    return (
        f"<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]>"
        f"<span style='mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>{sign}<span>&nbsp;&nbsp; </span>"
        f"</span></span><![endif]>{words}<o:p></o:p></p>\n"
    )


def test_lists_of_a_page_that_word_saved_are_lists(shelf):
    page = (
        "<html><body><p class=MsoNormal>Vorher</p>"
        + point(1, "·", "eins")
        + point(2, "1.", "<b>tief</b>")
        + point(2, "2.", "noch tief")
        + point(1, "·", "zwei")
        + "<p>Nachher</p></body></html>"
    )
    inside = numbers(item(p(text("tief", STRONG))), "noch tief")
    assert document_of_html(page, shelf.keep)[0] == doc(p("Vorher"), points(item("eins", inside), "zwei"), p("Nachher"))


def test_levels_that_are_left_out_make_no_empty_points(shelf):
    page = point(3, "·", "eins") + point(3, "·", "zwei") + point(5, "·", "drei")
    assert document_of_html(page, shelf.keep)[0] == doc(points("eins", item("zwei", points("drei"))))
