"""What happens in working groups, said to whoever listens."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api.facts import Fact


@dataclass(frozen=True)
class GroupChanged(Fact):
    """A group was proposed, came into being, changed what it says about itself, or ended."""

    group_id: int


@dataclass(frozen=True)
class GroupMembersChanged(Fact):
    """Somebody came, left, or does something else in the group; `user_ids` are the people concerned."""

    group_id: int
    user_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class MailDue(Fact):
    """It is time to write to somebody about their notifications."""

    user_id: int
