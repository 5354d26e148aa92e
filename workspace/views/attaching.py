"""What hangs on a post while it is being written: accepted files stay in the form by number, whatever else is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.access import Actor, visible_to
from plugins.api.errors import Invalid
from workspace.actions.attachments import LONGEST_ALT, MOST_ATTACHMENTS, Attachment, drop_waiting, keep_for_post
from workspace.models import Post, StoredFile
from workspace.views.file_forms import FilesField


class WithFiles(forms.Form):
    """A form for a post: files beside the words."""

    file = FilesField(label=gettext_lazy("Files and pictures"), required=False, most=MOST_ATTACHMENTS)


@dataclass
class Kept:
    """A file that was accepted already, as the form shows it."""

    stored: StoredFile
    alt: str
    is_missing: bool = False
    """A picture of which nobody has said what it shows."""

    longest = LONGEST_ALT


class Attaching:
    """The files of one post between one sending of its form and the next."""

    def __init__(self, request: HttpRequest, actor: Actor, post: Post | None = None) -> None:
        self.actor = actor
        self.kept: list[Kept] = []
        if request.method != "POST":
            self.kept = [Kept(stored, stored.alt) for stored in post.attachments.all()] if post else []
            return
        numbers = [
            int(one) for one in request.POST.getlist("kept") if one.isascii() and one.isdigit() and len(one) < 16
        ]
        here = Q(post=None, uploaded_by=actor.user) | (Q(post=post) if post else Q())
        rows = visible_to(actor, StoredFile.objects.filter(here, shelved=None))
        for stored in rows.filter(pk__in=numbers[: 2 * MOST_ATTACHMENTS]).order_by("pk"):
            if f"drop-{stored.pk}" in request.POST:
                drop_waiting(stored, actor=actor)
            else:
                self.kept.append(Kept(stored, request.POST.get(f"alt-{stored.pk}", "")))

    def take(self, form: forms.Form) -> None:
        """What came with the form is kept; what is not taken, and what is missing, stands at its field."""
        if not form.is_bound:
            return
        form.full_clean()
        for upload in form.cleaned_data.get("file", ()):
            if len(self.kept) == MOST_ATTACHMENTS:
                form.add_error("file", _("At most %(most)d files hang on a post.") % {"most": MOST_ATTACHMENTS})
                break
            try:
                self.kept.append(Kept(keep_for_post(upload, actor=self.actor), ""))
            except Invalid as invalid:
                form.add_error("file", invalid.errors["file"])
        for one in self.kept:
            one.is_missing = one.stored.is_picture and not one.alt.strip()
        if any(one.is_missing for one in self.kept):
            form.add_error("file", _("Say of each picture in a few words what it shows."))

    def chosen(self) -> list[Attachment]:
        """As the actions take it."""
        return [Attachment(one.stored, one.alt) for one in self.kept]
