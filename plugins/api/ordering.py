"""Places in an ordered list: what lies beyond one of them."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import Q


class Beyond(NamedTuple):
    """The far side of a place in a list that is ordered by `field` and, among equals, by the unique `tie`."""

    field: str
    tie: str
    towards: str
    """`gt` where the list goes up, `lt` where it goes down."""

    def condition(self, value: Any, tie: Any) -> Q:
        """The items beyond the one that has this value and this tie."""
        # the first condition says nothing new, but an index can follow it
        return Q(**{f"{self.field}__{self.towards}e": value}) & (
            Q(**{f"{self.field}__{self.towards}": value}) | Q(**{f"{self.tie}__{self.towards}": tie})
        )
