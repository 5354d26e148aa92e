"""What discussions plug in: what people say to all members, in a group, to named persons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from workspace import searchable
from workspace.demo import discussions as demo
from workspace.facts import (
    DiscussionChanged,
    DiscussionStarted,
    GroupChanged,
    GroupMembersChanged,
    PostChanged,
    PostWritten,
)
from workspace.models import Discussion, DiscussionReading, Post, PostReport
from workspace.personal_data import discussions as personal_data
from workspace.policies.discussion_care import DiscussionReadingPolicy, PostReportPolicy
from workspace.policies.discussions import DiscussionPolicy, PostPolicy
from workspace.sockets import topics

POSTS_OF: Final[Mapping[type[Any], Callable[[Any], Iterable[int]]]] = {
    DiscussionStarted: lambda fact: [fact.post_id],
    PostWritten: lambda fact: [fact.post_id],
    PostChanged: lambda fact: [fact.post_id],
    DiscussionChanged: searchable.posts_of_discussion,
}
"""Which posts are found otherwise after a fact; those of challenges too."""


def discussion_records() -> Iterator[Any]:
    yield slots.UrlMount("", "workspace.views.discussion_urls")
    yield slots.RestMount("", "workspace.rest.discussion_urls")
    for policy in (DiscussionPolicy(), PostPolicy(), PostReportPolicy(), DiscussionReadingPolicy()):
        yield slots.PolicyRecord(policy)
    yield slots.PersonalData(
        title=_("Discussions"),
        models=(Discussion, Post, PostReport, DiscussionReading),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "Discussions that you began or are named in, what you wrote and reported, whom it addressed, how far you "
            "have read. Who reads a discussion stands above it; how far you have read, only you see."
        ),
    )
    yield slots.SearchSource(
        "discussion",
        searchable.post_documents,
        {
            **POSTS_OF,
            GroupChanged: searchable.posts_of_group,
            GroupMembersChanged: searchable.posts_of_group,
        },
    )
    yield slots.SocketRoute("live", "workspace.sockets.live.LiveSocket")
    yield slots.FactListener("workspace.live", topics.HEARD, topics.tell_open_pages, at_once=True)
    yield slots.DemoData(order=70, load=demo.load, needs_members=True)
