"""Who holds what: `members`, `county:99001`, `guest-topic:5`, `guest-kind:offer`.

Each is kept as a Django group that says so, “7 holds members”. Nobody is in it: groups that people are in are roles.
"""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from cms.accounts.models import User
from cms.models import KINDS, County, Topic

KNOWN = {"members", "county", "guest-topic", "guest-kind"}


def holds(user: User, principal: str = "") -> str:
    return f"{user.pk} holds {principal}"


def principals_of(user: User) -> set[str]:
    names = Group.objects.filter(name__startswith=holds(user)).values_list("name", flat=True)
    return {name.removeprefix(holds(user)) for name in names}


def people_with(principal: str) -> QuerySet[User] | None:
    if principal.partition(":")[0] not in KNOWN:
        return None
    name = Concat(Cast(OuterRef("pk"), TextField()), Value(f" holds {principal}"), output_field=TextField())
    return User.objects.filter(Exists(Group.objects.filter(name=name)), is_active=True)


def in_words(principal: str) -> str | None:
    """As membership says it, in the language of the source."""
    kind, _sep, key = principal.partition(":")
    match kind:
        case "members":
            return "Member of the forum"
        case "county":
            return f"Seat for {County.objects.get(key=key)}"
        case "guest-topic":
            return f"Guest for the topic {Topic.objects.get(pk=key)}"
        case "guest-kind":
            return f"Guest for the kind {KINDS[key]._meta.verbose_name}"
    return None


def hand_out(user: User, *principals: str) -> None:
    for principal in principals:
        Group.objects.get_or_create(name=holds(user, principal))


def take_back(user: User, *kinds: str) -> None:
    for kind in kinds:
        Group.objects.filter(name__startswith=holds(user, kind)).delete()
