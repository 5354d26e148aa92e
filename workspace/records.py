"""What the workspace plugs in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from workspace import principals, searchable
from workspace.demo import discussions as demo_discussions
from workspace.facts import (
    DiscussionChanged,
    DiscussionStarted,
    GroupChanged,
    GroupMembersChanged,
    PostChanged,
    PostWritten,
)
from workspace.models import Discussion, DiscussionReading, GroupMembership, Post, PostReport
from workspace.personal_data import discussions as discussion_data
from workspace.personal_data import groups as group_data
from workspace.policies.discussion_care import DiscussionReadingPolicy, PostReportPolicy
from workspace.policies.discussions import DiscussionPolicy, PostPolicy
from workspace.policies.groups import GroupMembershipPolicy, WorkingGroupPolicy


def all_records() -> Iterator[Any]:
    yield slots.PrincipalProvider("workspace", principals.principals_of, principals.people_with, principals.in_words)
    yield from _groups()
    yield from _discussions()


def _groups() -> Iterator[Any]:
    yield slots.PolicyRecord(WorkingGroupPolicy())
    yield slots.PolicyRecord(GroupMembershipPolicy())
    yield slots.PersonalData(
        title=_("Working groups"),
        models=(GroupMembership,),
        hand_out=group_data.hand_out,
        erase=group_data.erase,
        text=_("The groups that you belong to, with dates. Who sees them stands on the page of each group."),
    )


def _discussions() -> Iterator[Any]:
    """What people say to each other: all members, a group, named persons."""
    yield slots.UrlMount("", "workspace.views.discussion_urls")
    yield slots.RestMount("", "workspace.rest.discussion_urls")
    for policy in (DiscussionPolicy(), PostPolicy(), PostReportPolicy(), DiscussionReadingPolicy()):
        yield slots.PolicyRecord(policy)
    yield slots.PersonalData(
        title=_("Discussions"),
        models=(Discussion, Post, PostReport, DiscussionReading),
        hand_out=discussion_data.hand_out,
        erase=discussion_data.erase,
        text=_(
            "Discussions that you began or are named in, what you wrote and reported, whom it addressed, how far you "
            "have read. Who reads a discussion stands above it; how far you have read, only you see."
        ),
    )
    yield slots.SearchSource(
        "discussion",
        searchable.post_documents,
        {
            DiscussionStarted: lambda fact: [fact.post_id],
            PostWritten: lambda fact: [fact.post_id],
            PostChanged: lambda fact: [fact.post_id],
            DiscussionChanged: searchable.posts_of_discussion,
            GroupChanged: searchable.posts_of_group,
            GroupMembersChanged: searchable.posts_of_group,
        },
    )
    yield slots.DemoData(order=70, load=demo_discussions.load)
