"""Questions that people keep: theirs alone, found again where they are needed."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import ModelLogEntry

from plugins.api.access import ANONYMOUS
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from search import demo, personal_data
from search.actions.saved_searches import forget_search, rename_search, save_search
from search.models import SavedSearch


@pytest.fixture
def saved(member):
    return save_search("Busse auf dem Land", {"q": "Bus", "kind": "offer"}, actor=actor_for(member))


@pytest.fixture
def browser(as_client, member):
    return as_client(member)


def test_a_question_is_saved_from_its_page_and_found_again(index, browser):
    results = browser.get("/suche/?q=Bus&kind=offer").content.decode()
    assert 'href="/suche/merken/?q=Bus&amp;kind=offer"' in results
    answer = browser.post("/suche/merken/?q=Bus&kind=offer&page=3", {"name": " Busse  auf dem Land "})
    assert answer["Location"] == "/suche/?q=Bus&kind=offer"
    for address in ("/suche/", "/konto/suchen/"):
        shown = browser.get(address).content.decode()
        assert '<a href="/suche/?q=Bus&amp;kind=offer">Busse auf dem Land</a>' in shown


def test_the_account_leads_there(browser):
    assert 'href="/konto/suchen/"' in browser.get("/konto/").content.decode()


def test_renaming_and_deleting(browser, saved):
    browser.post(f"/konto/suchen/{saved.pk}/umbenennen/", {"name": "Fahrdienste"})
    assert "Fahrdienste" in browser.get("/konto/suchen/").content.decode()
    browser.post(f"/konto/suchen/{saved.pk}/loeschen/")
    browser.get("/")  # takes the message along
    assert "Fahrdienste" not in browser.get("/konto/suchen/").content.decode()
    assert not ModelLogEntry.objects.filter(label__contains="Fahrdienste").exists()


@pytest.mark.parametrize("name", ["", "   "])
def test_a_name_is_needed(browser, saved, name):
    for address in ("/suche/merken/?q=Bus", f"/konto/suchen/{saved.pk}/umbenennen/"):
        assert 'id="id_name_error"' in browser.post(address, {"name": name}).content.decode()
    assert [search.name for search in SavedSearch.objects.all()] == ["Busse auf dem Land"]


@pytest.mark.parametrize("address", ["/suche/merken/", "/suche/merken/?page=2", f"/suche/merken/?q={'Bus+' * 400}"])
def test_what_cannot_be_saved_is_said(browser, address):
    assert 'id="id_name_error"' in browser.post(address, {"name": "Alles"}).content.decode()
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize("other", ["coordinator", "office", "admin"])
def test_nobody_else_meets_it(index, request, as_client, saved, other):
    person = request.getfixturevalue(other)
    browser = as_client(person)
    for what in ("umbenennen", "loeschen"):
        assert browser.post(f"/konto/suchen/{saved.pk}/{what}/", {"name": "Meins"}).status_code == 404
    for address in ("/suche/", "/konto/suchen/"):
        assert saved.name not in browser.get(address).content.decode()
    with pytest.raises(Missing):
        rename_search(saved.pk, "Meins", actor=actor_for(person))
    with pytest.raises(Missing):
        forget_search(saved.pk, actor=actor_for(person))


def test_visitors_are_asked_to_sign_in_and_see_no_way_to_save(index, forum, client):
    assert "/konto/anmelden/" in client.get("/suche/merken/?q=Bus")["Location"]
    assert "/suche/merken/" not in client.get("/suche/?q=Bus").content.decode()
    with pytest.raises(Refused):
        save_search("Busse", {"q": "Bus"}, actor=ANONYMOUS)


def test_one_person_saves_so_many(member, browser, monkeypatch):
    monkeypatch.setattr(SavedSearch, "MOST", 1)
    save_search("Erste", {"q": "Bus"}, actor=actor_for(member))
    with pytest.raises(Refused):
        save_search("Zweite", {"q": "Bus"}, actor=actor_for(member))
    assert "<form class" not in browser.get("/suche/merken/?q=Bus").content.decode().partition("<main")[2]


def test_it_is_handed_out_and_erased(saved, member, coordinator):
    kept = save_search("Anderes", {"q": "Rad"}, actor=actor_for(coordinator))
    [row] = personal_data.hand_out(member)
    assert (row["name"], row["parameters"]) == ("Busse auf dem Land", "q=Bus&kind=offer")
    personal_data.erase(member)
    assert list(SavedSearch.objects.all()) == [kept]


def test_the_demo_world_has_one_until_its_owner_came(forum):
    person = get_user_model().objects.create(email="member@demo.example")
    demo.load()
    demo.load()
    assert SavedSearch.objects.count() == 1
    SavedSearch.objects.all().delete()
    person.last_login = person.date_joined
    person.save()
    demo.load()
    assert not SavedSearch.objects.exists()


def test_a_question_is_needed(member):
    with pytest.raises(Invalid):
        save_search("Alles", {}, actor=actor_for(member))
