"""What people fill in about files. Forms check and never save."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.access import Actor
from workspace.actions.files import LONGEST_NOTE, LONGEST_TITLE
from workspace.contents import ACCEPTED, MOST_BYTES, kinds_in_words
from workspace.models import GroupFile, WorkingGroup
from workspace.queries.files import groups_to_move_to

MOST_AT_ONCE = 5
"""At twenty megabytes each they are as large as a request may be."""


class FilesInput(forms.FileInput):
    """One field for several files. Where scripts run, what is too large is said before it is sent."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[UploadedFile]:
        return list(files.getlist(name)) if hasattr(files, "getlist") else []

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With a sentence in the language of the moment; the script puts the name of the file into it."""
        sentence = _("“%(name)s” is larger than %(most)d MB.") % {"name": "{}", "most": MOST_BYTES // 2**20}
        told = {"accept": ACCEPTED, "data-most-bytes": MOST_BYTES, "data-too-large": sentence}
        return super().get_context(name, value, {**(attrs or {}), **told})


class FilesField(forms.FileField):
    """A list of uploads. What they are is looked at by whoever keeps them."""

    def __init__(self, *, most: int = MOST_AT_ONCE, **kwargs: Any) -> None:
        widget = FilesInput(attrs={"multiple": most > 1})
        super().__init__(**{"widget": widget, "help_text": lazy(kinds_in_words, str)(), **kwargs})
        self.most = most

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        uploads = [upload for upload in (data or []) if upload is not None]
        if self.required and not uploads:
            raise forms.ValidationError(_("Please choose a file."), code="required")
        if len(uploads) > self.most:
            raise forms.ValidationError(_("Please choose at most %(most)d files at once.") % {"most": self.most})
        return uploads


def sent(request: HttpRequest) -> tuple[Any, Any]:
    """Words and files of a form that was sent; without either where it is only shown."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


class UploadForm(forms.Form):
    """Files for the group."""

    file = FilesField(label=gettext_lazy("Files"))
    text = forms.CharField(
        label=gettext_lazy("Note"),
        help_text=gettext_lazy("What it is, in a sentence. It stands with each of the files."),
        max_length=LONGEST_NOTE,
        required=False,
    )


class ReplaceForm(forms.Form):
    """A new version."""

    file = FilesField(label=gettext_lazy("New version"), most=1)


class RenameForm(forms.Form):
    """What a file is called."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=LONGEST_TITLE)
    text = forms.CharField(label=gettext_lazy("Note"), max_length=LONGEST_NOTE, required=False)


class MoveForm(forms.Form):
    """Where else a file may stand."""

    group: forms.ModelChoiceField[WorkingGroup] = forms.ModelChoiceField(
        label=gettext_lazy("Working group"),
        queryset=None,
        empty_label=None,
        help_text=gettext_lazy("The groups that you work in."),
    )
    agreed_to = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, actor: Actor, file: GroupFile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups_to_move_to(actor, file)  # type: ignore[attr-defined]
