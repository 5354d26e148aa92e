from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.api.plugin import Plugin


class CastPlugin(Plugin):
    """Makes members and guests of the people of tests; it has no models and no pages."""

    name = "plugins.api.testing"
    label = "cast_of_tests"
    title = "The people of tests"
    can_be_switched_off = False

    def extensions(self) -> Iterator[Any]:
        from plugins.api.extensions import PrincipalProvider
        from plugins.api.testing import belonging

        yield PrincipalProvider(
            "cast of tests", belonging.principals_of, belonging.people_with, holders=belonging.holders_of
        )
