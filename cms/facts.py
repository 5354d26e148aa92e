"""What happens in the knowledge base."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api.facts import Fact


@dataclass(frozen=True)
class LayersChanged(Fact):
    """What readers of an entry get has changed: published, released, withdrawn, renamed or gone."""

    entry_id: int


@dataclass(frozen=True)
class EntryPublished(Fact):
    """A version of an entry has been published: the first one, or another."""

    entry_id: int
    number: int


@dataclass(frozen=True)
class EntryReleased(Fact):
    """Somebody has let everybody read what an entry has for them: for the first time, or anew."""

    entry_id: int
    number: int


@dataclass(frozen=True)
class TopicChanged(Fact):
    """A topic was made, renamed, opened, closed or removed."""

    topic_id: int


@dataclass(frozen=True)
class PersonRenamed(Fact):
    """A person has another name now, or none."""

    user_id: int


@dataclass(frozen=True)
class ShownThingRemoved(Fact):
    """A topic, picture or file is gone; these entries have shown it."""

    entry_ids: list[int]


@dataclass(frozen=True)
class CountyChanged(Fact):
    """A county's name or kind has changed."""

    county_id: int


@dataclass(frozen=True)
class MediaChanged(Fact):
    """A picture or file was replaced or removed; `model` is `picture` or `file`."""

    model: str
    object_id: int


@dataclass(frozen=True)
class ShownFilesChanged(Fact):
    """Layers that show these files, or have shown them until now, are others than before."""

    file_ids: list[int]


@dataclass(frozen=True)
class FileRead(Fact):
    """The text inside a file is known, or why it cannot be read."""

    file_id: int


@dataclass(frozen=True)
class BarrierReported(Fact):
    """Somebody has told the office about a barrier."""

    report_id: int


@dataclass(frozen=True)
class ConfirmationAsked(Fact):
    """Somebody is asked to confirm a version of an entry."""

    confirmation_id: int


@dataclass(frozen=True)
class ConfirmationAnswered(Fact):
    """Whoever was asked to confirm a version has answered."""

    confirmation_id: int


@dataclass(frozen=True)
class SuggestionsDecided(Fact):
    """Every suggestion of a request has been accepted, declined or found outdated."""

    confirmation_id: int


@dataclass(frozen=True)
class DeliveriesDue(Fact):
    """Programs outside are to be told something now."""


@dataclass(frozen=True)
class WebhookSwitchedOff(Fact):
    """A webhook is told nothing more, because nothing arrived for long or its receiver said so."""

    webhook_id: int
    moment: str
    """ISO time, so that the next time is another piece of news."""
