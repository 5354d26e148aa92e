from __future__ import annotations

from datetime import timedelta

import pytest

from search.engine import FacetValue
from tests.search.documents import EDITOR, FIRST_DAY, GUEST, MEMBER, VISITOR, document, hidden, layers


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Kurs", "Kurse"),
        ("Integrationskurse", "Integrationskurs"),
        ("häuser", "Haus"),
        ("HAUS", "Häusern"),
        ("Behoerde", "Behörden"),
        ("Strasse", "Straßen"),
        ("mobilitat", "Mobilität"),
        ("Mentorin", "Mentorinnen"),
        ("Mentoren", "Mentor:innen"),
        ("Wohnungslotsen", "Wohnungslots:innen"),
        ("Kollegen", "Kolleg:innen"),
        ("Experte", "Expert*innen"),
        ("Jobcenter", "Job-Center"),
    ],
)
def test_word_forms_and_spellings_find_each_other(engine, titles, typed, written):
    engine.index([document(1, written), document(2, "Etwas anderes")])
    assert titles(typed, exact=True) == [written]


def test_one_of_the_words_is_enough_and_more_are_better(engine, titles):
    engine.index([document(1, "Wohnung"), document(2, "Wohnung für Familien"), document(3, "Ausbildung")])
    assert titles("Wohnung Familien") == ["Wohnung für Familien", "Wohnung"]


def test_words_that_follow_each_other_in_the_question_count_more_where_they_stand_together(engine, titles):
    apart = " ".join(f"Wort{number}" for number in range(50))
    engine.index(
        [
            document(1, "Weit voneinander", f"Die Wohnung liegt hier. {apart} Ein Ausweis wird nie verlangt."),
            document(2, "Im selben Absatz", f"Ein Ausweis wird nie verlangt. Die Wohnung liegt hier. {apart}"),
            *(document(number, f"Etwas anderes {number}") for number in range(3, 9)),
        ]
    )
    assert titles("Ausweis für die Wohnung") == ["Im selben Absatz", "Weit voneinander"]
    assert titles("Wohnung mit Ausweis") == ["Im selben Absatz", "Weit voneinander"]


def test_title_counts_more_than_summary_and_summary_more_than_body(engine, titles):
    filler = "Ein längerer Satz über ganz andere Dinge im Kreis."
    engine.index(
        [
            document(1, "Im Text", summary=filler, body="Wohnung"),
            document(2, "Im Vorspann", summary="Wohnung", body=filler),
            document(3, "Wohnung", summary=filler, body="dort"),
        ]
    )
    assert titles("Wohnung") == ["Wohnung", "Im Vorspann", "Im Text"]


def test_stop_words_count_only_when_nothing_else_was_typed(engine, titles):
    engine.index([document(1, "Wer wir sind"), document(2, "Die Wohnung")])
    assert titles("Wo ist die Wohnung?") == ["Die Wohnung"]
    assert titles("wer wir sind") == ["Wer wir sind"]


@pytest.mark.parametrize("text", ["???", '"', "* OR NEAR(", "'; DROP TABLE document; --", "\x00", "-", "a" * 100_000])
def test_nonsense_finds_nothing_and_breaks_nothing(engine, ask, text):
    engine.index([document(1, "Wohnung")])
    assert ask(text).count == 0


def test_operators_of_a_query_language_are_ordinary_words(engine, titles):
    engine.index([document(1, "Wohnung NOT Haus"), document(2, "Garten")])
    assert titles('Wohnung AND "NOT" (Haus*)') == ["Wohnung NOT Haus"]


def test_blank_text_shows_everything_readable_newest_first(engine, titles):
    engine.index([document(1, "Alt"), document(3, "Neu"), hidden(2, "Verborgen")])
    assert titles("") == ["Neu", "Alt"]
    assert titles("", MEMBER) == ["Neu", "Verborgen", "Alt"]


def test_every_reader_finds_what_is_theirs(engine, titles):
    engine.index([*layers(1, "Kurzfassung", "Vollfassung"), hidden(2, "Nur für Mitglieder")])
    assert titles("", VISITOR) == ["Zwei Lagen"]
    assert titles("", GUEST) == ["Zwei Lagen"]
    assert titles("", MEMBER) == ["Nur für Mitglieder", "Zwei Lagen"]


def test_nobody_meets_an_entry_twice(engine, ask):
    engine.index(layers(1, "Kurzfassung über Wohnen", "Vollfassung über Wohnen"))
    found = {
        name: [(hit.layer, hit.snippet) for hit in ask("Wohnen", who).hits]
        for name, who in {"visitor": VISITOR, "guest": GUEST, "member": MEMBER, "editor": EDITOR}.items()
    }
    full = [("members", "Vollfassung über <mark>Wohnen</mark>")]
    short = [("public", "Kurzfassung über <mark>Wohnen</mark>")]
    assert found == {"visitor": short, "guest": full, "member": full, "editor": full}


def test_a_word_of_the_fuller_text_finds_nothing_for_visitors(engine, ask):
    engine.index(layers(1, "Kurzfassung", "Vollfassung mit Geheimwort"))
    assert ask("Geheimwort", exact=True).count == 0
    assert ask("Geheimwort", MEMBER, exact=True).count == 1


def test_the_first_hit_scores_one_and_the_others_less(engine, ask):
    engine.index([document(1, "Wohnung"), document(2, "Haus", "Eine Wohnung im Haus neben dem Garten")])
    assert [hit.score for hit in ask("Wohnung").hits] == [1.0, pytest.approx(0.5, abs=0.4)]
    assert [hit.score for hit in ask("Wohnung", offset=1).hits] == [ask("Wohnung").hits[1].score]


def test_pages_neither_repeat_nor_leave_out(engine, ask):
    engine.index([document(number, "Wohnung") for number in range(25)])
    pages = [ask("Wohnung", limit=10, offset=offset) for offset in (0, 10, 20, 30)]
    assert [page.count for page in pages] == [25, 25, 25, 25]
    found = [hit.object_id for page in pages for hit in page.hits]
    assert sorted(found) == list(range(25))


def test_orderings(engine, titles):
    engine.index(
        [document(1, "Übergang Wohnung"), document(2, "Wohnung Wohnung"), document(3, "ärmel", "Eine Wohnung")]
    )
    assert titles("Wohnung", ordering="-published_at") == ["ärmel", "Wohnung Wohnung", "Übergang Wohnung"]
    assert titles("Wohnung", ordering="title") == ["ärmel", "Übergang Wohnung", "Wohnung Wohnung"]


TOPICS = {
    1: (("wohnen", "Wohnen"),),
    2: (("wohnen", "Wohnen"), ("arbeit", "Arbeit")),
    3: (("arbeit", "Arbeit"),),
}


@pytest.fixture
def topical(engine):
    engine.index(
        document(number, f"Eintrag {number}", kind="offer" if number < 3 else "concept", keywords={"topic": topics})
        for number, topics in TOPICS.items()
    )


def test_filters_are_or_within_a_field_and_and_between_fields(topical, titles):
    assert titles("", filters={"topic": ("wohnen",)}) == ["Eintrag 2", "Eintrag 1"]
    assert titles("", filters={"topic": ("wohnen", "arbeit")}) == ["Eintrag 3", "Eintrag 2", "Eintrag 1"]
    assert titles("", filters={"topic": ("arbeit",), "kind": ("concept",)}) == ["Eintrag 3"]
    assert titles("Eintrag", filters={"topic": ("arbeit",), "type": ("entry",)}, ordering="title") == [
        "Eintrag 2",
        "Eintrag 3",
    ]
    assert titles("", filters={"topic": ("nirgends",)}) == []


def test_updated_since(topical, titles):
    assert titles("", updated_since=FIRST_DAY + timedelta(days=2)) == ["Eintrag 3", "Eintrag 2"]


def test_facets_count_what_was_found(topical, ask):
    facets = ask("Eintrag", facets=("topic", "kind", "county")).facets
    assert facets == {
        "topic": (FacetValue("arbeit", "Arbeit", 2), FacetValue("wohnen", "Wohnen", 2)),
        "kind": (FacetValue("offer", "offer", 2), FacetValue("concept", "concept", 1)),
        "county": (),
    }


def test_a_facet_shows_what_else_could_be_chosen_in_it(topical, ask):
    found = ask("Eintrag", filters={"kind": ("concept",)}, facets=("topic", "kind"))
    assert found.count == 1
    assert found.facets == {
        "topic": (FacetValue("arbeit", "Arbeit", 1),),
        "kind": (FacetValue("offer", "offer", 2), FacetValue("concept", "concept", 1)),
    }


def test_a_hit_tells_everything_that_a_line_shows(engine, ask):
    engine.index(
        [document(1, "Wohnung", summary="Kurz", keywords={"topic": TOPICS[2], "county": (("99001", "Auental"),)})]
    )
    (hit,) = ask("Wohnung").hits
    assert hit.title == "Wohnung"
    assert hit.url == "/wissen/1/"
    assert hit.snippet == "Kurz"
    assert hit.keywords["topic"] == TOPICS[2]
    assert hit.keywords["county"] == (("99001", "Auental"),)
    assert hit.published_at == FIRST_DAY + timedelta(days=1)


def test_marks_show_the_forms_that_matched(engine, ask):
    engine.index([document(1, "Titel", "Im Kurs und in Kursen; Konkurs nicht.")])
    (hit,) = ask("Kurse").hits
    assert hit.snippet == "Im <mark>Kurs</mark> und in <mark>Kursen</mark>; Konkurs nicht."


def test_compounds_are_found_by_their_members_and_marked(engine, titles, ask):
    engine.index([document(1, "Vermittlung von Wohnraum"), document(2, "Sprachkurs"), document(3, "Kurse und Sprache")])
    assert titles("Wohnungsvermittlung") == ["Vermittlung von Wohnraum"]
    assert titles("Kurs") == ["Kurse und Sprache", "Sprachkurs"]
    engine.index([document(4, "Titel", "Die Wohnungsvermittlung im Kreis")])
    assert "<mark>Wohnungsvermittlung</mark>" in ask("Vermittlung").hits[1].snippet


def test_gendered_words_are_marked_whole(engine, ask):
    engine.index([document(1, "Titel", "Die Mentor:innen helfen.")])
    assert ask("Mentor").hits[0].snippet == "Die <mark>Mentor:innen</mark> helfen."


def test_markup_in_texts_is_shown_and_not_obeyed(engine, ask):
    engine.index([document(1, "Titel", '<script>alert("Wohnung")</script> & <mark>Haus</mark>')])
    (hit,) = ask("Wohnung").hits
    assert hit.snippet == (
        "&lt;script&gt;alert(&quot;<mark>Wohnung</mark>&quot;)&lt;/script&gt; &amp; &lt;mark&gt;Haus&lt;/mark&gt;"
    )


def test_words_in_nearly_every_document_tell_nothing_beside_another(engine, ask):
    engine.index(document(number, f"Landkreis {number}", "Wohnung" if number < 3 else "") for number in range(300))
    assert ask("Landkreis Wohnung").count == 3
    assert ask("Landkreis").count == 300
