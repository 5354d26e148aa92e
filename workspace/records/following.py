"""What following plugs in: buttons on the pages of things, and what is told about these."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.api import extensions as slots
from workspace.demo import following as demo
from workspace.notification_kinds import following
from workspace.policies.notifications import FollowPolicy
from workspace.queries.following import KINDS
from workspace.views.following import follow_button


def following_records() -> Iterator[Any]:
    yield slots.PolicyRecord(FollowPolicy())
    yield slots.RestMount("following/", "workspace.rest.following_urls")
    yield slots.PageButtons(KINDS, follow_button)
    yield following.entry_kind()
    yield following.person_kind()
    yield slots.DemoData(order=80, load=demo.load, needs_members=True)
