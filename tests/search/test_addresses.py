"""What the links of the page of results lead to."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from django.http import QueryDict

from search.addresses import Address


def address(query: str) -> Address:
    return Address("/suche/", QueryDict(query))


def asked(url: str) -> dict[str, str]:
    return {name: value[0] for name, value in parse_qs(url.partition("?")[2]).items()}


def test_everything_but_the_page_is_kept():
    here = address("q=Bus&kind=offer&exact=1&ordering=-published_at&page=3&part=typing&colour=red")
    wanted = {"q": "Bus", "kind": "offer", "exact": "1", "ordering": "-published_at"}
    assert asked(here.with_(topic="wohnen")) == {**wanted, "topic": "wohnen"}
    assert asked(here.with_(kind="")) == {name: value for name, value in wanted.items() if name != "kind"}


def test_everywhere_remembers_the_place_and_filters_by_nothing():
    here = address("q=Bus&topic=wohnen&where=everywhere")
    assert here.filters == {}
    assert asked(here.with_(where="")) == {"q": "Bus", "topic": "wohnen"}
    assert asked(here.with_(page="2")) == {"q": "Bus", "topic": "wohnen", "where": "everywhere", "page": "2"}


def test_a_filter_chosen_everywhere_begins_a_new_place():
    assert asked(address("q=Bus&topic=wohnen&where=everywhere").with_(kind="offer")) == {"q": "Bus", "kind": "offer"}


def test_one_county_takes_the_place_of_those_like_another():
    here = address("q=Bus&like=99001&like_density=any")
    assert asked(here.with_(kind="offer")) == {"q": "Bus", "like": "99001", "like_density": "any", "kind": "offer"}
    assert asked(here.with_(county="99002")) == {"q": "Bus", "county": "99002"}


@pytest.mark.parametrize("where", ["where=everywhere", "where=here", "where=x"])
def test_without_a_place_there_is_no_everywhere(where):
    assert asked(address(f"q=Bus&{where}").with_()) == {"q": "Bus"}
