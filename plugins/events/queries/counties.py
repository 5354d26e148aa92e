"""For which county somebody comes."""

from __future__ import annotations

from collections.abc import Collection

from cms.accounts.models import User
from cms.models import County
from plugins.api.actors import holders_of


def counties_of(people: Collection[User]) -> dict[int, County]:
    """Person -> county, for whoever sits for one now; whoever sits for several comes for the first by its key.

    As few queries for three hundred people as for one.
    """
    asked_for = {person.pk for person in people}
    pairs = sorted(holders_of("county"), key=lambda pair: pair[1], reverse=True)
    keys = {pk: key for pk, key in pairs if pk in asked_for}
    counties = {county.key: county for county in County.objects.filter(key__in=set(keys.values()))}
    return {pk: counties[key] for pk, key in keys.items() if key in counties}
