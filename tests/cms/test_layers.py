"""Two layers, two decisions: what stands in each, which version it is, and when it ends."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from cms.actions.entries import edit_entry, publish_entry, release_entry, unpublish_entry, withdraw_release
from cms.models import Projection
from plugins.api.access import SYSTEM
from tests.factories import make_entry, make_file, make_picture, make_topic, text

LONG_AGO = datetime(2024, 3, 1, 9, tzinfo=UTC)


def layers(entry) -> dict[str, tuple[int, bool]]:
    """Layer -> version and whether it is superseded."""
    return {row.layer: (row.version, row.superseded) for row in entry.projections.all()}


def detail(entry, layer: str) -> dict:
    return json.loads(entry.projections.get(layer=layer).text.detail_json)


def change(entry, *, actor=SYSTEM, publish=True, **fields):
    """Change fields, keep them as a version, publish that unless told otherwise; returns the entry as stored."""
    for name, value in fields.items():
        setattr(entry, name, value)
    edit_entry(entry, actor=actor)
    return publish_entry(entry, actor=actor) if publish else type(entry).objects.get(pk=entry.pk)


def test_publishing_never_opens_anything_to_everybody(forum):
    assert layers(make_entry()) == {"members": (1, False)}
    assert layers(make_entry(confidentiality="public")) == {"members": (1, False)}


def test_releasing_opens_the_summary_beside_the_members_layer(forum):
    assert layers(make_entry(released=True)) == {"members": (1, False), "public": (1, True)}


def test_an_entry_for_everybody_has_one_layer_once_it_is_released(forum):
    assert layers(make_entry(confidentiality="public", released=True)) == {"public": (1, False)}


def test_the_public_layer_is_the_summary_in_paragraphs_and_nothing_more(forum, member):
    picture, file = make_picture(), make_file()
    entry = make_entry(
        title="Sprachkurs",
        summary="Erster Absatz.\n\nZweiter <Absatz>.",
        body=[
            *text("<p>Nur für Mitglieder</p>"),
            ("picture", {"image": picture, "alt": "Ein Bild", "caption": ""}),
            ("download", {"file": file, "title": "Muster"}),
        ],
        topics=["Sprache"],
        tags=["bus"],
        county="99001",
        author_name="Landkreis Auental",
        contact="Frau Wiesner",
        legal_basis="§ 43 AufenthG",
        sources="Bericht 2024",
        responsible=member,
        released=True,
        at=LONG_AGO,
    )
    assert detail(entry, "public") == {
        "id": entry.pk,
        "external_key": None,
        "url": "/wissen/sprachkurs/",
        "kind": "good_practice",
        "title": "Sprachkurs",
        "slug": "sprachkurs",
        "summary": "Erster Absatz.\n\nZweiter <Absatz>.",
        "topics": [{"slug": "sprache", "title": "Sprache"}],
        "tags": [],
        "county": {"key": "99001", "name": "Auental"},
        "author": None,
        "published_at": LONG_AGO.isoformat(),
        "updated_at": LONG_AGO.isoformat(),
        "version": 1,
        "layer": "public",
        "facts": {"running_since": "", "workload": "", "costs": "", "legal_basis": ""},
        "quotability": None,
        "body": {
            "html": "<p>Erster Absatz.</p>\n\n<p>Zweiter &lt;Absatz&gt;.</p>",
            "blocks": [
                {"type": "text", "value": {"html": "<p>Erster Absatz.</p>"}},
                {"type": "text", "value": {"html": "<p>Zweiter &lt;Absatz&gt;.</p>"}},
            ],
        },
        "images": [],
        "files": [],
        "changes": [],
        "provenance": [],
    }
    public = entry.projections.get(layer="public")
    assert list(public.media_rows.all()) == []
    for secret in ("Nur für Mitglieder", "Frau Wiesner", "§ 43", "Bericht 2024", str(member), "Muster", "bus"):
        assert secret not in public.text.page_html + public.text.line_html + public.text.plain


def test_the_members_layer_has_everything(forum, member):
    picture, file = make_picture(), make_file("Muster")
    entry = make_entry(
        body=[
            *text("<p>Nur für Mitglieder</p>"),
            ("picture", {"image": picture, "alt": "Ein Bild", "caption": ""}),
            ("download", {"file": file, "title": ""}),
        ],
        tags=["bus", "dorf"],
        author_name="Landkreis Auental",
        contact="Frau Wiesner",
        responsible=member,
    )
    full = detail(entry, "members")
    assert (full["tags"], full["author"]) == (["bus", "dorf"], "Landkreis Auental")
    assert [image["alt"] for image in full["images"]] == ["Ein Bild"]
    assert [item["title"] for item in full["files"]] == ["Muster"]
    page = entry.projections.get(layer="members").text.page_html
    assert [word in page for word in ("Nur für Mitglieder", "Frau Wiesner", str(member))] == [True, True, True]


def test_version_dates_and_etag_of_the_public_layer_count_releases_alone(forum):
    entry = make_entry(released=True, at=LONG_AGO)
    before = Projection.objects.values().get(entry=entry, layer="public")
    for turn in range(2):
        entry = change(entry, title=f"Neuer Titel {turn}", summary="Neu", body=text("<p>Neu</p>"), tags=[])
    assert Projection.objects.values().get(entry=entry, layer="public") == before
    assert layers(entry) == {"members": (3, False), "public": (1, True)}
    assert detail(entry, "public")["title"] == "Sprachkurs ohne Bus"

    release_entry(entry, actor=SYSTEM)
    assert layers(entry) == {"members": (3, False), "public": (2, True)}
    released = detail(entry, "public")
    assert (released["title"], released["published_at"]) == ("Neuer Titel 1", LONG_AGO.isoformat())


def test_an_unpublished_version_reaches_nobody(forum):
    entry = make_entry(released=True)
    before = list(Projection.objects.order_by("pk").values())
    change(
        entry, publish=False, title="Noch geheim", summary="Noch geheim", slug="noch-geheim", confidentiality="public"
    )
    assert list(Projection.objects.order_by("pk").values()) == before


def test_a_new_version_of_an_open_entry_reaches_members_first(forum):
    entry = make_entry(confidentiality="public", released=True, body="<p>Alt</p>")
    entry = change(entry, body=text("<p>Neu</p>"))
    assert layers(entry) == {"members": (2, False), "public": (1, True)}
    assert [word in detail(entry, "public")["body"]["html"] for word in ("Alt", "Neu")] == [True, False]

    release_entry(entry, actor=SYSTEM)
    assert layers(entry) == {"public": (2, False)}
    assert "Neu" in detail(entry, "public")["body"]["html"]


def test_turning_confidential_closes_the_whole_text_at_once(forum):
    entry = make_entry(confidentiality="public", released=True)
    entry = change(entry, confidentiality="members")
    assert layers(entry) == {"members": (2, False)}
    assert entry.releases.get().withdrawn_at is not None


def test_turning_confidential_and_open_again_needs_a_new_release(forum):
    entry = make_entry(confidentiality="public", released=True)
    entry = change(entry, confidentiality="members")
    entry = change(entry, confidentiality="public")
    assert layers(entry) == {"members": (3, False)}


def test_turning_confidential_keeps_a_summary_that_was_released(forum):
    """Nothing but the whole text depends on the confidentiality."""
    entry = make_entry(released=True)
    entry = change(entry, confidentiality="public")
    assert layers(entry) == {"members": (2, False), "public": (1, True)}
    assert "Ein Sprachkurs" in detail(entry, "public")["body"]["html"]
    entry = change(entry, confidentiality="members")
    assert layers(entry) == {"members": (3, False), "public": (1, True)}


def test_withdrawing_closes_the_public_layer_and_members_read_on(forum):
    entry = make_entry(released=True)
    withdraw_release(entry, actor=SYSTEM)
    assert layers(entry) == {"members": (1, False)}


def test_withdrawing_an_open_entry_leaves_it_to_members(forum):
    entry = make_entry(confidentiality="public", released=True)
    withdraw_release(entry, actor=SYSTEM)
    assert layers(entry) == {"members": (1, False)}


def test_unpublishing_withdraws_for_good(forum):
    entry = make_entry(released=True)
    entry = unpublish_entry(entry, actor=SYSTEM)
    assert layers(entry) == {}
    entry = publish_entry(entry, actor=SYSTEM)
    assert layers(entry) == {"members": (1, False)}


def test_what_was_released_outlives_its_revision(forum):
    entry = make_entry(released=True, summary="Freigegeben")
    entry = change(entry, summary="Später")
    entry.revisions.exclude(pk=entry.live_revision_id).delete()
    entry = change(entry, body=text("<p>Noch später</p>"))
    assert detail(entry, "public")["summary"] == "Freigegeben"


def test_a_topic_of_the_full_text_alone_does_not_reach_the_public_layer(forum):
    entry = make_entry(topics=["Sprache"], released=True)
    entry = change(entry, topics=[make_topic("Sprache"), make_topic("Geheimes Thema")])
    assert [topic["title"] for topic in detail(entry, "public")["topics"]] == ["Sprache"]
    assert [topic["title"] for topic in detail(entry, "members")["topics"]] == ["Geheimes Thema", "Sprache"]
