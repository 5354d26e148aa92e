"""What happens to members."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api.facts import AccessChanged


@dataclass(frozen=True)
class MemberChanged(AccessChanged):
    """What members find of a person is another than before, or nothing any more; often because a seat is."""

    person_id: int

    @property
    def people(self) -> tuple[int]:
        return (self.person_id,)
