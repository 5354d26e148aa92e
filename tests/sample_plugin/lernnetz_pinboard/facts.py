"""What happens at the pinboard."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api.facts import Fact


@dataclass(frozen=True)
class NoticePinned(Fact):
    """A notice is new or has changed."""

    notice_id: int
