"""Roles are Django groups with a fixed name: authors write, editors publish, the office coordinates the network."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import User
from plugins.api.prepared import USER, Prepared

AUTHORS = "authors"
EDITORS = "editors"
OFFICE = "office"
ROLES = {AUTHORS: _("Authors"), EDITORS: _("Editors"), OFFICE: _("Programme office")}
"""Whoever has one comes to Wagtail's admin and may read every entry."""


_ROLES = Prepared(lambda: Group.objects.filter(user=USER, name__in=ROLES).order_by().values_list("name"))


def principals_of(user: User) -> set[str]:
    """The roles of a person as principals; superusers hold all."""
    if user.is_superuser:
        return set(ROLES)
    return {name for (name,) in _ROLES(user=user.pk)}


def people_with(principal: str) -> QuerySet[User] | None:
    """The people that hold a role, or one person by `user:<id>`."""
    active = User.objects.filter(is_active=True)
    if principal in ROLES:
        return active.filter(groups__name=principal) | active.filter(is_superuser=True)
    if principal == "superusers":
        return active.filter(is_superuser=True)
    if principal.startswith("user:"):
        return active.filter(pk=principal.removeprefix("user:"))
    return None


def in_words(principal: str) -> str | None:
    """A role in the reader's words."""
    if principal in ROLES:
        return str(ROLES[principal])
    return str(_("Administration")) if principal == "superusers" else None


def role_group(name: str) -> Group:
    """The group behind a role, made when it is missing."""
    return Group.objects.get_or_create(name=name)[0]
