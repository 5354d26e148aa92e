"""Removing a plugin for good: a copy of all it has stored, then nothing of it and nothing that points to it."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import IO, Any, Final

from django.apps import apps
from django.core.files.storage import default_storage
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Field, FileField, Model, ProtectedError, QuerySet, RestrictedError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from plugins.api.access import Actor, policy_for
from plugins.api.errors import UnknownPolicy
from plugins.api.extensions import FactListener, Remains, TaskSchedule
from plugins.api.facts import Fact
from plugins.api.models import Delivery, KeptReply, Lease, PluginSwitch, ScheduledRun, Trouble
from plugins.api.plugin import Plugin
from plugins.api.registry import registry
from plugins.api.switching import as_if_on

SECRET: Final = re.compile(r"(^|_)(hash|secret|token|password|passphrase|seed|digest|salt)(_|$)")
"""Names of fields that hold something by which one could come in."""


def stored(plugin: Plugin) -> list[tuple[str, int]]:
    """What it holds, in words and numbers; kinds of which there is nothing are left out."""
    counted = ((capfirst(str(m._meta.verbose_name_plural)), m._base_manager.count()) for m in models_of(plugin))
    return sorted((words, number) for words, number in counted if number)


def kept_elsewhere(plugin: Plugin) -> list[tuple[str, int]]:
    """What other packages keep about its things, in words and numbers."""
    counted = ((str(record.title), record.rows(plugin).count()) for record in registry.records(Remains))
    return [(words, number) for words, number in counted if number]


def models_of(plugin: Plugin, *, all_tables: bool = False) -> list[type[Model]]:
    """Its models; with `all_tables` also what only joins two of them."""
    found = apps.get_app_config(plugin.label).get_models(include_auto_created=all_tables)
    return [model for model in found if model._meta.managed and not model._meta.proxy]


def is_for_their_eyes_only(model: type[Model]) -> bool:
    """Whether nobody but the people concerned reads it, administrators included: that leaves the forum in no copy."""
    closed = [policy for policy in registry.policies().values() if policy.closed_to_superusers]
    return any(model is policy.model or model in policy.covers for policy in closed)


def may_read_everything(plugin: Plugin, actor: Actor) -> bool:
    """Whether the door shows this actor each single row that a copy holds."""
    with as_if_on():
        return all(_sees_all(model, actor) for model in models_of(plugin) if not is_for_their_eyes_only(model))


def write_export(plugin: Plugin, file: IO[bytes]) -> int:
    """All rows as JSON Lines, one file a table, and the files that belong to them; returns the number of rows."""
    count, closed = 0, []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for model in models_of(plugin, all_tables=True):
            if is_for_their_eyes_only(model):
                closed.append(str(model._meta.verbose_name_plural))
                continue
            with archive.open(f"data/{model._meta.label_lower}.jsonl", "w") as lines:
                for row in model._base_manager.order_by("pk").iterator(chunk_size=500):
                    lines.write(_line(plugin, row))
                    count += 1
        for name in _file_names(plugin, but_closed=True):
            _copy(name, archive)
        archive.writestr("README.txt", _about(plugin, closed))
    return count


def erase(plugin: Plugin) -> None:
    """Everything that it has stored, and what others keep about it. In a transaction; files go when it commits."""
    names = list(_file_names(plugin))
    for record in registry.records(Remains):
        record.mend(plugin)
        record.rows(plugin).delete()
    with as_if_on():
        _delete_all(models_of(plugin))
    _forget_its_work(plugin)
    transaction.on_commit(partial(_delete_files, names))


def _delete_files(names: list[str]) -> None:
    for name in names:
        default_storage.delete(name)


def _delete_all(models: list[type[Model]]) -> None:
    """In whatever order they let each other go: what is protected by another waits for that one."""
    waiting = models
    while waiting:
        left = [model for model in waiting if not _let_go(model)]
        if len(left) == len(waiting):
            names = ", ".join(model._meta.label for model in left)
            raise ProtectedError(f"{names} hold each other, or something else holds them.", set())
        waiting = left


def _let_go(model: type[Model]) -> bool:
    try:
        with transaction.atomic():
            model._base_manager.all().delete()
    except (ProtectedError, RestrictedError):
        return False
    return True


def _forget_its_work(plugin: Plugin) -> None:
    """What was to be heard and done, what failed, and what programs were answered."""
    from plugins.api.adapters.switched import prefixes_of

    listeners = [listener.name for listener in registry.brought_by(plugin, FactListener)]
    tasks = [task.name for task in registry.brought_by(plugin, TaskSchedule)]
    facts = [name for name, fact in Fact._known.items() if f"{fact.__module__}.".startswith(f"{plugin.name}.")]
    Delivery.objects.filter(listener__in=listeners).delete()
    Delivery.objects.filter(fact__in=facts).delete()
    Lease.objects.filter(name__in=listeners).delete()
    ScheduledRun.objects.filter(name__in=tasks).delete()
    Trouble.objects.filter(plugin=plugin.name).delete()
    for prefix in prefixes_of(plugin):
        KeptReply.objects.filter(location__contains=prefix).delete()
    PluginSwitch.objects.filter(plugin=plugin.label).delete()


def _sees_all(model: type[Model], actor: Actor) -> bool:
    try:
        policy = policy_for(model)
    except UnknownPolicy:
        return True  # read only by way of another model, whose rows are asked about
    if policy.model is not model:
        return True
    rows: QuerySet[Any] = model._base_manager.all()
    return policy.visible_to(actor, rows).distinct().count() == rows.count()


def _line(plugin: Plugin, row: Model) -> bytes:
    """Plain values by the names of fields; people and other things by number."""
    told = {
        field.attname: field.value_from_object(row)
        for field in row._meta.concrete_fields
        if not _is_secret(plugin, field)
    }
    return (json.dumps(told, cls=_Encoder, ensure_ascii=False) + "\n").encode()


class _Encoder(DjangoJSONEncoder):
    def default(self, o: Any) -> Any:
        """Whatever has no form in JSON, as it is written in words; files by their name."""
        try:
            return super().default(o)
        except TypeError:
            return str(o)


def _is_secret(plugin: Plugin, field: Field[Any, Any]) -> bool:
    return bool(SECRET.search(field.name)) or f"{field.model._meta.model_name}.{field.name}" in plugin.secret_fields


def _file_names(plugin: Plugin, *, but_closed: bool = False) -> Iterator[str]:
    for model in models_of(plugin):
        if but_closed and is_for_their_eyes_only(model):
            continue
        for field in model._meta.concrete_fields:
            if isinstance(field, FileField):
                yield from model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True)


def _copy(name: str, archive: zipfile.ZipFile) -> None:
    """A file that has been lost is missing in the copy, too; nothing else depends on it."""
    if not default_storage.exists(name):
        return
    with default_storage.open(name) as source, archive.open(f"files/{PurePosixPath(name)}", "w") as copy:
        for piece in source.chunks():
            copy.write(piece)


def _about(plugin: Plugin, closed: list[str]) -> str:
    said = [
        _("All that “%(name)s” had stored in the forum.") % {"name": plugin.title},
        _(
            "“data” holds one file a table, one line a row, each of them JSON. People and things of others stand in it "
            "by their number. “files” holds the files. Secrets are left out."
        ),
    ]
    if closed:
        said.append(
            _("Left out as well, because nobody but the people themselves may read it: %(names)s.")
            % {"names": ", ".join(closed)}
        )
    return "\n\n".join(said) + "\n"
