"""“Counties like mine” in the search and in the knowledge base."""

from __future__ import annotations

import pytest
from django.test import Client

from plugins.api.outbox import dispatch_pending
from tests.factories import make_county, make_entry
from tests.search.conftest import index  # noqa: F401

PAGES = ["/suche/?q=Bus", "/wissen/?kind=good_practice"]


@pytest.fixture
def entries(index, member):  # noqa: F811
    """One of the member's county, of one like it, of one twice as large, and of none."""
    for key, inhabitants in (("99001", 100_000), ("99002", 120_000), ("99003", 220_000)):
        county = make_county(key)
        county.inhabitants = inhabitants
        county.save()
        make_entry(title=f"Bus in {county.name}", county=key, released=True)
    make_entry(title="Bus ohne Ort", released=True)
    dispatch_pending()


def shown(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def titles(text: str) -> set[str]:
    return {
        name
        for name in ("Auental", "Bergheide", "Dornfeld", "ohne Ort")
        if f"Bus in {name}" in text or f"Bus {name}" in text
    }


@pytest.mark.parametrize("address", PAGES)
def test_only_counties_of_about_the_same_size_are_left(entries, client, address):
    assert titles(shown(client, f"{address}&like=99001")) == {"Auental", "Bergheide"}


@pytest.mark.parametrize("address", PAGES)
def test_criteria_stand_in_the_address_and_in_the_form(entries, client, address):
    assert titles(shown(client, f"{address}&like=99001&like_inhabitants=any")) == {"Auental", "Bergheide", "Dornfeld"}
    page = shown(client, f"{address}&like=99003&like_inhabitants=25")
    assert titles(page) == {"Dornfeld"}
    assert '<option value="25" selected>' in page
    assert "165.000" in page


@pytest.mark.parametrize("address", PAGES)
def test_a_member_begins_with_the_own_county_and_others_choose_one(entries, client, as_client, member, address):
    link = f'href="{address.replace("&", "&amp;")}&amp;like=99001"'
    assert link in shown(as_client(member), address)
    assert link not in shown(client, address)
    assert 'href="/landkreise/wie-meiner/?' in shown(client, address)


def test_choosing_a_county_keeps_the_question(forum, client):
    page = shown(client, "/landkreise/wie-meiner/?q=Bus&kind=offer&like=99001&page=3")
    assert '<input type="hidden" name="q" value="Bus">' in page
    assert 'name="page"' not in page
    assert '<option value="09772">Landkreis Augsburg</option>' in page
    assert '<form class="form" action="/suche/">' in page
    assert '<form class="form" action="/wissen/">' in shown(client, "/landkreise/wie-meiner/?back=/wissen/")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("like", ["like=00000", "like=x&like_density=y", "like_state=same"])
def test_a_county_that_is_none_is_passed_over(entries, client, address, like):
    assert titles(shown(client, f"{address}&{like}")) == {"Auental", "Bergheide", "Dornfeld", "ohne Ort"}


@pytest.mark.parametrize("address", PAGES)
def test_it_is_a_filter_like_others(entries, client, address):
    page = shown(client, f"{address}&like=99001&like_inhabitants=25")
    chosen = page.partition('class="chosen"')[2].partition("</ul>")[0]
    assert "Landkreis Auental" in chosen
    assert f'href="{address.replace("&", "&amp;")}"' in chosen


def test_one_county_replaces_those_like_another(entries, client):
    page = shown(client, "/wissen/?like=99001")
    assert 'href="/wissen/?county=99002"' in page
    assert titles(shown(client, "/wissen/?like=99001&county=99003")) == set()


def test_its_sum_is_what_the_list_holds(entries, client):
    page = shown(client, "/wissen/?like=99001")
    assert page.count('class="line"') == 2
    assert 'Praxisbeispiel</span> <span class="filters__count">2</span>' in page
