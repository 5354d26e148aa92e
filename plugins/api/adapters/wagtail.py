"""The door on Wagtail's wall: what its admin, choosers and lists ask of pictures, files and plain tables.

Wagtail's own answer would be permissions ticked for groups and collections; here a collection is only a place to keep
things in order. Pages are left to Wagtail's groups, which founding a forum sets up; a contract test compares them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from wagtail.models import Collection
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin

from plugins.api.access import may, visible_to
from plugins.api.adapters.backend import actor_behind
from plugins.api.adapters.http import actor_of

Person = AbstractBaseUser | AnonymousUser

VERBS = {"add": "create", "change": "edit", "delete": "delete", "choose": "see", "view": "see"}
"""Wagtail's word for what somebody does -> ours."""


class DoorPermissionPolicy(BasePermissionPolicy):
    """A Wagtail permission policy for a model that has one of ours. Who may create such things works with them."""

    def user_has_permission(self, user: Person, action: str) -> bool:
        return action in VERBS and bool(may(actor_behind(user), "create", self.model))

    def user_has_permission_for_instance(self, user: Person, action: str, instance: Model) -> bool:
        if not self.user_has_permission(user, action):
            return False
        return action == "add" or bool(may(actor_behind(user), VERBS[action], instance))

    def instances_user_has_any_permission_for(self, user: Person, actions: Iterable[str]) -> QuerySet[Any]:
        objects = self.model._default_manager.all()
        if not self.user_has_any_permission(user, actions):
            return objects.none()
        return visible_to(actor_behind(user), objects)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        people = get_user_model()._default_manager.filter(is_active=True)
        may_work = [person.pk for person in people if self.user_has_any_permission(person, actions)]
        return people.filter(pk__in=may_work)

    def collections_user_has_any_permission_for(self, user: Person, actions: Iterable[str]) -> QuerySet[Collection]:
        """All of them or none: a collection opens and closes nothing."""
        every = Collection.objects.all()
        return every if self.user_has_any_permission(user, actions) else every.none()

    def collections_user_has_permission_for(self, user: Person, action: str) -> QuerySet[Collection]:
        return self.collections_user_has_any_permission_for(user, [action])


class DoorPermissionHelper(PermissionHelper):
    """The same for the administration of plain tables (wagtail-modeladmin)."""

    def user_can_list(self, user: Person) -> bool:
        return self.user_can_create(user)

    def user_can_create(self, user: Person) -> bool:
        return bool(may(actor_behind(user), "create", self.model))

    def user_can_edit_obj(self, user: Person, obj: Model) -> bool:
        return bool(may(actor_behind(user), "edit", obj))

    def user_can_delete_obj(self, user: Person, obj: Model) -> bool:
        return bool(may(actor_behind(user), "delete", obj))


class PlainTable(ModelAdmin):
    """A plain table in the admin; what somebody may do with it, its policy says."""

    permission_helper_class = DoorPermissionHelper

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return visible_to(actor_of(request), super().get_queryset(request))

    def inspect_view(self, request: HttpRequest, instance_pk: str) -> HttpResponseBase:
        return self._only_seen(request, instance_pk, super().inspect_view)

    def edit_view(self, request: HttpRequest, instance_pk: str) -> HttpResponseBase:
        return self._only_seen(request, instance_pk, super().edit_view)

    def delete_view(self, request: HttpRequest, instance_pk: str) -> HttpResponseBase:
        return self._only_seen(request, instance_pk, super().delete_view)

    def history_view(self, request: HttpRequest, instance_pk: str) -> HttpResponseBase:
        return self._only_seen(request, instance_pk, super().history_view)

    def _only_seen(
        self, request: HttpRequest, instance_pk: str, view: Callable[[HttpRequest, str], HttpResponseBase]
    ) -> HttpResponseBase:
        """The table's own views find the row first and refuse afterwards: that would tell that it is there."""
        if not instance_pk.isdecimal() or not self.get_queryset(request).filter(pk=instance_pk).exists():
            raise Http404
        return view(request, instance_pk)
