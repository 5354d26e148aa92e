"""What stays of an event, in its detail: as far as the caller reads it."""

from __future__ import annotations

from typing import Any

from plugins.api.access import Actor
from plugins.events.models import Event, EventMaterial, EventResult
from plugins.events.queries.afterwards import Grown, Shown, shown_materials, shown_results


def stays(actor: Actor, event: Event) -> dict[str, Any]:
    """`materials` and `results`."""
    return {
        "materials": [_material(one) for one in shown_materials(actor, event)],
        "results": [_result(one) for one in shown_results(actor, event)],
    }


def _material(shown: Shown[EventMaterial]) -> dict[str, Any]:
    one = shown.thing
    return {
        "id": one.pk,
        "kind": one.kind,
        "title": one.title,
        "html": one.html,
        "link": one.link,
        "file_url": one.file_url,
        "file_name": one.name,
        "alt": one.alt,
        "confidentiality": one.confidentiality,
        "became": [_grown(grown) for grown in shown.grown],
    }


def _result(shown: Shown[EventResult]) -> dict[str, Any]:
    one = shown.thing
    return {
        "id": one.pk,
        "text": one.text,
        "confidentiality": one.confidentiality,
        "became": [_grown(grown) for grown in shown.grown],
    }


def _grown(grown: Grown) -> dict[str, str]:
    return {"kind": grown.becoming, "title": grown.made.title, "url": grown.made.url}
