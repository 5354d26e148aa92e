"""For which county somebody comes: for many people at once."""

from __future__ import annotations

from typing import Final

from django.db.models import IntegerField, Value

from cms.models import County
from plugins.api.actors import people_behind

AT_ONCE: Final = 200
"""So many counties are asked about in one query: databases take a union of some hundreds."""


def counties_by_person() -> dict[int, County]:
    """Person -> county, for everybody who sits for one now; whoever sits for several comes for the first by its key.

    As few queries for three hundred people as for three.
    """
    found: dict[int, County] = {}
    counties = list(County.objects.order_by("key"))
    for some in (counties[at : at + AT_ONCE] for at in range(0, len(counties), AT_ONCE)):
        by_pk = {county.pk: county for county in some}
        arms = [
            people.order_by().annotate(sits_for=Value(county.pk, IntegerField())).values_list("pk", "sits_for")
            for county in some
            for people in people_behind(f"county:{county.key}")
        ]
        rows = arms[0].union(*arms[1:], all=True) if arms else ()
        for person, county_pk in rows:
            county = by_pk[county_pk]
            if person not in found or county.key < found[person].key:
                found[person] = county
    return found
