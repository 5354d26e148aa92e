"""What happened, as topics that open pages follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.api.adapters.sockets.publishing import publish
from plugins.api.facts import Fact
from workspace.facts import BellChanged, DiscussionChanged, DiscussionStarted, GroupChanged, PostChanged, PostWritten
from workspace.queries.discussions import discussions_of_group

HEARD = (BellChanged, DiscussionChanged, DiscussionStarted, GroupChanged, PostChanged, PostWritten)


def tell_open_pages(facts: Sequence[Fact]) -> None:
    """Pages that are open hear of it at once; each asks the door anew before it is told anything."""
    publish({topic for fact in facts for topic in _topics_of(fact)})


def discussion_topic(pk: int) -> str:
    return f"discussion:{pk}"


def bell_topic(person: int) -> str:
    return f"bell:{person}"


def _topics_of(fact: Fact) -> Iterator[str]:
    match fact:
        case BellChanged():
            yield from (bell_topic(person) for person in fact.user_ids)
        case GroupChanged():
            yield from (discussion_topic(pk) for pk in discussions_of_group(fact.group_id))
        case DiscussionChanged() | DiscussionStarted() | PostChanged() | PostWritten():
            yield discussion_topic(fact.discussion_id)
