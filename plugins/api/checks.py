"""Start-up checks that speak in sentences: what is plugged in must be whole before anybody is served."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.db.models import Model

from plugins.api.extensions import PersonalData
from plugins.api.plugin import API_VERSION, Plugin
from plugins.api.registry import SLOTS, registry
from plugins.api.renaming import outdated

KEYS = {"Facet": "field", "Narrowing": "field", "OriginSource": "kind", "SocketRoute": "path"}
"""By what records of a slot are known where it is not their `name`. Several search sources may yield one type."""


@register
def check_api_version(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """A plugin made for another plugin API is left out, and the others are served."""
    return [
        Warning(
            f"Plugin “{plugin.name}” needs plugin API {plugin.requires_api}, this is {API_VERSION}: it is left out.",
            hint="Install a version of the plugin that fits. Until then its pages are away; its tables stay.",
            id="plugins.W001",
        )
        for plugin in registry.left_out
    ]


@register
def check_outdated(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """What has another name now still works, and whoever runs the forum hears in time that it will not for ever."""
    registry.records(PersonalData)  # whatever is outdated was noticed when the records were read
    return [
        Warning(
            f"Plugin “{plugin}”: {sentence}. The old name goes with the next first number of the plugin API.",
            hint="Install a newer version of the plugin, or tell whoever made it.",
            id="plugins.W002",
        )
        for plugin, sentence in outdated()
    ]


@register
def check_keys(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """A name by which records of a slot are known is given once."""
    return [
        Error(
            f"{slot.__name__} “{key}” is brought by {' and by '.join(f'“{name}”' for name in names)}.",
            hint="Give one of them another name; names that begin with that of the plugin are never taken.",
            id="plugins.E004",
        )
        for slot in sorted(SLOTS, key=lambda slot: slot.__name__)
        for key, names in _brought(slot).items()
        if len(names) > 1
    ]


@register
def check_policies(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Private by default: a model of a plugin without a policy stops start-up."""
    policies = registry.policies()
    covered = {model for policy in policies.values() for model in policy.covers}
    return [
        Error(
            f"{_named(model)} has no policy.",
            hint="Register one with PolicyRecord, or name the model in `covers` of the policy that guards it.",
            id="plugins.E002",
        )
        for model in _models_of_plugins()
        if model not in covered and not any(ancestor in policies for ancestor in model.__mro__)
    ]


@register
def check_personal_data(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Whoever stores something about a person says how it is handed out and erased."""
    named = {model for record in registry.records(PersonalData) for model in record.models}
    return [
        Error(
            f"{_named(model)} points to a person, but no PersonalData record names it.",
            hint="Yield a PersonalData record that hands out and erases what the model stores about people.",
            id="plugins.E003",
        )
        for model in _models_of_plugins()
        if _points_to_a_person(model) and model not in named
    ]


def _brought(slot: type) -> dict[Any, list[str]]:
    """Key -> the plugins that bring a record with it; nothing for slots whose records are not known by one."""
    found: dict[Any, list[str]] = {}
    key = KEYS.get(slot.__name__, "name")
    for registration in registry.registrations(slot):
        if (value := getattr(registration.record, key, None)) is not None:
            found.setdefault(value, []).append(registration.origin.name)
    return found


def _named(model: type[Model]) -> str:
    return f"{model._meta.label} of plugin “{apps.get_app_config(model._meta.app_label).name}”"


def _models_of_plugins() -> Iterator[type[Model]]:
    for config in apps.get_app_configs():
        if isinstance(config, Plugin) and config.fits:
            yield from config.get_models(include_auto_created=False)


def _points_to_a_person(model: type[Model]) -> bool:
    person = apps.get_model(settings.AUTH_USER_MODEL)
    if model is person:
        return True
    return any(field.related_model is person for field in model._meta.local_fields + model._meta.local_many_to_many)
