"""Who comes to Wagtail's admin: people with a role, whatever else groups may be ticked to allow."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from cms.accounts.roles import ROLES
from plugins.api.adapters.backend import actor_behind

ADMIN = "wagtailadmin.access_admin"


class RolesBackend(BaseBackend):
    """Answers the one permission that opens the admin; its no is final."""

    def has_perm(self, user_obj: AbstractBaseUser | AnonymousUser, perm: str, obj: Any = None) -> bool:
        if perm != ADMIN:
            return False
        if actor_behind(user_obj).has(*ROLES):
            return True
        raise PermissionDenied
