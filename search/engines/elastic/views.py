"""What a reader may see: in which index, and by which condition. Nothing is counted outside of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from search.engine import VISITOR
from search.engines.elastic.names import Names

Clause = dict[str, Any]


@dataclass(frozen=True, slots=True)
class View:
    """An index, and which of its documents are meant."""

    index: str
    conditions: tuple[Clause, ...]

    @classmethod
    def of(cls, names: Names, principals: frozenset[str]) -> View:
        """All that these principals may read. What everybody may read is exactly what the public index holds."""
        if principals == VISITOR:
            return cls(names.answering.public, ())
        return cls(names.answering.everything, _readable(principals))

    def in_public_index(self, names: Names) -> View:
        """The same documents, when all of them lie there."""
        return View(names.answering.public, self.conditions)

    def of_those(self, *clauses: Clause) -> Clause:
        """A query for the documents of the view that these clauses fit."""
        wanted = [*self.conditions, *clauses]
        return {"bool": {"filter": wanted}} if wanted else {"match_all": {}}


def _readable(principals: frozenset[str]) -> tuple[Clause, ...]:
    """Somebody who is in the audience, and for whom no fuller document stands in its place."""
    held = sorted(principals)
    return (
        {"terms": {"audience": held}},
        {"bool": {"must_not": [{"terms": {"superseded_for": held}}]}},
    )
