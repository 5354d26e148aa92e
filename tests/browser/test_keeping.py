"""Wagtail keeps a draft by itself; whoever presses a button in that very moment publishes one entry, and all of it."""

from __future__ import annotations

import re

import pytest

from tests.browser.test_journeys import eventually, found, write_and_publish


@pytest.mark.parametrize("pause", [300, 700, 1100])
def test_publishing_while_the_draft_is_being_kept(open_page, pause):
    """`pause`: milliseconds between the last letter and the button: before, while and after Wagtail keeps the draft."""
    word = f"Haselstrauch{pause}"
    editor, member = open_page("editor"), open_page("member")
    write_and_publish(editor, f"{word} am Bach", "Ein Strauch.", pause=pause)

    assert eventually(lambda: found(member, word))
    drafts = editor.request.get("/cms/pages/search/", params={"q": word}).text()
    assert len(set(re.findall(r"/cms/pages/(\d+)/edit/", drafts))) == 1
