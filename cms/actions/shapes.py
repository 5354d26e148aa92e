"""Taking over the shapes of counties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db import transaction

from cms.models import County, CountyShape
from plugins.api import generation
from plugins.api.access import Actor, require


class TakenOver(NamedTuple):
    """How many shapes are new or changed, how many were as here, and keys of counties that nobody knows."""

    changed: int
    unchanged: int
    unknown: list[str]


@transaction.atomic
def take_over_shapes(shapes: Mapping[str, list[Any]], *, credit: str, actor: Actor) -> TakenOver:
    """Keep the rings of each county under its key, with whom to thank for them; maps show them from then on."""
    require(actor, "create", County)

    counties = dict(County.objects.filter(key__in=shapes).values_list("key", "pk"))
    present = {row.county_id: row for row in CountyShape.objects.filter(county__in=counties.values())}
    new = [CountyShape(county_id=pk, rings=shapes[key], credit=credit) for key, pk in counties.items()]
    changed = [shape for shape in new if not _is_same(present.get(shape.county_id), shape)]
    CountyShape.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["county"], update_fields=["rings", "credit"]
    )
    if changed:
        generation.advance()
    return TakenOver(len(changed), len(new) - len(changed), sorted(set(shapes) - set(counties)))


def _is_same(old: CountyShape | None, new: CountyShape) -> bool:
    return old is not None and (old.rings, old.credit) == (new.rings, new.credit)
