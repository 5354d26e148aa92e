"""What programs send, read field by field with a sentence for each that makes no sense; and what they are answered."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from plugins.api.errors import Invalid

_UNREADABLE = re.compile("[\0\ud800-\udfff]")
"""Zeros and halves of characters: nobody can store them or send them back."""


def fields_of(given: Any, known: Collection[str]) -> dict[str, Any]:
    """A JSON object that has none but these fields. Raises Invalid."""
    if not isinstance(given, dict):
        raise Invalid({"non_field_errors": [_("A JSON object is needed.")]})
    unknown = {
        _UNREADABLE.sub("?", name): [
            _("There is no field of this name. Known: %(known)s.") % {"known": ", ".join(known)}
        ]
        for name in given
        if name not in known
    }
    if unknown:
        raise Invalid(unknown)
    return given


def text_in(sent: dict[str, Any], name: str, errors: dict[str, list[str]]) -> str:
    """The text of a field, empty where it is left out; what is no text stands in `errors` afterwards."""
    value = sent.get(name, "")
    if isinstance(value, str) and not _UNREADABLE.search(value):
        return value
    errors[name] = [_("A text is needed.")]
    return ""


def created(item: dict[str, Any], path: str) -> HttpResponse:
    """201 with what has come into being, and where it is read."""
    answer = JsonResponse(item, status=201, json_dumps_params={"ensure_ascii": False})
    answer["Location"] = f"/api/v1/{path}"
    answer["Cache-Control"] = "no-store"
    return answer


def changed(item: dict[str, Any]) -> JsonResponse:
    """200 with what it says now."""
    answer = JsonResponse(item, json_dumps_params={"ensure_ascii": False})
    answer["Cache-Control"] = "no-store"
    return answer
