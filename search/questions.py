"""An address of the API with its parameters -> a query. Nonsense is named parameter by parameter."""

from __future__ import annotations

from copy import copy
from typing import Any, cast, get_args

from django.http import QueryDict

from plugins.api.adapters.rest_params import Parameters
from search.engine import Ordering, SearchQuery
from search.finding import known_kinds, known_types

FILTERS = ("type", "kind", "topic", "tag", "county", "author", "external_key")
KNOWN = (*FILTERS, "updated_since", "ordering", "limit", "offset", "exact")


def query_from(given: QueryDict) -> SearchQuery:
    """The query that an address asks. Raises Invalid, naming every parameter that makes no sense.

    Any text may be searched for, even none; everything else is read as strictly as in all lists.
    """
    text, others = words_from(given)
    asked = Parameters(others, KNOWN)
    choices: dict[str, Any] = {"type": known_types(), "kind": known_kinds()}
    filters = {
        name: (value,)
        for name in FILTERS
        if (value := asked.choice(name, choices[name]) if name in choices else asked.text(name))
    }
    query = SearchQuery(
        text=text,
        filters=filters,
        updated_since=asked.moment("updated_since"),
        ordering=cast(Ordering, asked.choice("ordering", get_args(Ordering), "relevance")),
        limit=asked.limit(),
        offset=asked.offset() or 0,
        exact=asked.choice("exact", ("0", "1")) == "1",
    )
    asked.check()
    return query


def words_from(given: QueryDict) -> tuple[str, QueryDict]:
    """What stands in `q`, and the parameters without it."""
    others = copy(given)
    others.pop("q", None)
    return given.get("q", ""), others
