"""What the knowledge base tells programs outside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.facts import EntryPublished, EntryReleased, LayersChanged
from cms.models import Projection
from cms.queries.entries import fullest_layer, public_layer_of
from plugins.api.extensions import WebhookEvent

TOLD = ("url", "kind", "title", "slug", "version", "published_at", "updated_at")
"""Of the list item of a layer that everybody reads."""


def entry_events() -> Iterator[WebhookEvent]:
    """Each is about one layer: what happens to the members' layer is told to nobody who reads the public one alone."""
    yield WebhookEvent(
        "entry.published",
        _("A version of an entry was published for those who read all of it"),
        facts=(EntryPublished,),
        about=lambda fact: fullest_layer(fact.entry_id),
        data=entry_data,
    )
    yield WebhookEvent(
        "entry.released",
        _("Everybody reads an entry or its summary, for the first time or in a new version"),
        facts=(EntryReleased,),
        about=lambda fact: public_layer_of(fact.entry_id),
        data=entry_data,
    )
    yield WebhookEvent(
        "entry.changed",
        _("What those read who read all of an entry is another than before, for whatever reason"),
        facts=(LayersChanged,),
        about=lambda fact: fullest_layer(fact.entry_id),
        data=entry_data,
        key=_state_of_layer,
    )


def entry_data(layer: Projection) -> dict[str, Any]:
    """Of an entry that everybody reads, its list item without the summary."""
    item = json.loads(layer.text.list_json)
    about = {"id": layer.entry_id, "class": str(layer.layer), "api": f"/api/v1/entries/{layer.entry_id}/"}
    return about | {name: item[name] for name in TOLD}


def _state_of_layer(fact: LayersChanged) -> str:
    """The same layer is told once, however many changes led to it."""
    layer = fullest_layer(fact.entry_id)
    return f"{fact.entry_id}:{layer.etag}:{layer.updated_at.isoformat()}" if layer else str(fact.entry_id)
