"""What somebody reads who compares two versions of a text."""

from __future__ import annotations

from wagtail.rich_text import RichText

from cms.blocks.comparing import TextComparison
from cms.blocks.parts import TextBlock


def compared(before, after):
    return TextComparison(TextBlock(), True, True, RichText(before), RichText(after)).htmldiff()


def test_lines_stay_lines_and_what_was_added_is_marked():
    shown = compared("<p>Eins.</p><ul><li>Amt</li></ul>", "<p>Eins.</p><ul><li>Amt</li><li>Kurs</li></ul>")
    assert shown == 'Eins.<br>Amt<span class="addition"><br>Kurs</span>'


def test_nothing_of_a_text_becomes_markup():
    assert "<b" not in compared("<p>a &lt;b&gt;</p>", "<p>a &lt;b&gt; &lt;br&gt;</p>").replace("<br>", "")
