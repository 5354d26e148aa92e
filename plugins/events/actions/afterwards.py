"""Putting beside an event what stays of it, changing that, and taking it away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import announce
from plugins.events.actions.events import advance, locked, note
from plugins.events.facts import AfterwardsChanged
from plugins.events.models import Event, EventMaterial, EventResult, MaterialKind
from plugins.events.models.afterwards import OfEvent
from plugins.events.policies.afterwards import classes_for
from workspace.contents import Content, examined
from workspace.texts import as_html

SAID: Final = ("kind", "title", "text", "link", "alt", "confidentiality")
"""What people say of a material, beside its file."""


@transaction.atomic
def add_material(
    event: Event, said: Mapping[str, Any], *, upload: UploadedFile | None = None, actor: Actor
) -> EventMaterial:
    """It stands beside the event for those whom its class names. Raises Invalid."""
    event = _open(event, actor)
    material = EventMaterial(event=event, author=actor.user)
    _say(material, said, examined(upload) if upload else None)
    material.save()
    _changed(event, "add_material", actor)
    return material


@transaction.atomic
def change_material(
    material: EventMaterial, said: Mapping[str, Any], *, upload: UploadedFile | None = None, actor: Actor
) -> EventMaterial:
    """Other words, other readers, another file in the place of the present one. Raises Invalid."""
    event = _open(material.event, actor)
    material = EventMaterial.objects.select_for_update().get(pk=material.pk)
    material.event = event
    require(actor, "edit", material)
    before = _paths(material) if upload else []
    _say(material, said, examined(upload) if upload else None)
    material.changed_at = timezone.now()
    material.save()
    forget(before)
    _changed(event, "change_material", actor)
    return material


@transaction.atomic
def remove_material(material: EventMaterial, *, actor: Actor) -> None:
    """It is gone, with its file; what became of it stays."""
    event = _open(material.event, actor)
    require(actor, "edit", material)
    paths = _paths(material)
    EventMaterial.objects.filter(pk=material.pk).delete()
    forget(paths)
    _changed(event, "remove_material", actor)


@transaction.atomic
def add_result(event: Event, said: Mapping[str, Any], *, actor: Actor) -> EventResult:
    """What came of it, in a sentence or a few. Raises Invalid."""
    event = _open(event, actor)
    result = EventResult(event=event, author=actor.user)
    _say_result(result, said)
    result.save()
    _changed(event, "add_result", actor)
    return result


@transaction.atomic
def change_result(result: EventResult, said: Mapping[str, Any], *, actor: Actor) -> EventResult:
    """Other words, other readers. Raises Invalid."""
    event = _open(result.event, actor)
    result = EventResult.objects.select_for_update().get(pk=result.pk)
    result.event = event
    require(actor, "edit", result)
    _say_result(result, said)
    result.changed_at = timezone.now()
    result.save()
    _changed(event, "change_result", actor)
    return result


@transaction.atomic
def remove_result(result: EventResult, *, actor: Actor) -> None:
    """It was none; what became of it stays."""
    event = _open(result.event, actor)
    require(actor, "edit", result)
    EventResult.objects.filter(pk=result.pk).delete()
    _changed(event, "remove_result", actor)


def forget(paths: list[str]) -> None:
    """Contents that no row names any more, once that is certain."""

    def erase() -> None:
        for path in paths:
            default_storage.delete(path)

    transaction.on_commit(erase)


def _open(event: Event, actor: Actor) -> Event:
    """Locked, for whoever organises it. Raises Refused while others know nothing of it, or when it is cancelled."""
    event = locked(event)
    require(actor, "organise", event)
    if not event.is_open:
        raise Refused(_("Material stands beside events that are published and not cancelled."))
    return event


def _say(material: EventMaterial, said: Mapping[str, Any], content: Content | None) -> None:
    """All is checked before a content is stored."""
    for name in SAID:
        if name in said:
            setattr(material, name, said[name])
    material.html = as_html(material.text) if material.text.strip() else ""
    is_picture = bool(content.small) if content is not None else bool(material.small)
    if not is_picture:
        material.alt = ""
    _insist_on_class(material)
    _insist_on_something(material, has_file=content is not None or bool(material.content), is_picture=is_picture)
    try:
        material.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
    if content is not None:
        _keep(material, content)


def _say_result(result: EventResult, said: Mapping[str, Any]) -> None:
    result.text = said.get("text", result.text).strip()
    result.confidentiality = said.get("confidentiality", result.confidentiality)
    _insist_on_class(result)
    try:
        result.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error


def _keep(material: EventMaterial, content: Content) -> None:
    material.name, material.file_kind, material.size = content.name, content.kind, content.size
    material.width, material.height = content.width, content.height
    material.content.save(content.name, content.file, save=False)
    if content.small:
        material.small.save("small.webp", content.small, save=False)
    else:
        material.small = ""


def _insist_on_class(thing: OfEvent) -> None:
    if thing.confidentiality not in classes_for(thing.event):
        raise Invalid({"confidentiality": [_("Choose readers who may know of the event.")]})


def _insist_on_something(material: EventMaterial, *, has_file: bool, is_picture: bool) -> None:
    """Each kind has what it is about; a picture says what it shows."""
    match material.kind:
        case MaterialKind.MINUTES if not (material.html or has_file):
            raise Invalid({"text": [_("Write the minutes here, or choose a file.")]})
        case MaterialKind.PHOTO if not is_picture:
            raise Invalid({"file": [_("Choose a picture.")]})
        case MaterialKind.RECORDING if not material.link:
            raise Invalid({"link": [_("Give the address at which the recording is.")]})
        case MaterialKind.SLIDES | MaterialKind.OTHER if not (has_file or material.link):
            raise Invalid({"file": [_("Choose a file, or give an address.")]})
    if is_picture and not material.alt.strip():
        raise Invalid({"alt": [_("Say in a few words what the picture shows, for those who do not see it.")]})


def _paths(material: EventMaterial) -> list[str]:
    return [name for name in (material.content.name, material.small.name) if name]


def _changed(event: Event, what: str, actor: Actor) -> None:
    note(event, what, actor)
    announce(AfterwardsChanged(event_id=event.pk))
    advance(event, event.confidentiality)
