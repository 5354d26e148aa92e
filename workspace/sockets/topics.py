"""What happened, as topics that open pages follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.api.adapters.sockets.publishing import publish
from plugins.api.facts import Fact
from workspace.facts import (
    BellChanged,
    DiscussionChanged,
    DiscussionStarted,
    DraftChanged,
    DraftCommented,
    DraftRemarksChanged,
    GroupChanged,
    PostChanged,
    PostWritten,
    SuggestionDecided,
    SuggestionMade,
)
from workspace.queries.discussions import discussions_of_group
from workspace.queries.drafts import numbers_of_drafts

HEARD = (
    BellChanged,
    DiscussionChanged,
    DiscussionStarted,
    DraftChanged,
    DraftCommented,
    DraftRemarksChanged,
    GroupChanged,
    PostChanged,
    PostWritten,
    SuggestionDecided,
    SuggestionMade,
)


def tell_open_pages(facts: Sequence[Fact]) -> None:
    """Pages that are open hear of it at once; each asks the door anew before it is told anything."""
    publish({topic for fact in facts for topic in _topics_of(fact)})


def discussion_topic(pk: int) -> str:
    return f"discussion:{pk}"


def bell_topic(person: int) -> str:
    return f"bell:{person}"


def draft_topic(pk: int) -> str:
    """Who may do what with a draft is another than it was."""
    return f"draft:{pk}"


def remarks_topic(draft: int) -> str:
    """There is something new beside a draft."""
    return f"draft-remarks:{draft}"


def _topics_of(fact: Fact) -> Iterator[str]:
    match fact:
        case BellChanged():
            yield from (bell_topic(person) for person in fact.user_ids)
        case GroupChanged():
            yield from (discussion_topic(pk) for pk in discussions_of_group(fact.group_id))
            yield from (draft_topic(pk) for pk in numbers_of_drafts(fact.group_id))
        case DraftChanged():
            yield draft_topic(fact.draft_id)
        case DraftCommented() | DraftRemarksChanged() | SuggestionDecided() | SuggestionMade():
            yield remarks_topic(fact.draft_id)
        case DiscussionChanged() | DiscussionStarted() | PostChanged() | PostWritten():
            yield discussion_topic(fact.discussion_id)
