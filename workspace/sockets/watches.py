"""What an open page can watch. What it is told is a number, never a word: it fetches what is new as every page does."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import BigIntegerField

from plugins.api.access import Actor
from plugins.api.adapters.sockets.codes import BrokenFrame
from workspace.queries.discussions import newest_post
from workspace.queries.drafts import remarks_sign
from workspace.queries.notifications import unread_count
from workspace.sockets.topics import bell_topic, discussion_topic, remarks_topic


class Watch(Protocol):
    """One thing that one page watches."""

    def topic(self, person: int) -> str:
        """Under which it is said that there is something new."""

    def sign(self, actor: Actor) -> int:
        """A number that is another one when there is something new. Raises Missing where it is not the actor's."""

    def said(self, sign: int) -> dict[str, Any]:
        """What the page is told."""


@dataclass(frozen=True)
class DiscussionWatch:
    """The number of the newest post that the person reads."""

    pk: int

    def topic(self, person: int) -> str:
        return discussion_topic(self.pk)

    def sign(self, actor: Actor) -> int:
        return newest_post(actor, self.pk)

    def said(self, sign: int) -> dict[str, Any]:
        return {"id": self.pk, "newest": sign}


@dataclass(frozen=True)
class DraftWatch:
    """What is said and settled beside a draft."""

    pk: int

    def topic(self, person: int) -> str:
        return remarks_topic(self.pk)

    def sign(self, actor: Actor) -> int:
        return remarks_sign(actor, self.pk)

    def said(self, sign: int) -> dict[str, Any]:
        return {"id": self.pk, "newest": sign}


@dataclass(frozen=True)
class BellWatch:
    """How many notifications the person has to read."""

    def topic(self, person: int) -> str:
        return bell_topic(person)

    def sign(self, actor: Actor) -> int:
        return unread_count(actor)

    def said(self, sign: int) -> dict[str, Any]:
        return {"unread": sign}


def watch_of(frame: str | bytes) -> tuple[str, Watch]:
    """Its name and what is meant: `{"watch": "discussion", "id": 5}`, the same with `draft`, or `{"watch": "bell"}`.

    Raises BrokenFrame.
    """
    try:
        asked = json.loads(frame) if isinstance(frame, str) else None
    except (ValueError, RecursionError):
        asked = None
    match asked:
        case {"watch": "bell", **rest} if not rest:
            return "bell", BellWatch()
        case {"watch": "discussion", "id": int(pk), **rest} if not rest and _is_number(pk):
            return "discussion", DiscussionWatch(pk)
        case {"watch": "draft", "id": int(pk), **rest} if not rest and _is_number(pk):
            return "draft", DraftWatch(pk)
    raise BrokenFrame


def _is_number(pk: int) -> bool:
    return not isinstance(pk, bool) and 0 < pk <= BigIntegerField.MAX_BIGINT
