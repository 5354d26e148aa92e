"""Who holds what where no plugin makes members and guests of people: `members`, `county:99001`, `guest-topic:5`.

It needs no table: each is kept as a Django group that says so, “7 holds members”, and is rolled back with every test.
Nobody is in it: groups that people are in are roles.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat


def principals_of(user: Any) -> set[str]:
    names = Group.objects.filter(name__startswith=_holds(user)).values_list("name", flat=True)
    return {name.removeprefix(_holds(user)) for name in names}


def people_with(principal: str) -> QuerySet[Any]:
    name = Concat(Cast(OuterRef("pk"), TextField()), Value(f" holds {principal}"), output_field=TextField())
    people = get_user_model()._default_manager
    return people.filter(Exists(Group.objects.filter(name=name)), is_active=True)


def holders_of(kind: str) -> set[tuple[int, str]]:
    names = Group.objects.filter(name__contains=f" holds {kind}:").values_list("name", flat=True)
    active = set(get_user_model()._default_manager.filter(is_active=True).values_list("pk", flat=True))
    pairs = (name.split(f" holds {kind}:") for name in names)
    return {(int(user), key) for user, key in pairs if int(user) in active}


def hand_out(user: Any, *principals: str) -> None:
    for principal in principals:
        Group.objects.get_or_create(name=_holds(user, principal))


def take_back(user: Any, *kinds: str) -> None:
    """All of these kinds: `county` is `county:99001` and every other one."""
    for kind in kinds:
        Group.objects.filter(name__startswith=_holds(user, kind)).delete()


def _holds(user: Any, principal: str = "") -> str:
    return f"{user.pk} holds {principal}"
