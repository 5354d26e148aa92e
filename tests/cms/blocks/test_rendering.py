"""The same text in all its forms: HTML, structure, plain words, contents."""

from __future__ import annotations

import json
import re

import pytest

from cms.models import KINDS
from tests.factories import make_entry, make_file, make_picture, text

pytestmark = pytest.mark.django_db

STEPS = (
    "steps",
    {"steps": [{"title": "Anrufen", "text": "<p>Nicht anschreiben.</p>"}, {"title": "Hinfahren", "text": ""}]},
)
FIGURES = ("figures", {"figures": [{"value": "16 %", "label": "Abbrüche", "source": "Eigene Zählung 2024"}]})
CONTACT = ("contact", {"name": "Stabsstelle", "function": "", "email": "stab@example.org", "phone": "0123"})
PLACES = (
    "places",
    {
        "caption": "Kursorte",
        "places": [
            {"name": "Ostrum", "note": "Schule", "latitude": 52.7, "longitude": 11.0},
            {"name": "Irgendwo <b>", "note": "", "latitude": None, "longitude": None},
        ],
    },
)


def detail(entry, layer="members"):
    return json.loads(entry.projections.get(layer=layer).text.detail_json)


def test_sections_stand_in_the_order_of_the_kind_each_under_its_name():
    entry = make_entry(
        results=text("<p>Weniger Abbrüche.</p>"),
        initial_situation=text("<p>Kein Bus.</p>"),
        body=[("heading", {"text": "Und noch etwas"}), *text("<p>Nachtrag.</p>")],
    )
    body = detail(entry)["body"]

    assert re.findall("<h2 id=[^>]+>([^<]+)</h2>", body["html"]) == ["Ausgangslage", "Ergebnisse", "Und noch etwas"]
    assert [(block["type"], block["value"].get("name")) for block in body["blocks"]] == [
        ("section", "initial_situation"),
        ("section", "results"),
        ("heading", None),
        ("text", None),
    ]
    assert body["blocks"][0]["value"] == {
        "name": "initial_situation",
        "title": "Ausgangslage",
        "blocks": [{"type": "text", "value": {"html": "<p>Kein Bus.</p>"}}],
    }
    assert 'href="#abschnitt-ergebnisse"' in entry.projections.get(layer="members").text.page_html


def test_a_section_in_which_nothing_is_written_leaves_no_trace():
    entry = make_entry(partners=text(""), effort=text("<p></p>"), body="<p>Text.</p>")
    body = detail(entry)["body"]

    assert body["html"].strip() == "<p>Text.</p>"
    assert [block["type"] for block in body["blocks"]] == ["text"]


def test_every_section_of_every_kind_is_read_searched_and_counted_as_whole_text():
    for kind, model in KINDS.items():
        words = {name: f"wort-{kind}-{name}" for name in model.sections}
        fields = {name: text(f"<p>{word}</p>") for name, word in words.items()}
        entry = make_entry(kind, title=kind, confidentiality="public", released=True, **fields)
        row = entry.projections.get(layer="public")
        assert all(word in row.text.plain and word in row.text.page_html for word in words.values())


def test_the_public_summary_holds_nothing_of_the_sections():
    entry = make_entry(
        initial_situation=text("<p>Vertraulich</p>"), costs="Geheime Summe", workload="Zwei Stellen", released=True
    )
    public = detail(entry, "public")

    assert public["facts"] == {"running_since": "", "workload": "", "costs": "", "legal_basis": ""}
    assert "Vertraulich" not in json.dumps(public, ensure_ascii=False)
    assert detail(entry)["facts"]["costs"] == "Geheime Summe"


def test_steps_figures_contact_and_places_as_html_and_as_structure():
    entry = make_entry(approach=[STEPS, PLACES], results=[FIGURES], body=[CONTACT])
    body = detail(entry)["body"]

    assert "<strong>Anrufen</strong><p>Nicht anschreiben.</p></li>" in body["html"]
    assert "Eigene Zählung 2024" in body["html"]
    assert '<a href="mailto:stab@example.org">' in body["html"]
    assert 'aria-label="Karte: Ostrum"' in body["html"]
    assert "Irgendwo &lt;b&gt;" in body["html"]
    approach, results, contact = body["blocks"]
    steps, places = (block["value"] for block in approach["value"]["blocks"])
    assert steps["steps"][0] == {"title": "Anrufen", "text": {"html": "<p>Nicht anschreiben.</p>"}}
    assert places["places"][1]["latitude"] is None
    assert results["value"]["blocks"][0]["value"]["figures"][0]["value"] == "16 %"
    assert contact["value"]["email"] == "stab@example.org"


def test_pictures_and_files_of_sections_belong_to_the_layer():
    picture, file = make_picture(), make_file()
    entry = make_entry(
        approach=[("picture", {"image": picture, "alt": "Ein Bus", "caption": ""})],
        results=[("download", {"file": file, "title": "Liste"})],
    )
    shown = detail(entry)

    assert [image["alt"] for image in shown["images"]] == ["Ein Bus"]
    assert [offered["title"] for offered in shown["files"]] == ["Liste"]
    assert {row.picture or row.file for row in entry.projections.get().media_rows.all()} == {picture, file}
