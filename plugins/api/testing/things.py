"""What a plugin keeps, made for a test with words that stand nowhere else."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, Model

from plugins.api.plugin import Plugin


class Words:
    """Gives other words whenever it is called, such as “Quitte3f9a1c”."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def __call__(self) -> str:
        self.given.append(f"Quitte{secrets.token_hex(4)}")
        return self.given[-1]

    def of(self, thing: Model) -> list[str]:
        """Those that stand in one of its fields."""
        values = " ".join(str(getattr(thing, field.attname)) for field in thing._meta.concrete_fields)
        return [words for words in self.given if words in values]


def plugin_called(label: str) -> Plugin:
    config = apps.get_app_config(label)
    if not isinstance(config, Plugin):
        raise TypeError(f"“{label}” is an app, but no plugin.")
    return config


def fields_to_people(plugin: Plugin) -> Iterator[tuple[type[Model], Field[Any, Any]]]:
    """Every field of the plugin's tables that points to a person."""
    person = get_user_model()
    for model in plugin.get_models(include_auto_created=True):
        for field in model._meta.local_fields:
            if field.related_model is person:
                yield model, field


def points_to(model: type[Model], field: Field[Any, Any], person: Any) -> bool:
    """Whether one row at least does."""
    return model._base_manager.filter(**{field.name: person}).exists()


def rows_with(plugin: Plugin, words: Iterable[str]) -> Iterator[str]:
    """Where one of these words stands in the plugin's tables."""
    wanted = [word.lower() for word in words if word]
    for model in plugin.get_models(include_auto_created=True):
        for row in model._base_manager.values():
            text = as_text(row).lower()
            yield from (f"{model.__name__} {row.get('id', '')}: “{word}”" for word in wanted if word in text)


def as_text(value: object) -> str:
    """As it would be handed out. Raises TypeError for what is no plain data."""
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
