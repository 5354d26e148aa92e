"""Whatever is hidden from a reader is not felt by them: in hits, totals, order, facets and in what is offered."""

from __future__ import annotations

import pytest

from search.engine import SearchQuery
from tests.search.documents import EDITOR, GUEST, MEMBER, VISITOR, document, hidden, layers

READABLE = [
    document(
        1,
        "Wohnung suchen",
        "Mietvertrag, Kaution und Wohnungsgeberbescheinigung",
        keywords={"tag": (("miete", "miete"),)},
    ),
    document(2, "Wohnung", "Haus und Garten auf dem Land"),
    document(3, "Haus", "Eine Wohnung im Haus, eine Wohnung im Garten", kind="concept"),
    document(4, "Sprachkurs ohne Bus", "Mobilität im ländlichen Raum"),
]
QUESTIONS = [
    "Wohnung",
    "Wohnung Haus",
    "Haus Garten Bus",
    "Wohnugn",
    "Garten",
    "",
    "Sprachkurs",
    "Geheimplan",
    "Mietspiegel",
]
STARTS = ["w", "wo", "woh", "ga", "geh", "sprachkurs o", "miet"]


def everything_about(engine, who):
    found = [engine.search(SearchQuery(text, who, facets=("type", "kind", "tag", "topic"))) for text in QUESTIONS]
    return found, [engine.suggest(start, principals=who) for start in STARTS]


@pytest.fixture
def much_is_hidden():
    topic = {"topic": (("geheim", "Geheim"),), "tag": (("geheim", "geheim"), ("miete", "Miete"))}
    return [
        *(
            hidden(number, "Geheimplan Wohnung Haus", "Haus " * number, keywords=topic, kind="strategy")
            for number in range(50, 80)
        ),
        hidden(80, "Gartenhaus", "Wohnugn Wohnungs Mietspiegel Geheimplan Gehölz"),
        hidden(81, "Mietspiegel", audience=frozenset({"group:3"})),
    ]


def test_visitors_notice_nothing_of_what_is_hidden(engine, much_is_hidden):
    engine.index(READABLE)
    before = everything_about(engine, VISITOR)
    engine.index(much_is_hidden)
    assert everything_about(engine, VISITOR) == before
    with engine.rebuild() as new:
        new.add([*much_is_hidden, *READABLE])
    assert everything_about(engine, VISITOR) == before


def test_an_account_without_rights_notices_nothing_either(engine, much_is_hidden):
    engine.index(READABLE)
    before = everything_about(engine, VISITOR)
    engine.index(much_is_hidden)
    assert everything_about(engine, frozenset({"public", "user:99"})) == before


def test_members_notice_nothing_of_a_group_that_they_are_not_in(engine):
    engine.index([*READABLE, hidden(20, "Für Mitglieder", "Wohnung und Haus")])

    def noticed():
        found, suggested = everything_about(engine, MEMBER)
        return [(one.count, one.facets, one.did_you_mean, {hit.key for hit in one.hits}) for one in found], suggested

    before = noticed()
    engine.index(
        hidden(number, "Wohnung Geheimplan", "Mietspiegel", audience=frozenset({"group:3"})) for number in range(30, 60)
    )
    assert noticed() == before


def test_totals_facets_and_suggestions_follow_the_reader(engine):
    engine.index([*layers(1, "Kurz", "Lang", "Wohnung"), document(2, "Wohnung"), hidden(3, "Wohnung", kind="concept")])
    query = {
        who: engine.search(SearchQuery("Wohnung", who, facets=("kind",))) for who in (VISITOR, GUEST, MEMBER, EDITOR)
    }
    assert [query[who].count for who in (VISITOR, GUEST, MEMBER, EDITOR)] == [2, 2, 3, 3]
    kinds = {who: [(one.value, one.count) for one in found.facets["kind"]] for who, found in query.items()}
    assert kinds == {
        VISITOR: [("offer", 2)],
        GUEST: [("offer", 2)],
        MEMBER: [("offer", 2), ("concept", 1)],
        EDITOR: [("offer", 2), ("concept", 1)],
    }
    assert len(engine.suggest("Wohn", principals=VISITOR)) == 2
    assert len(engine.suggest("Wohn", principals=MEMBER)) == 3


def test_a_label_that_only_hidden_documents_use_is_not_shown(engine):
    engine.index(
        [
            document(1, keywords={"topic": (("wohnen", "Wohnen"),)}),
            *(hidden(number, keywords={"topic": (("wohnen", "Wohnen (intern)"),)}) for number in range(5, 9)),
        ]
    )
    (value,) = engine.search(SearchQuery("", VISITOR, facets=("topic",))).facets["topic"]
    assert (value.label, value.count) == ("Wohnen", 1)


def test_nobody_without_principals_finds_anything(engine):
    engine.index(READABLE)
    assert engine.search(SearchQuery("", frozenset())).count == 0
