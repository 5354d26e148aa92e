"""What mandates name of other packages: what can be named, and what it is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from plugins.api.access import Actor
from plugins.api.extensions import MandateScope
from plugins.api.registry import registry
from plugins.api.troubles import asked, listed
from plugins.membership.models import GuestMandate

Named = Mapping[int, list[str]]
"""By the number of a mandate the titles of what it names, as far as the reader may know of it."""


def scopes() -> list[MandateScope]:
    return sorted(registry.records(MandateScope), key=lambda scope: scope.order)


def choosable(actor: Actor) -> list[tuple[MandateScope, list[tuple[str, str]]]]:
    """What the actor can name now, scope by scope; a scope of which there is nothing to name is left out."""
    offered = [(scope, listed(scope, scope.choices, actor)) for scope in scopes()]
    return [(scope, choices) for scope, choices in offered if choices]


def scope_field(name: str) -> str:
    """Under which name a form asks for a scope."""
    return f"scope_{name}"


def titles_of(mandates: Collection[GuestMandate], actor: Actor) -> Named:
    """Of mandates that came through `queries.mandates.mandates`: as many queries for one as for many."""
    found: dict[int, list[str]] = defaultdict(list)
    for scope in scopes():
        keys = {mandate.pk: _keys(mandate, scope) for mandate in mandates}
        wanted = {key for named in keys.values() for key in named}
        titles = asked(scope, {}, scope.titles, wanted, actor) if wanted else {}
        for mandate_id, named in keys.items():
            found[mandate_id] += [titles[key] for key in named if key in titles]
    return found


def _keys(mandate: GuestMandate, scope: MandateScope) -> list[str]:
    return [thing.key for thing in mandate.things.all() if thing.scope == scope.name]
