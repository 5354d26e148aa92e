"""What people put down: files of a group with their versions, and attachments of posts, all behind the door."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import FileText
from workspace.models.discussions import Post
from workspace.models.groups import WorkingGroup


class GroupFile(models.Model):
    """A file of a group, under one title through all its versions. A removed one leaves a trace without words."""

    group = models.ForeignKey(WorkingGroup, on_delete=models.PROTECT, related_name="files")
    title = models.CharField(_("title"), max_length=150)
    note = models.CharField(_("note"), max_length=300, blank=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    newest_at = models.DateTimeField(default=timezone.now)
    """When its newest version came: since then newcomers read it where they read only what is newer than they."""
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("file of a working group")
        verbose_name_plural = _("files of working groups")
        ordering = ("-newest_at", "-pk")

    def __str__(self) -> str:
        return self.title or f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return f"/arbeitsgruppen/{self.group.slug}/dateien/{self.pk}/"

    @property
    def is_removed(self) -> bool:
        return self.removed_at is not None


def place_for(stored: StoredFile, name: str) -> str:
    """Where a content lies on disk: a name of chance, which nothing but the database knows."""
    return f"ablage/{secrets.token_hex(16)}{Path(name).suffix.lower()}"


class StoredFile(models.Model):
    """One content: a version of a group's file, or an attachment of a post; without either it waits for its post."""

    UNREAD = 0
    READER = FileText.READER
    """Raise it there when files give another text than before: then all of them are read again."""

    shelved = models.ForeignKey(GroupFile, null=True, on_delete=models.CASCADE, related_name="versions")
    post = models.ForeignKey(Post, null=True, on_delete=models.CASCADE, related_name="attachments")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=timezone.now)
    content = models.FileField(upload_to=place_for, max_length=100)
    small = models.FileField(upload_to=place_for, max_length=100, blank=True)
    """Of a picture: the same in at most 640 pixels."""
    name = models.CharField(max_length=150)
    kind = models.CharField(max_length=100)
    """Content type, as the content itself says it."""
    size = models.PositiveBigIntegerField()
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    alt = models.CharField(_("what the picture shows"), max_length=300, blank=True)

    text = models.TextField(blank=True)
    """What stands in it, for the search."""
    failure = models.CharField(max_length=10, choices=FileText.FAILURES, blank=True)
    is_cut = models.BooleanField(default=False)
    reader = models.PositiveIntegerField(default=UNREAD)
    """Which reader has read it; it is read once, because a content never changes."""

    class Meta:
        verbose_name = _("stored file")
        verbose_name_plural = _("stored files")
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(shelved=None) | Q(post=None), name="a_stored_file_has_one_place")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/dateien/{self.pk}/{quote(self.name)}"

    @property
    def path(self) -> str:
        """Where its content lies."""
        return self.content.name or ""

    @property
    def small_url(self) -> str:
        return f"/dateien/{self.pk}/klein/"

    @property
    def is_picture(self) -> bool:
        return bool(self.small)

    @property
    def is_pdf(self) -> bool:
        return self.kind == "application/pdf"

    @property
    def extension(self) -> str:
        """Its kind in a word that people know: PDF, DOCX, JPG."""
        return Path(self.name).suffix.removeprefix(".").upper()
