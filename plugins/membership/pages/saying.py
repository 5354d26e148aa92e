"""What an action says, on a form."""

from __future__ import annotations

from django import forms

from plugins.api.errors import Invalid


def tell(form: forms.BaseForm, invalid: Invalid) -> None:
    """What an action could not use, at its field; what is not on the form, above it."""
    for field, sentences in invalid.errors.items():
        form.add_error(field if field in form.fields else None, sentences)
