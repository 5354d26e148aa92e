"""From a form to an action, and back with what the action refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms

from plugins.api.errors import Invalid


def succeeds(form: forms.BaseForm, act: Callable[[Any], object]) -> bool:
    """Whether the form was sent and the action took it; what the action refuses stands at its fields."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        act(form)
    except Invalid as invalid:
        refuse(form, invalid)
        return False
    return True


def refuse(form: forms.BaseForm, invalid: Invalid) -> None:
    """The sentences of an action at the fields, or above the form where it has no such field."""
    for field, sentences in invalid.errors.items():
        for sentence in sentences:
            form.add_error(field if field in form.fields else None, sentence)
