"""What programs send, read field by field: what makes no sense is refused with a sentence per field."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _

from plugins.api.errors import Invalid

Errors = dict[str, list[str]]
_UNREADABLE = re.compile("[\0\ud800-\udfff]")
"""Zeros and halves of characters: nobody can store them or send them back."""


def is_readable(text: str) -> bool:
    """Whether it can be stored and sent back."""
    return _UNREADABLE.search(text) is None


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


def text_in(sent: dict[str, Any], name: str, errors: Errors) -> str:
    """The text of a field, empty where it is left out; what is no text stands in `errors` afterwards."""
    value = sent.get(name, "")
    if isinstance(value, str) and is_readable(value):
        return value
    errors[name] = [_("A text is needed.")]
    return ""


def choice_in(sent: dict[str, Any], name: str, choices: Collection[str], default: str, errors: Errors) -> str:
    """One of these, the default where the field is left out; anything else stands in `errors` afterwards."""
    value = sent.get(name, default)
    if isinstance(value, str) and value in choices:
        return value
    errors[name] = [_("One of these is needed: %(known)s.") % {"known": ", ".join(choices)}]
    return default
