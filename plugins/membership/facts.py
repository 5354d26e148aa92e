"""What happens to members."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api.facts import Fact


@dataclass(frozen=True)
class MemberChanged(Fact):
    """What members find of a person is another than before, or nothing any more."""

    person_id: int
