"""Editors set how much titles, texts and kinds count: tried out first, felt at once, taken back."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import ModelLogEntry

from plugins.api import generation
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.errors import Refused
from plugins.api.outbox import dispatch_pending
from search.actions.weights import set_weights
from search.engine import SearchQuery
from search.finding import find
from search.models import SearchWeights, Step
from search.tuning import tuning_for
from search.weighing import Weights, present_weights
from tests.factories import make_entry, text

PAGE = "/cms/search-engine/weights/"
TEXT_ABOVE_ALL = Weights({"title": Step.HARDLY, "body": Step.MUCH_MORE})


@pytest.fixture
def entries(index, forum):
    make_entry(title="Fahrdienst", summary="Kurz.", body=text("<p>Gar nichts sonst steht hier.</p>"))
    make_entry("offer", title="Garten", summary="Kurz.", body=text("<p>Fahrdienst, Fahrdienst und Fahrdienst.</p>"))
    dispatch_pending()


def titles(who):
    return [hit.title for hit in find(SearchQuery("Fahrdienst"), actor=actor_for(who)).hits]


def test_weights_move_the_order_for_everybody_and_back(entries, member):
    assert titles(member) == ["Fahrdienst", "Garten"]
    before = generation.current()
    set_weights(TEXT_ABOVE_ALL, actor=SYSTEM)
    assert titles(member) == ["Garten", "Fahrdienst"]
    assert generation.current() != before
    set_weights(Weights(kinds={"offer": Step.MUCH_MORE}), actor=SYSTEM)
    assert titles(member) == ["Garten", "Fahrdienst"]
    set_weights(Weights(), actor=SYSTEM)
    assert titles(member) == ["Fahrdienst", "Garten"]
    assert (dict(tuning_for("x").field_weights), dict(tuning_for("x").kind_weights)) == ({}, {})
    assert SearchWeights.objects.count() == 1


def test_editors_try_weights_keep_them_and_go_back(entries, as_client, editor):
    browser = as_client(editor)
    tried = {"q": "Fahrdienst", "part-title": "-2", "part-body": "2"}
    page = browser.get(PAGE, tried).content.decode()
    assert "heute Platz 2" in page and "Diese Gewichte gelten lassen" in page
    assert titles(editor) == ["Fahrdienst", "Garten"]
    steps = {**dict.fromkeys((name for name in _names(browser)), "0"), **tried}
    assert browser.post(f"{PAGE}keep/", steps).url.endswith("?q=Fahrdienst")
    assert titles(editor) == ["Garten", "Fahrdienst"]
    assert "Titel: kaum" in browser.get(PAGE).content.decode()
    assert "Titel: kaum" in browser.get("/cms/search-engine/explain/", {"q": "Fahrdienst"}).content.decode()
    assert ModelLogEntry.objects.get(action="search.weigh").user == editor
    browser.post(f"{PAGE}default/")
    assert present_weights().in_words == []


def _names(browser):
    return browser.get(PAGE).context["form"].fields


def test_steps_that_do_not_exist_are_not_kept(entries, as_client, editor):
    browser = as_client(editor)
    steps = {**dict.fromkeys(_names(browser), "0"), "part-title": "99"}
    assert browser.post(f"{PAGE}keep/", steps).status_code == 302
    assert not SearchWeights.objects.exists()
    assert browser.get(PAGE, {"q": "Fahrdienst", "part-title": "viel"}).status_code == 200


def test_authors_and_members_weigh_nothing(forum, as_client, author, member):
    assert as_client(author).get(PAGE).status_code == 403
    assert as_client(author).post(f"{PAGE}default/").status_code == 403
    with pytest.raises(Refused):
        set_weights(Weights(), actor=actor_for(member))


def test_the_command_says_which_weights_hold(entries):
    set_weights(Weights({"title": Step.MORE}, {"offer": Step.LESS}), actor=SYSTEM)
    said = StringIO()
    call_command("explain_search", "Fahrdienst", stdout=said)
    assert "Titel: mehr, Angebot: weniger" in said.getvalue()
