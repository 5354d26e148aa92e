"""From a form to an action, and back to the form with what the action refuses, so that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from allauth.core.ratelimit import consume
from django import forms
from django.http import HttpRequest
from django.utils.functional import Promise

from plugins.api.errors import Invalid

TRAP: Final = "website"
"""A field of public forms that people never meet; programs fill it in."""


def day_field(**given: Any) -> forms.DateField:
    """A day, with what the browser has for choosing one."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **given)


def time_field(**given: Any) -> forms.TimeField:
    """A time of day in the forum's time zone, to the minute."""
    return forms.TimeField(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **given)


def succeeds(form: forms.BaseForm, act: Callable[[dict[str, Any]], object]) -> bool:
    """Whether the form was sent and the action took what stands in it; what it refuses stands at its fields."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except Invalid as invalid:
        refuse(form, invalid)
        return False
    return True


def refuse(form: forms.BaseForm, invalid: Invalid) -> None:
    """The sentences of an action at the fields, or above the form where it has no such field."""
    for field, sentences in invalid.errors.items():
        for sentence in sentences:
            form.add_error(field if field in form.fields else None, sentence)


def refused_by_anybodys_form(
    request: HttpRequest,
    form: forms.BaseForm,
    act: Callable[[dict[str, Any]], object],
    *,
    limit: str,
    too_many: str | Promise,
    key: Callable[[dict[str, Any]], str] | None = None,
) -> int | None:
    """The status with which a form that needs no account is shown again; None where it was taken.

    What a program filled in (`TRAP`) is thanked for and thrown away. `limit` is one of ACCOUNT_RATE_LIMITS; `key` gives
    what is counted apart from the connection, such as an address.
    """
    if not form.is_bound or not form.is_valid():
        return 200
    if request.POST.get(TRAP):
        return None
    if not consume(request, action=limit, key=key(form.cleaned_data) if key else None):
        form.add_error(None, str(too_many))
        return 429
    return None if succeeds(form, act) else 200
