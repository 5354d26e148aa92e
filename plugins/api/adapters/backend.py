"""The door for Django's permission strings: `user.has_perm("cms.change_topic")` gives the policy's answer."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Model

from plugins.api.access import Actor, may, policy_for
from plugins.api.actors import actor_for

VERBS = {"add": "create", "change": "edit", "delete": "delete"}


class DoorBackend(BaseBackend):
    """Answers for models that have a policy, and its no is final; what has none is left to other backends."""

    def has_perm(self, user_obj: AbstractBaseUser | AnonymousUser, perm: str, obj: Any = None) -> bool:
        asked = _asked(perm)
        if asked is None:
            return False
        model, verb = asked
        if _may(actor_behind(user_obj), verb, model, obj):
            return True
        raise PermissionDenied


def actor_behind(user: AbstractBaseUser | AnonymousUser) -> Actor:
    """Worked out once per user object, as Django's own backend does it: a page of the admin asks dozens of times."""
    actor: Actor | None = getattr(user, "_actor_at_the_door", None)
    if actor is None:
        actor = actor_for(user)
        user._actor_at_the_door = actor  # type: ignore[union-attr]
    return actor


def _asked(perm: str) -> tuple[type[Model], str] | None:
    """The model and verb of a permission string, where a policy answers for the model."""
    app_label, _, codename = perm.partition(".")
    action, _, model_name = codename.partition("_")
    try:
        model = apps.get_model(app_label, model_name)
        policy_for(model)
    except (LookupError, ValueError):
        return None
    return (model, VERBS[action]) if action in VERBS else None


def _may(actor: Actor, verb: str, model: type[Model], obj: Any) -> bool:
    """Without an object the question is whether they work with such things at all: whoever may create some does."""
    known = policy_for(model if obj is None else type(obj)).verbs()
    if obj is None:
        return {"create", verb} <= known and bool(may(actor, "create", model))
    return verb in known and bool(may(actor, verb, obj))
