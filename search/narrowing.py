"""Forms beside the results that narrow a field to many values at once, as packages plug them in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from plugins.api.access import Actor
from plugins.api.extensions import Narrowing
from plugins.api.registry import registry
from plugins.api.searching import Narrowed
from plugins.api.troubles import asked
from search import addresses
from search.addresses import Address
from search.engine import SearchQuery


@dataclass(frozen=True)
class Narrow:
    """One form, and what this address asks of it."""

    record: Narrowing
    read: Narrowed

    @property
    def is_asked(self) -> bool:
        return self.read.values is not None


def narrowings_of(address: Address, actor: Actor) -> list[Narrow]:
    """Every form as this address and this reader fill it in."""
    records = registry.records(Narrowing)
    return [Narrow(record, asked(record, Narrowed(), record.read, address.place, actor)) for record in records]


def query_of(address: Address, narrowings: list[Narrow]) -> SearchQuery:
    """What an address asks: its filters, and of a field that a form narrows the values that both leave."""
    filters: dict[str, tuple[str, ...]] = {name: (value,) for name, value in address.filters.items()}
    if not address.is_everywhere:
        for one in narrowings:
            if one.read.values is not None:
                chosen = filters.get(one.record.field)
                filters[one.record.field] = tuple(sorted(one.read.values.intersection(chosen or one.read.values)))
    return SearchQuery(
        text=address.text,
        filters=filters,
        ordering=address.ordering,
        limit=addresses.PAGE_SIZE,
        offset=address.offset,
        exact=address.is_exact,
    )


def form_of(narrow: Narrow, address: Address) -> dict[str, Any]:
    """What the template of a form is shown with: sending it keeps everything else that the address says."""
    dropped = dict.fromkeys((*narrow.record.parameters, narrow.record.field), "")
    kept = {name: value for name, value in address.parts(**dropped).items() if name != "where"}
    return {
        "template": narrow.record.template,
        "form": narrow.read.form,
        "kept": list(kept.items()),
        "kept_query": urlencode(kept),
        "path": address.path,
    }
