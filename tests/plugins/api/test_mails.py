"""Every mail says the same as text and as HTML, leads to the same place, and loads nothing."""

from __future__ import annotations

import html
import re

import pytest
from django.utils import translation

from plugins.api.mails import made_mail, send_mail
from tests.mail_corpus import example, names

LINK = "https://forum.example/a/?b=1&c=<2>"


def words(markup: str) -> str:
    """What somebody reads of a piece of HTML."""
    seen = re.sub(r"<(style|title|!--).*?(</\1>|-->)", " ", markup, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", seen)).split())


def addresses(text: str) -> set[str]:
    return set(re.findall(r"https?://[^\s\"<]+", text))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", names())
def test_both_parts_say_the_same_and_hold_the_same_addresses(name, language):
    with translation.override(language):
        mail = example(name)
    shown = words(mail["html"])
    lines = [" ".join(line.split()) for line in mail["text"].splitlines()]
    assert [line for line in lines if line not in ("", "--") and line not in shown] == []
    assert addresses(mail["text"]) == addresses(shown) == addresses(html.unescape(mail["html"]))
    assert f'<html lang="{language}">' in mail["html"]


@pytest.mark.parametrize("name", names())
def test_no_mail_has_an_empty_part_or_names_what_it_is_about(name):
    mail = example(name)
    assert mail["subject"] and "\n" not in mail["subject"]
    assert "Geheimer Titel" not in str(mail)
    assert not re.search(r"<(p|a|title)\b[^>]*>\s*</\1>", mail["html"])
    assert "\n\n\n" not in mail["text"]


@pytest.mark.parametrize("name", names())
def test_opening_a_mail_loads_nothing_and_runs_nothing(name):
    markup = example(name)["html"]
    assert re.findall(r"<(?:img|link|script|iframe)\b|url\(|@import|\ssrc=", markup) == []
    assert markup.count('class="button"') == (name != "from_allauth")


def test_addresses_and_words_are_escaped_in_html_and_plain_in_text(settings):
    settings.OFFICE_ADDRESS = "Amt & Söhne <Haus 2>, 12345 Auental"
    mail = made_mail("mails/password_link.html", {"url": LINK}, to=["a@example.org"])
    markup = mail.alternatives[0][0]
    assert LINK in mail.body and settings.OFFICE_ADDRESS in mail.body
    assert 'href="https://forum.example/a/?b=1&amp;c=&lt;2&gt;"' in markup
    assert "Amt &amp; Söhne &lt;Haus 2&gt;, 12345 Auental" in markup
    assert "/impressum/" not in mail.body + markup


def test_programs_are_told_that_a_machine_wrote(settings, mailoutbox):
    send_mail("mails/password_link.html", {"url": LINK}, to="a@example.org")
    (mail,) = mailoutbox
    assert mail.message()["Auto-Submitted"] == "auto-generated"
    assert mail.message().get_content_type() == "multipart/alternative"
    assert mail.from_email == settings.DEFAULT_FROM_EMAIL


def test_everybody_is_written_to_in_their_language(mailoutbox):
    for language in ("en", "de", ""):
        send_mail("mails/password_link.html", {"url": LINK}, to="a@example.org", language=language)
    assert ["Hello," in mail.body for mail in mailoutbox] == [True, False, False]
    assert ["Guten Tag," in mail.alternatives[0][0] for mail in mailoutbox] == [False, True, True]
