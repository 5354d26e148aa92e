from __future__ import annotations

import pytest

from cms.models import Entry
from plugins.api.outbox import dispatch_pending
from search.engine import EngineUnavailable
from tests.factories import make_entry


@pytest.fixture
def entries(index, forum):
    make_entry(title="Wohnung im Dorf", summary="Lotsen helfen <b>schnell</b>.", county="99001", released=True)
    make_entry("offer", title="Beratung zur Wohnung", summary="Im Rathaus.", released=True)
    make_entry(title="Wohnung intern", summary="Nur für Mitglieder.")
    dispatch_pending()


def page(client, address="/suche/?q=Wohnung"):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_visitor_sees_what_is_public(entries, client):
    shown = page(client)
    assert "Wohnung im Dorf" in shown
    assert "Wohnung intern" not in shown


def test_a_member_sees_the_rest(entries, as_client, member):
    assert "Wohnung intern" in page(as_client(member))


def test_markup_is_shown_as_text(entries, client):
    shown = page(client, "/suche/?q=schnell")
    assert "&lt;b&gt;<mark>schnell</mark>&lt;/b&gt;" in shown or "<mark>schnell</mark>" in shown
    assert "<b>schnell" not in shown


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x>'])
def test_what_was_typed_is_shown_as_text(index, forum, client, text):
    shown = client.get("/suche/", {"q": text, "kind": text, "topic": text}).content.decode()
    assert text not in shown


def test_filters_stand_in_the_address_and_can_be_removed(entries, client):
    shown = page(client, "/suche/?q=Wohnung&kind=offer")
    assert "Beratung zur Wohnung" in shown
    assert "Wohnung im Dorf" not in shown
    assert 'href="/suche/?q=Wohnung"' in shown


def test_nothing_asked_shows_the_field(entries, client):
    shown = page(client, "/suche/")
    assert 'name="q"' in shown
    assert "Wohnung im Dorf" not in shown


def test_nothing_found_has_a_way_on(entries, client):
    assert 'href="/wissen/"' in page(client, "/suche/?q=Xylophonbauer")
    assert 'href="/suche/?q=Rathaus"' in page(client, "/suche/?q=Rathaus&county=99001")


def test_an_empty_result_offers_to_drop_each_filter_and_all(entries, client):
    shown = page(client, "/suche/?q=Rathaus&county=99001&kind=good_practice")
    assert 'href="/suche/?q=Rathaus&amp;county=99001"' in shown
    assert 'href="/suche/?q=Rathaus&amp;kind=good_practice"' in shown
    assert 'href="/suche/?q=Rathaus&amp;kind=good_practice&amp;county=99001&amp;where=everywhere"' in shown


def test_a_filter_that_leaves_nothing_is_called_by_its_name(entries, client):
    assert "Landkreis Auental" in page(client, "/suche/?q=Rathaus&county=99001")
    assert "Landkreis Auental" in page(client, "/suche/?q=Xylophonbauer&county=99001")


def test_somebody_searches_here_or_everywhere(entries, client):
    here = page(client, "/suche/?q=Wohnung&kind=offer")
    assert "Wohnung im Dorf" not in here
    everywhere = here.partition('<p class="search-scope">')[2].partition('href="')[2].partition('"')[0]
    shown = page(client, everywhere.replace("&amp;", "&"))
    assert "Wohnung im Dorf" in shown
    assert 'class="chosen"' not in shown
    assert 'href="/suche/?q=Wohnung&amp;kind=offer"' in shown


def test_new_words_are_searched_for_in_the_same_place(entries, client):
    shown = page(client, "/suche/?q=Wohnung&kind=offer&exact=1")
    assert '<input type="hidden" form="search-form" name="kind" value="offer">' in shown
    assert 'name="exact"' not in shown


@pytest.mark.parametrize("address", ["/themen/wohnen/", "/wissen/?topic=wohnen"])
def test_a_place_offers_to_search_only_in_it(index, forum, client, address):
    make_entry(title="Wohnung im Dorf", topics=["Wohnen"], released=True)
    shown = page(client, address)
    head = shown.partition("<main")[0]
    assert '<input type="hidden" name="topic" value="wohnen">' in head
    assert 'name="where" value="here"' in head


def test_the_part_below_the_field_comes_alone(entries, client):
    part = page(client, "/suche/?q=Wohnung&part=results")
    assert "Wohnung im Dorf" in part
    assert "<html" not in part
    assert [link for link in part.split('href="')[1:] if "part=" in link.partition('"')[0]] == []


def test_a_word_that_is_only_begun_finds_already(entries, client, as_client, member):
    address = "/suche/?q=Rath&part=typing"
    assert "Beratung zur Wohnung" in page(client, address)
    assert "Rathaus" in page(client, address)
    assert "Beratung zur Wohnung" not in page(client, "/suche/?q=Rath")


def test_a_begun_word_is_completed_from_what_the_reader_may_read(entries, client, as_client, member):
    address = "/suche/?q=Mitgl&part=typing"
    assert "Wohnung intern" in page(as_client(member), address)
    assert "Mitglieder." not in page(client, address).partition('id="results"')[2]


def test_a_compound_is_explained_by_its_parts(entries, client):
    shown = page(client, "/suche/?q=Wohnungsberatung")
    line = shown.partition('class="line__why">')[2].partition("</p>")[0]
    assert "Wohnung" in line
    assert "Beratung" in line


def test_a_repaired_word_is_said_with_a_way_back(entries, client):
    shown = page(client, "/suche/?q=Wohnugn")
    assert "Wohnung im Dorf" in shown
    assert "exact=1" in shown


@pytest.mark.parametrize(
    "nonsense", ["page=abc", "page=-1", "page=99999999", "kind=x", "ordering=x", "page=0", "colour=red"]
)
def test_nonsense_in_the_address_is_passed_over(index, forum, client, nonsense):
    page(client, f"/suche/?q=Wohnung&{nonsense}")


def test_long_results_have_pages(entries, client, monkeypatch):
    monkeypatch.setattr("search.addresses.PAGE_SIZE", 1)
    first, second = (page(client, f"/suche/?q=Wohnung&type=entry&page={number}") for number in (1, 2))
    assert 'rel="next"' in first
    assert 'rel="prev"' not in first
    assert 'rel="prev"' in second
    assert 'rel="next"' not in second
    assert first.count('class="line"') == second.count('class="line"') == 1


def test_who_may_keep_the_page(entries, client, as_client, member):
    visitors = client.get("/suche/?q=Wohnung")
    assert visitors["Cache-Control"].startswith("public")
    assert as_client(member).get("/suche/?q=Wohnung")["Cache-Control"].startswith("private")
    assert client.get("/suche/?q=Wohnung", headers={"If-None-Match": visitors["ETag"]}).status_code == 304


def test_an_index_that_does_not_answer_keeps_what_was_typed(entries, client, monkeypatch, index):
    def broken(*args, **more):
        raise EngineUnavailable("The file is broken.")

    monkeypatch.setattr(type(index), "search", broken)
    response = client.get("/suche/?q=Wohnlotsen")
    assert response.status_code == 503
    assert 'value="Wohnlotsen"' in response.content.decode()


def test_related_entries_are_those_that_the_reader_may_read(entries, client, as_client, member):
    for number in range(6):
        make_entry(title=f"Anderes {number}", summary=f"Über Gärten {number}.", body="<p>Quitten.</p>", released=True)
    make_entry(title="Lotsen helfen bei der Wohnung", summary="Schnell und im Dorf.", released=True)
    make_entry(title="Lotsen für die Wohnung intern", summary="Sie helfen schnell.")
    dispatch_pending()
    first = find_entry("Wohnung im Dorf")
    address = f"/suche/verwandt/entry/{first.pk}/"
    assert "Lotsen helfen bei der Wohnung" in page(client, address)
    assert "Wohnung intern" not in page(client, address)
    assert "Lotsen für die Wohnung intern" in page(as_client(member), address)


def test_nothing_is_related_to_what_is_hidden_as_to_what_is_not_there(entries, client):
    intern = find_entry("Wohnung intern")
    hidden, missing = page(client, f"/suche/verwandt/entry/{intern.pk}/"), page(client, "/suche/verwandt/entry/999999/")
    assert hidden == missing


def test_an_entry_leads_to_what_is_related(entries, client):
    first = find_entry("Wohnung im Dorf")
    assert f'href="/suche/verwandt/entry/{first.pk}/"' in page(client, f"/wissen/{first.slug}/")


def find_entry(title):
    return Entry.objects.get(title=title)
