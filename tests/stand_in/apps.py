from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.api.plugin import Plugin


class StandInPlugin(Plugin):
    """Hands out what membership hands out, and nothing else of it."""

    name = "tests.stand_in"
    label = "stand_in"
    title = "Stand-in for membership"
    can_be_switched_off = False

    def extensions(self) -> Iterator[Any]:
        from plugins.api.extensions import PrincipalProvider
        from plugins.api.testing.belonging import holders_of, principals_of
        from tests.stand_in import principals

        yield PrincipalProvider(
            "stand-in", principals_of, principals.people_with, in_words=principals.in_words, holders=holders_of
        )
