"""What editors decide about the search is felt at once, by everybody, and opens nothing."""

from __future__ import annotations

import pytest

from cms.models import Entry
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.errors import Missing, Refused
from plugins.api.outbox import dispatch_pending
from search.actions.placements import forget_placement, place_result
from search.actions.synonyms import add_synonym
from search.engine import SearchQuery, Thing
from search.finding import find
from search.models import Placement, Synonym
from search.tuning import phrase_of, tuning_for
from tests.factories import make_entry

PAGE = "/cms/search-engine/explain/"


@pytest.fixture
def entries(index, forum):
    make_entry(title="Migrationsberatung im Kreishaus", summary="Termine am Dienstag.", released=True)
    make_entry(title="Sprachkurs ohne Bus", summary="Der Kurs kommt ins Dorf.", released=True)
    make_entry(title="Bus intern", summary="Nur für Mitglieder.")
    dispatch_pending()


def titles(text, who=None):
    return [hit.title for hit in find(SearchQuery(text), actor=actor_for(who)).hits]


def thing(title):
    return Thing("entry", Entry.objects.get(title=title).pk)


def test_a_synonym_holds_for_everybody_and_one_way(entries, client):
    assert titles("MBE") == []
    assert "Migrationsberatung" not in client.get("/suche/?q=MBE").content.decode()
    add_synonym("MBE", "Migrationsberatung", actor=SYSTEM)
    assert titles("mbe") == ["Migrationsberatung im Kreishaus"]
    assert "Migrationsberatung" in client.get("/suche/?q=MBE").content.decode()
    assert tuning_for("x").synonyms == {"mbe": ("Migrationsberatung",)}
    add_synonym("MBE", "Migrationsberatung", actor=SYSTEM, works_both_ways=True)
    assert tuning_for("x").synonyms["migrationsberatung"] == ("MBE",)


def test_what_is_placed_holds_for_the_question_in_any_spelling(entries, editor):
    actor = actor_for(editor)
    place_result("Kürse im Dorf!", thing("Migrationsberatung im Kreishaus"), "M", is_pinned=True, actor=actor)
    assert titles("kuerse  im dorf")[0] == "Migrationsberatung im Kreishaus"
    assert titles("Dorf") == ["Sprachkurs ohne Bus"]
    placed = place_result("Dorf", thing("Sprachkurs ohne Bus"), "S", is_pinned=False, actor=actor)
    assert titles("Dorf") == []
    forget_placement(placed.pk, actor=actor)
    assert titles("Dorf") == ["Sprachkurs ohne Bus"]


def test_nobody_is_shown_by_a_placement_what_they_may_not_read(entries, editor, member):
    place_result("Garten", thing("Bus intern"), "Bus intern", is_pinned=True, actor=actor_for(editor))
    assert titles("Garten") == []
    assert titles("Garten", member) == ["Bus intern"]


def test_only_editors_and_office_decide(entries, member, office):
    with pytest.raises(Refused):
        add_synonym("MBE", "Migrationsberatung", actor=actor_for(member))
    placed = place_result("Dorf", Thing("entry", 1), "T", is_pinned=True, actor=actor_for(office))
    with pytest.raises(Missing):
        forget_placement(placed.pk, actor=actor_for(member))


def test_questions_are_compared_without_capitals_umlauts_and_punctuation():
    assert phrase_of("Mütter,  Kurse?") == phrase_of("muetter kurse") != phrase_of("Mutterkurse")


def test_editors_try_a_synonym_and_keep_it(entries, as_client, editor):
    browser = as_client(editor)
    page = browser.get(PAGE, {"q": "MBE", "synonym": "Migrationsberatung"}).content.decode()
    assert page.count("Migrationsberatung im Kreishaus") == 1
    assert not Synonym.objects.exists()
    browser.post("/cms/search-engine/synonym/", {"typed": "MBE", "meant": "Migrationsberatung"})
    assert titles("MBE") == ["Migrationsberatung im Kreishaus"]


def test_editors_place_a_result_from_the_list_and_take_it_back(entries, as_client, editor):
    browser, found = as_client(editor), thing("Sprachkurs ohne Bus")
    sent = {"q": "Dorf", "type": found.type, "object_id": found.object_id, "title": "Sprachkurs", "decision": "exclude"}
    assert browser.post("/cms/search-engine/place/", sent).url.endswith("?q=Dorf")
    assert titles("Dorf") == []
    (placed,) = Placement.objects.all()
    browser.post(f"/cms/search-engine/place/{placed.pk}/take-back/", {"q": "Dorf"})
    assert titles("Dorf") == ["Sprachkurs ohne Bus"]
    assert browser.post("/cms/search-engine/place/", {**sent, "decision": "x"}).status_code == 302
    assert not Placement.objects.exists()


def test_authors_read_why_and_decide_nothing(entries, as_client, author):
    browser = as_client(author)
    assert "Nach oben" not in browser.get(PAGE, {"q": "Dorf"}).content.decode()
    sent = {"q": "Dorf", "type": "entry", "object_id": 1, "title": "x", "decision": "pin"}
    assert browser.post("/cms/search-engine/place/", sent).status_code == 403
    assert not Placement.objects.exists()
