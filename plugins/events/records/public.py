"""What makes events findable: lists, feeds, search, the map, and their places on the pages of others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.facts import LayersChanged, TopicChanged
from plugins.api import extensions as slots
from plugins.events import searchable
from plugins.events.facts import EventCancelled, EventChanged, EventOver, EventPublished
from plugins.events.models import EventKind
from plugins.events.pages import elsewhere, outside
from plugins.events.queries.own import own_lines
from plugins.events.schedules import notice_ends
from workspace.facts import GroupChanged


def public_records() -> Iterator[Any]:
    yield slots.UrlMount("arbeitsgruppen/", "plugins.events.urls.groups")
    yield slots.RestMount("events/", "plugins.events.rest.urls")
    yield slots.PublicFeed("termine", _("Public events"), "/termine/", outside.in_the_feed)
    yield slots.SitemapSource("events", outside.addresses)
    yield slots.HomePanel("events", elsewhere.next_public, order=10)
    yield slots.StartList("events", _("Your next events"), own_lines, "/termine/", order=12)
    yield slots.PageButtons(("group", "topic"), elsewhere.buttons)
    yield slots.GroupTab(
        "events",
        _("Events"),
        url=lambda group: reverse("group_events", args=[group.slug]),
        order=50,
        shown_to=lambda actor, group: actor.has(group.principal),
    )
    yield slots.SearchSource(
        "event",
        searchable.event_documents,
        {
            **dict.fromkeys((EventPublished, EventChanged, EventCancelled, EventOver), lambda fact: [fact.event_id]),
            TopicChanged: searchable.events_with_topic,
            LayersChanged: searchable.events_with_closed_topics,
            GroupChanged: searchable.events_of_changed_group,
        },
        kinds=tuple(EventKind.values),
        kind_name=searchable.kind_name,
    )
    yield slots.TaskSchedule("events.notice_ends", timedelta(minutes=5), notice_ends)
