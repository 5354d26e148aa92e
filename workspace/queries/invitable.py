"""Whom a group can invite, by name and county."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from cms.accounts.models import User
from cms.models import County
from plugins.api.actors import actor_for, holders_of
from workspace.models import WorkingGroup
from workspace.queries.admissions import people_to_invite

MOST_SHOWN: Final = 50
"""So many people are offered at once; where there are more, somebody looks for them by name or county."""


@dataclass(frozen=True)
class Found:
    """People to choose from: (id, "Name, county"); and how many there are in all."""

    choices: list[tuple[int, str]]
    count: int

    @property
    def has_more(self) -> bool:
        return self.count > len(self.choices)


def people_found(group: WorkingGroup, words: str = "") -> Found:
    """Members who can be invited; those whose name or county holds the words where some are given."""
    people = people_to_invite(group)
    for word in words.split()[:5]:
        people = people.filter(_called(word) | _of_county(word))
    shown = list(people.order_by("last_name", "first_name", "pk")[:MOST_SHOWN])
    return Found([(person.pk, _label(person)) for person in shown], people.count())


def _called(word: str) -> Q:
    return Q(first_name__icontains=word) | Q(last_name__icontains=word)


def _of_county(word: str) -> Q:
    keys = set(County.objects.filter(name__icontains=word).values_list("key", flat=True))
    return Q(pk__in={person for person, key in holders_of("county") if key in keys})


def _label(person: User) -> str:
    counties = County.objects.filter(key__in=actor_for(person).keys("county")).order_by("key")
    return ", ".join([str(person), *map(str, counties)])
