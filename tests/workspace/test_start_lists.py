"""The lists of the start page: what waits for somebody, what is unread in their groups, what they follow."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.actions.entries import unpublish_entry
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from tests.factories import join_group, make_discussion, make_entry, make_group, make_topic
from workspace.actions.admissions import accept_invitation, ask_for_access, invite_people
from workspace.actions.places import leave_group
from workspace.actions.posts import write_post
from workspace.models import TopicFollow, WorkingGroup

pytestmark = pytest.mark.django_db

ADDRESSED, GROUPS, FOLLOWED = "An Sie gerichtet", "Neu in Ihren Gruppen", "Neues von allem, dem Sie folgen"
NOTHING = "Zurzeit wartet nichts auf Sie."


def start(client) -> str:
    return client.get("/start/").content.decode()


def test_whoever_has_nothing_reads_one_sentence_with_a_way_forward(as_client, applicant):
    page = start(as_client(applicant))
    assert NOTHING in page and 'href="/themen/"' in page
    assert all(title not in page for title in (ADDRESSED, GROUPS, FOLLOWED))


def test_an_invitation_stands_there_until_it_is_answered(as_client, coordinator, mentor, group):
    invite_people(group, [mentor], text="", actor=actor_for(coordinator))
    dispatch_pending()
    page = start(as_client(mentor))
    assert page.count("Sie sind zu „AG Wohnen“ eingeladen") == 1
    assert NOTHING not in page
    assert ADDRESSED not in start(as_client(coordinator))
    accept_invitation(group.admissions.get(), actor=actor_for(mentor))
    assert ADDRESSED not in start(as_client(mentor))


def test_a_request_waits_for_those_who_coordinate_alone(as_client, coordinator, member, mentor, group):
    ask_for_access(group, text="Wir möchten dabei sein.", actor=actor_for(mentor))
    assert "möchte bei „AG Wohnen“ mitmachen" in start(as_client(coordinator))
    assert ADDRESSED not in start(as_client(member))
    assert ADDRESSED not in start(as_client(mentor))


def test_whether_a_quiet_group_goes_on_is_asked_of_its_coordinator(as_client, coordinator, member, group):
    WorkingGroup.objects.filter(pk=group.pk).update(asked_at=timezone.now())
    assert "Geht „AG Wohnen“ weiter?" in start(as_client(coordinator))
    assert ADDRESSED not in start(as_client(member))


def test_unread_posts_are_counted_per_discussion_and_lead_to_the_first(as_client, coordinator, member, mentor, group):
    thread = make_discussion("Mietvertrag", by=coordinator, group=group, posts=[coordinator])
    client = as_client(member)
    first = thread.posts.order_by("pk")[0]
    assert f"/diskussionen/{thread.pk}/?post={first.pk}#post-{first.pk}" in start(client)
    assert "2 neue Beiträge" in start(client)
    client.get(f"/diskussionen/{thread.pk}/")
    assert GROUPS not in start(client)
    answer = write_post(thread, "Noch etwas", actor=actor_for(coordinator))
    assert f"?post={answer.pk}#post-{answer.pk}" in start(client) and "1 neuer Beitrag" in start(client)
    assert "Mietvertrag" not in start(as_client(mentor))


def test_whoever_leaves_a_group_loses_its_lines(as_client, coordinator, member, group):
    make_discussion("Mietvertrag", by=coordinator, group=group)
    client = as_client(member)
    assert "Mietvertrag" in start(client)
    leave_group(group, actor=actor_for(member))
    assert "Mietvertrag" not in start(client)


def test_new_on_a_followed_topic_goes_once_it_is_read_or_hidden(as_client, member):
    topic = make_topic("Wohnen")
    TopicFollow.objects.create(user=member, topic=topic)
    entry = make_entry(title="Wohnungslotsen", topics=[topic])
    dispatch_pending()
    client = as_client(member)
    assert FOLLOWED in start(client)
    unpublish_entry(entry, actor=SYSTEM)
    assert FOLLOWED not in start(client)


def test_five_lines_of_each_and_a_link_to_all(as_client, coordinator, member, group):
    for number in range(5):
        make_discussion(f"Frage {number}", by=coordinator, group=group)
    client = as_client(member)
    assert 'aria-describedby="start-groups"' not in start(client)
    make_discussion("Frage 5", by=coordinator, group=group)
    page = start(client)
    assert 'href="/diskussionen/" aria-describedby="start-groups"' in page
    assert sum(f"Frage {number}" in page for number in range(6)) == 5


def test_it_costs_as_many_queries_for_many_lines_as_for_one(as_client, coordinator, member, mentor, outsider, group):
    topic = make_topic("Wohnen")
    TopicFollow.objects.create(user=coordinator, topic=topic)
    other = make_group("AG Sprache", coordinator=mentor)
    join_group(other, coordinator)

    def one_of_each(number: int, asking) -> None:
        ask_for_access(group, text="Bitte", actor=actor_for(asking))
        make_discussion(f"Frage {number}", by=mentor, group=other)
        make_entry(title=f"Beitrag {number}", topics=[topic])

    one_of_each(1, mentor)
    dispatch_pending()
    client = as_client(coordinator)
    start(client)  # the visit begins
    with CaptureQueriesContext(connection) as few:
        start(client)
    one_of_each(2, outsider)
    for number in range(3, 6):
        make_discussion(f"Frage {number}", by=mentor, group=other)
        make_entry(title=f"Beitrag {number}", topics=[topic])
    dispatch_pending()
    with CaptureQueriesContext(connection) as many:
        page = start(client)
    assert page.count("möchte bei „AG Wohnen“ mitmachen") == 2 and page.count("neuer Beitrag") == 5
    assert len(many) == len(few) <= 40, "\n".join(query["sql"][:200] for query in many.captured_queries)
