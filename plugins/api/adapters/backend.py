"""The door for Django's permission strings: `user.has_perm("cms.change_topic")` gives the policy's answer."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model

from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.registry import registry

VERBS = {"add": "create", "change": "edit", "delete": "delete"}


class DoorBackend(BaseBackend):
    """Answers for models that have a policy; what has none is left to other backends."""

    def has_perm(self, user_obj: AbstractBaseUser, perm: str, obj: Any = None) -> bool:
        model = _model_of(perm)
        if model is None or model not in registry.policies():
            return False
        verb = VERBS.get(perm.partition(".")[2].partition("_")[0])
        if verb is None or verb not in registry.policies()[model].verbs():
            return False
        return bool(may(actor_for(user_obj), "create" if obj is None else verb, obj if obj is not None else model))


def _model_of(perm: str) -> type[Model] | None:
    app_label, _, codename = perm.partition(".")
    try:
        return apps.get_model(app_label, codename.partition("_")[2])
    except (LookupError, ValueError):
        return None
