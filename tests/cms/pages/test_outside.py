"""What search engines and link previews are told about an entry."""

from __future__ import annotations

import json
import re

import pytest

from cms.actions.entries import edit_entry, publish_entry
from plugins.api.access import SYSTEM
from tests.factories import make_entry, make_topic

pytestmark = pytest.mark.django_db

BASE = "http://127.0.0.1:8000"


def head(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode().partition("</head>")[0]


def article(text):
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    return json.loads(found)


def meta(text):
    return dict(re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)">', text))


def test_a_public_page_says_what_it_is_in_words_of_schema_org(as_client, forum):
    entry = make_entry(
        title="Sprachkurs ohne Bus",
        slug="sprachkurs",
        summary="Der Kurs kommt ins Dorf.",
        topics=[make_topic("Sprache")],
        county="99001",
        released=True,
    )
    row = entry.projections.get(layer="public")

    said = article(head(as_client(), "/wissen/sprachkurs/"))

    assert said["@type"] == "Article"
    assert (said["headline"], said["description"]) == ("Sprachkurs ohne Bus", "Der Kurs kommt ins Dorf.")
    assert said["url"] == f"{BASE}/wissen/sprachkurs/"
    assert (said["datePublished"], said["dateModified"]) == (row.published_at.isoformat(), row.updated_at.isoformat())
    assert (said["version"], said["inLanguage"]) == ("1", "de")
    assert said["publisher"]["name"] == "Forum Integration in ländlichen Räumen"
    assert said["about"] == [{"@type": "Thing", "name": "Sprache", "url": f"{BASE}/themen/sprache/"}]
    assert (said["contentLocation"]["name"], said["contentLocation"]["identifier"]) == ("Auental", "99001")


def test_whatever_a_title_holds_it_stays_data(as_client, forum):
    title, summary = "Ende </script><script>alert(1)</script>", 'Mit "Anführung" & <!-- Zeichen -->'
    make_entry(title=title, slug="zeichen", summary=summary, released=True)

    text = head(as_client(), "/wissen/zeichen/")

    assert (article(text)["headline"], article(text)["description"]) == (title, summary)
    assert text.count("</script>") == 2  # of ours, and of this
    assert "alert(1)</script>" not in text and "<!-- Zeichen" not in text


def test_a_link_preview_holds_the_public_summary(as_client, forum):
    summary = "Kurz & gut. " + "Ein Satz, der recht lang wird. " * 20
    make_entry(title="Kurs & Dorf", slug="kurs", summary=summary, released=True)

    text = head(as_client(), "/wissen/kurs/")

    shown = meta(text)
    assert (shown["og:title"], shown["og:url"]) == ("Kurs &amp; Dorf", f"{BASE}/wissen/kurs/")
    assert shown["og:description"].startswith("Kurz &amp; gut. Ein Satz")
    assert len(shown["og:description"]) < 320 and shown["og:description"].endswith(" …")
    assert f'<link rel="canonical" href="{BASE}/wissen/kurs/">' in text
    assert "robots" not in shown


def test_a_newer_version_for_members_changes_nothing_of_it(as_client, forum):
    entry = make_entry(slug="kurs", released=True)
    before = head(as_client(), "/wissen/kurs/")
    entry.title, entry.summary = "Vertraulich", "Nur für Mitglieder."
    edit_entry(entry, actor=SYSTEM)
    publish_entry(entry, actor=SYSTEM)
    assert head(as_client(), "/wissen/kurs/") == before


def test_a_members_page_tells_nobody_outside_anything(as_client, member):
    make_entry(title="Vertraulich", summary="Nur für Mitglieder.", slug="kurs")

    text = head(as_client(member), "/wissen/kurs/")

    assert meta(text)["robots"] == "noindex"
    for sign in ("og:", "twitter:", "ld+json", "canonical", "Nur für Mitglieder"):
        assert sign not in text


def test_how_to_cite_names_version_date_and_address(as_client, forum):
    entry = make_entry(title="Kurs im Dorf", slug="kurs", county="99001", released=True)
    day = entry.projections.get(layer="public").updated_at
    page = as_client().get("/wissen/kurs/").content.decode()
    (cite,) = re.findall(r'<p class="cite__text">(.*?)</p>', page, re.S)
    assert "Kurs im Dorf" in cite and "Version 1" in cite and str(day.year) in cite
    assert f"{BASE}/wissen/kurs/" in cite


@pytest.mark.parametrize(
    "wish, told", [("yes", "Landkreis Auental: Kurs"), ("without_county", "ohne den Namen"), ("no", "nicht")]
)
def test_members_read_what_they_may_pass_on(as_client, member, wish, told):
    entry = make_entry(title="Kurs", county="99001", released=True, quotability=wish)
    (box,) = re.findall(
        r'<section class="cite".*?</section>', as_client(member).get(entry_path(entry)).content.decode(), re.S
    )
    assert told in box
    assert ("Landkreis Auental: Kurs" in box) == (wish == "yes")
    assert ("/wissen/" in box) == (wish != "no")
    detail = as_client(member).get(f"/api/v1/entries/{entry.pk}/").json()
    assert detail["quotability"] == wish
    assert as_client().get(f"/api/v1/entries/{entry.pk}/").json()["quotability"] is None


def entry_path(entry):
    return f"/wissen/{entry.slug}/"
