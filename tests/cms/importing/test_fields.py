"""What a document says of itself in chapters of its own fills fields of the draft, and nothing of it gets lost."""

from __future__ import annotations

import pytest

from cms.importing.fields import answered, without_lead

pytestmark = pytest.mark.django_db  # titles of sections ask for the type of page


def heading(words):
    return ("heading", {"text": words})


def text(html):
    return ("text", html)


APPROACH = [heading("Vorgehen"), text("<p>Wir fahren.</p>")]


def test_chapters_fill_the_fields_that_they_answer():
    found = answered(
        "good_practice",
        [
            *APPROACH,
            heading("Rechtsgrundlagen"),
            text("<ul><li>§ 43 AufenthG</li><li>§ 2 SGB VIII</li></ul>"),
            heading("Ansprechpartnerin"),
            text('<p>Stabsstelle Integration<br/>Kreishaus</p><p><a href="mailto:wir@kreis.example">Mail</a></p>'),
            heading("Quellen"),
            text('<p>Eigene Statistik</p><p><a href="https://bamf.example/x">BAMF 2025</a></p>'),
        ],
    )
    assert found.blocks == APPROACH
    assert found.fields == {
        "legal_basis": "§ 43 AufenthG; § 2 SGB VIII",
        "contact": "Stabsstelle Integration Kreishaus\nMail (wir@kreis.example)",
        "sources": "Eigene Statistik\nBAMF 2025 (https://bamf.example/x)",
    }


@pytest.mark.parametrize(
    "chapter",
    [
        [heading("Rechtsgrundlage"), text(f"<p>{'Lang. ' * 60}</p>")],
        [heading("Quellen"), ("table", {"rows": []})],
        [heading("Zusammenfassung"), text("<ul><li>Eine Liste</li></ul>")],
        [heading("Quellen"), text('<p>Siehe <a href="#abschnitt-vorgehen">oben</a></p>')],
        [heading("Kontakt")],
    ],
    ids=["too long", "a table", "a list", "a link inside", "empty"],
)
def test_what_a_field_cannot_hold_stays_in_the_text(chapter):
    found = answered("good_practice", [*APPROACH, *chapter])
    assert (found.blocks, found.fields) == ([*APPROACH, *chapter], {})


def test_a_chapter_to_which_the_text_leads_stays():
    blocks = [text('<p>Siehe <a href="#abschnitt-quellen">Quellen</a></p>'), heading("Quellen"), text("<p>Wir.</p>")]
    assert answered("good_practice", blocks).blocks == blocks


def test_a_second_chapter_about_the_same_stays():
    second = [heading("Literatur"), text("<p>Zwei.</p>")]
    found = answered("good_practice", [heading("Quellen"), text("<p>Eins.</p>"), *second])
    assert (found.fields, found.blocks) == ({"sources": "Eins."}, second)


def test_how_to_get_an_offer_is_no_contact():
    blocks = [heading("Kontakt"), text("<p>Bei uns.</p>")]
    assert answered("offer", blocks).blocks == blocks


def test_a_lead_that_is_the_summary_is_read_once():
    lead = [text("<p>Der Kurs kommt ins Dorf.</p><p>Er kostet nichts.</p>")]
    summary = "Der Kurs kommt ins Dorf.\n\nEr kostet nichts."
    assert without_lead([*lead, *APPROACH], summary) == APPROACH
    assert without_lead([*lead, *APPROACH], "Der Kurs kommt ins Dorf.") == [*lead, *APPROACH]
    assert without_lead(lead, summary) == lead
    assert without_lead([], summary) == []
