"""Every count beside a filter is the number of entries that the list holds once the filter is chosen."""

from __future__ import annotations

from itertools import product

import pytest
from django.http import QueryDict

from cms.pages.facets import facets
from cms.pages.lists import asked_of
from cms.queries.entries import EntryFilter, narrowed, readable
from plugins.api.access import ANONYMOUS
from tests.factories import make_entry

pytestmark = pytest.mark.django_db

CHOICES = list(product(("", "offer", "concept"), ("", "wohnen", "arbeit", "gibt-es-nicht"), ("", "99001")))


@pytest.fixture
def entries():
    make_entry("offer", title="1", topics=["Wohnen", "Arbeit"], county="99001", released=True)
    make_entry("offer", title="2", topics=["Wohnen"], county="99002", released=True)
    make_entry("concept", title="3", topics=["Arbeit"], county="99001", released=True)
    make_entry("concept", title="4", released=True)
    make_entry("concept", title="5", topics=["Wohnen"], county="99001")


@pytest.mark.parametrize("chosen", [EntryFilter(*choice) for choice in product(("", "offer"), ("", "wohnen"))], ids=str)
def test_an_option_names_its_value_and_leads_to_the_list_with_it(entries, chosen):
    asked = asked_of("/wissen/", QueryDict(f"kind={chosen.kind}&topic={chosen.topic}&ordering=title"))
    _, shown = facets(ANONYMOUS, asked, chosen)

    for facet in shown:
        for option in facet["options"]:
            led_to = QueryDict(option["url"].partition("?")[2])
            assert led_to.get(facet["field"]) == (None if option["chosen"] else option["value"])
            assert led_to["ordering"] == "title"


@pytest.mark.parametrize("name", ["visitor", "guest", "member"])
def test_counts_are_those_of_the_lists_that_they_lead_to(entries, cast, name):
    actor = cast[name]

    def length(**wanted):
        return narrowed(readable(actor), EntryFilter(**wanted)).count()

    for kind, topic, county in CHOICES:
        chosen = {"kind": kind, "topic": topic, "county": county}
        total, shown = facets(actor, asked_of("/wissen/", QueryDict()), EntryFilter(**chosen))
        assert total == length(**chosen)
        for facet in shown:
            for option in facet["options"]:
                assert option["count"] == length(**chosen | {facet["field"]: option["value"]})


def test_what_hides_from_visitors_is_no_option(entries, cast):
    def counted(name):
        _, shown = facets(cast[name], asked_of("/", QueryDict()), EntryFilter())
        return {option["value"]: option["count"] for facet in shown for option in facet["options"]}

    public = {"offer": 2, "concept": 2, "wohnen": 2, "arbeit": 2, "99001": 2, "99002": 1}
    assert counted("visitor") == public
    assert counted("member") == public | {"concept": 3, "wohnen": 3, "99001": 3}


def test_a_chosen_kind_has_its_name_even_where_nothing_fits(as_client):
    page = as_client().get("/wissen/?kind=strategy").content.decode()
    assert "Strategie" in page.partition('id="filter"')[0]


@pytest.mark.parametrize("written", ["Mobilit%C3%A4t", "Mobilität", "Mobilit%E4t"])
def test_a_filter_that_nothing_fits_is_named_as_it_was_asked(as_client, written):
    query = f"topic=anderes&page=2&topic={written}".encode().decode("latin-1")
    page = as_client().get("/wissen/", QUERY_STRING=query).content.decode().partition('id="filter"')[0]
    assert ("Mobilit\ufffdt" if written == "Mobilit%E4t" else "Mobilität") in page
    assert "anderes" not in page
