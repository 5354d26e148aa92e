"""Events are switched off by the office: everything answers calmly, nothing is found, and all is back afterwards."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from cms.actions.plugins import switch_off, switch_on
from cms.actions.webhooks import change_webhook
from cms.queries.plugins import plugin_called
from plugins.api import generation
from plugins.api.actors import actor_for
from plugins.api.facts import PluginSwitched
from plugins.api.outbox import announce, dispatch_pending
from plugins.events.facts import EventPublished, ParticipantInvited
from plugins.events.models import Event
from search.indexing import hear_for_cluster, rebuild
from tests.factories import join_group, make_group, make_webhook
from tests.factories.events import make_calendar_address, make_event
from workspace.models import Notification

pytestmark = pytest.mark.django_db(transaction=False)

CALM = "Dieser Teil ist zurzeit ausgeschaltet"
WORD = "Quittentreffen"


@pytest.fixture
def heard(django_capture_on_commit_callbacks):
    """Does something, commits, and lets the listeners hear of it."""

    def do(act):
        with django_capture_on_commit_callbacks(execute=True):
            answer = act()
        dispatch_pending()
        return answer

    return do


@pytest.fixture
def event(forum, member):
    event = make_event(title=WORD, confidentiality="public")
    rebuild()
    return event


@pytest.fixture
def switch(office, as_client, heard):
    def turn(state: str, **said):
        answer = heard(lambda: as_client(office).post(f"/cms/plugins/events/{state}/", said))
        assert answer.status_code == 302, answer.content.decode()

    return turn


def found(client) -> tuple[int, list[str], list[str]]:
    """Hits, the values of the facet of types, and suggestions."""
    answer = client.get(f"/api/v1/search/?q={WORD}").json()
    typed = client.get(f"/api/v1/suggest/?q={WORD[:6]}").json()
    facets = [value["value"] for value in answer["facets"].get("type", [])]
    return answer["count"], facets, [one["text"] for one in typed]


def test_everybody_is_answered_calmly_and_everything_is_back_afterwards(event, member, office, as_client, switch):
    browsers = {name: as_client(person) for name, person in (("visitor", None), ("member", member), ("office", office))}
    assert WORD in browsers["visitor"].get("/termine/").content.decode()
    assert found(browsers["visitor"])[0] == 1

    switch("off")

    for name, browser in browsers.items():
        for address in ("/termine/", event.get_absolute_url(), "/termine/gibt-es-nicht/", "/konto/kalender/"):
            page = browser.get(address)
            assert (page.status_code, CALM in page.content.decode()) == (503, True), (name, address)
            assert WORD not in page.content.decode() and page["Cache-Control"] == "no-store"
        assert found(browser) == (0, [], []), name
        home = browser.get("/").content.decode()
        assert WORD not in home and 'href="/termine/"' not in home
        assert "Zurzeit ausgeschaltet: Termine." in home
    assert browsers["visitor"].get("/feeds/termine.atom").status_code == 503
    assert "/termine/" not in browsers["visitor"].get("/sitemap.xml").content.decode()
    assert browsers["visitor"].get("/feeds/").content.decode().count("termine") == 0

    switch("on")

    assert WORD in browsers["visitor"].get("/termine/").content.decode()
    assert browsers["member"].get(event.get_absolute_url()).status_code == 200
    assert found(browsers["member"])[0] == 1
    assert "ausgeschaltet" not in browsers["visitor"].get("/").content.decode()


def test_programs_get_a_problem_that_does_not_tell_what_is_there(event, member, api, switch):
    switch("off")

    bodies = set()
    for program in (api(), api(member, "read:public", "read:members", "read:events")):
        for address in ("events/", f"events/{event.pk}/", "events/987654321/"):
            for method in ("get", "post", "options"):
                answer = getattr(program, method)(f"/api/v1/{address}")
                assert answer["Content-Type"] == "application/problem+json" and answer.status_code == 503
                bodies.add(answer.content)
    assert len(bodies) == 1
    assert json.loads(bodies.pop())["detail"] == "Dieser Teil des Forums ist zurzeit ausgeschaltet."
    assert "/api/v1/events/" in api().get("/api/v1/schema/").content.decode()


def test_a_form_sent_from_an_open_page_is_answered_calmly_and_does_nothing(event, office, member, as_client, switch):
    calendar = make_calendar_address(member)
    assert as_client(None).get(calendar).status_code == 200
    switch("off")
    page = as_client(member).post(f"{event.get_absolute_url()}anmelden/", {"answer": "yes"})
    assert page.status_code == 503 and CALM in page.content.decode()
    assert as_client(None).get(calendar).status_code == 503


def test_nobody_is_told_and_what_waited_is_not_heard_later(event, member, office, as_client, switch, mailoutbox):
    Notification.objects.create(
        recipient=member,
        kind="events.invited",
        key="x",
        about_id=event.pk,
        words={"title": WORD},
        url=event.get_absolute_url(),
    )
    assert WORD in as_client(member).get("/mitteilungen/").content.decode()
    switch("off")
    assert WORD not in as_client(member).get("/mitteilungen/").content.decode()
    mailoutbox.clear()

    announce(ParticipantInvited(participant_id=1))
    announce(EventPublished(event_id=event.pk))
    dispatch_pending()
    switch("on")

    assert not mailoutbox
    assert WORD in as_client(member).get("/mitteilungen/").content.decode()


def test_people_still_get_their_data_and_have_it_erased(event, member, as_client, switch):
    event.organisers.add(member)
    switch("off")
    assert WORD in as_client(member).get(reverse("account_data")).content.decode()

    from cms.accounts.actions import erase_person
    from plugins.api.access import SYSTEM

    erase_person(member, actor=SYSTEM)
    assert not Event.objects.filter(organisers=member).exists()


@pytest.mark.parametrize("who", ["author", "editor", "member", "visitor"])
def test_nobody_but_the_office_switches(who, people, event, as_client):
    browser = as_client(people[who])
    answers = {
        (browser.get(address).status_code, browser.post(address).status_code)
        for label in ("events", "membership", "nonsense")
        for address in (f"/cms/plugins/{label}/{verb}/" for verb in ("on", "off", "remove", "groups"))
    }
    assert answers == ({(302, 302)} if who == "visitor" else {(403, 403)})
    assert as_client(None).get("/termine/").status_code == 200


def test_what_everything_stands_on_cannot_be_switched_off(office, as_client):
    browser = as_client(office)
    assert "Immer eingeschaltet." in browser.get("/cms/plugins/").content.decode()
    for label in ("membership", "cms", "workspace", "nonsense"):
        assert browser.post(f"/cms/plugins/{label}/off/").status_code == 404


@pytest.fixture
def groups(forum, coordinator, member, outsider):
    first = make_group(title="Wohnen auf dem Land", coordinator=coordinator)
    join_group(first, member)
    return first, make_group(title="Sprache im Dorf", coordinator=outsider)


def in_tabs(browser, group) -> bool:
    return f"/arbeitsgruppen/{group.slug}/termine/" in browser.get(group.get_absolute_url()).content.decode()


def test_on_for_one_group_its_people_meet_it_there_and_nobody_else(
    groups, event, member, outsider, coordinator, as_client, api, switch
):
    switch("off")
    ours, theirs = as_client(member), as_client(outsider)
    assert not in_tabs(ours, groups[0])

    switch("groups", which="chosen", groups=[groups[0].pk])

    assert in_tabs(ours, groups[0]) and not in_tabs(theirs, groups[1])
    make_event(title="Unter uns", kind="group", confidentiality="group", group=groups[0], days=3)
    assert "Unter uns" in ours.get(groups[0].get_absolute_url()).content.decode()
    assert ours.get(f"/arbeitsgruppen/{groups[0].slug}/termine/").status_code == 200
    assert theirs.get(f"/arbeitsgruppen/{groups[1].slug}/termine/").status_code == 503
    assert ours.get(event.get_absolute_url()).status_code == 200
    assert as_client(None).get(event.get_absolute_url()).status_code == 503
    assert api(member, "read:public", "read:members", "read:events").get("/api/v1/events/").status_code == 200
    assert api(outsider, "read:public", "read:members", "read:events").get("/api/v1/events/").status_code == 503
    assert 'href="/termine/"' not in ours.get("/start/").content.decode()
    assert found(ours)[0] == 0
    led = as_client(coordinator).get(f"/arbeitsgruppen/{groups[0].slug}/einstellungen/").content.decode()
    assert "In dieser Gruppe vom Programmbüro eingeschaltet: Termine." in led

    switch("off")

    assert not in_tabs(ours, groups[0]) and ours.get(event.get_absolute_url()).status_code == 503


def test_on_in_the_forum_and_in_some_groups_alone(groups, member, outsider, as_client, switch):
    switch("groups", which="chosen", groups=[groups[0].pk])
    assert in_tabs(as_client(member), groups[0]) and not in_tabs(as_client(outsider), groups[1])
    assert as_client(None).get("/termine/").status_code == 200
    page = as_client(outsider).get(f"/arbeitsgruppen/{groups[1].slug}/termine/")
    assert (page.status_code, CALM in page.content.decode()) == (503, True)
    switch("groups", which="every")
    assert in_tabs(as_client(outsider), groups[1])


def test_the_door_says_calmly_no_to_whoever_asks_it(event, member, switch):
    from plugins.api.access import SYSTEM, audience_of, may, visible_to

    switch("off")
    decision = may(actor_for(member), "see", event)
    assert not decision and "ausgeschaltet" in str(decision.reason)
    assert not visible_to(actor_for(member), Event.objects.all()).exists()
    assert audience_of(event) == {"system"} and may(SYSTEM, "see", event)


def test_who_has_switched_what_is_written_down(event, office, as_client, switch):
    from wagtail.models import ModelLogEntry

    switch("off")
    switch("on")
    entries = ModelLogEntry.objects.filter(action__startswith="cms.switch_plugin").order_by("pk")
    assert [(entry.action, entry.user, entry.label) for entry in entries] == [
        ("cms.switch_plugin_off", office, "events"),
        ("cms.switch_plugin_on", office, "events"),
    ]


def test_what_is_on_costs_no_query(event, member, as_client, django_assert_num_queries):
    from plugins.api import switching
    from plugins.api.extensions import NavItem
    from plugins.api.registry import registry

    with django_assert_num_queries(0):
        assert registry.records(NavItem) and not switching.off() and not switching.gone()


def test_a_webhook_keeps_what_it_wants_to_be_told_of_events(event, member, switch):
    scopes = ("read:public", "read:members", "read:events", "webhooks")
    webhook = make_webhook(member, scopes=scopes, events=["entry.published", "event.published"])
    switch("off")

    webhook = change_webhook(webhook, description="Kreis", events=["entry.published"], actor=actor_for(member))
    assert webhook.events == ["entry.published", "event.published"]
    switch("on")

    assert change_webhook(webhook, events=["entry.published"], actor=actor_for(member)).events == ["entry.published"]


def test_in_a_cluster_nothing_of_it_is_found_either(
    event, office, settings, tmp_path, elasticsearch, elastic_prefix, as_client
):
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    settings.ELASTICSEARCH_URLS, settings.ELASTICSEARCH_INDEX = [elasticsearch], elastic_prefix
    rebuild()
    plugin = plugin_called("events")
    assert found(as_client(None))[0] == 1

    switch_off(plugin, actor=actor_for(office))
    hear_for_cluster([PluginSwitched("events")])
    generation.advance()
    assert found(as_client(None)) == (0, [], [])

    switch_on(plugin, actor=actor_for(office))
    hear_for_cluster([PluginSwitched("events")])
    generation.advance()
    assert found(as_client(None))[0] == 1
