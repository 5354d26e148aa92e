"""What a group or a county writes together: the shared text as updates, named versions, tickets for programs."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.models import County
from workspace.models.challenges import Challenge
from workspace.models.groups import WorkingGroup

Owner = WorkingGroup | County
"""Whose a draft is."""


class DraftReach(models.TextChoices):
    """Who reads a draft beside those whose it is."""

    OWNERS = "owners", _("Only the group or county whose it is")
    MEMBERS = "members", _("All members")


class DraftState(models.TextChoices):
    """How far a draft has come."""

    WRITING = "writing", _("is being written")
    CONSULTING = "consulting", _("all members are being asked")
    DECIDING = "deciding", _("is being decided")
    DECIDED = "decided", _("decided")
    SUBMITTED = "submitted", _("is being checked for publication")
    PUBLISHED = "published", pgettext_lazy("draft", "published")
    CLOSED = "closed", pgettext_lazy("draft", "closed")


class Draft(models.Model):
    """A text that a working group, or the people of a county, write together. It ends and is never deleted."""

    title = models.CharField(_("title"), max_length=150)
    group = models.ForeignKey(WorkingGroup, null=True, on_delete=models.PROTECT, related_name="drafts")
    county = models.ForeignKey(County, null=True, on_delete=models.PROTECT, related_name="drafts")
    reach = models.CharField(_("who reads it"), max_length=10, choices=DraftReach.choices, default=DraftReach.OWNERS)
    state = models.CharField(max_length=12, choices=DraftState.choices, default=DraftState.WRITING)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="drafts")
    challenges = models.ManyToManyField(Challenge, blank=True, related_name="drafts")
    """The questions of practice that it answers."""
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)
    """When its text, its title or its state last changed."""

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ("-updated_at", "-pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(group=None, county__isnull=False) | Q(group__isnull=False, county=None),
                name="a_draft_is_a_groups_or_a_countys",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/entwuerfe/{self.pk}/"

    @property
    def is_closed(self) -> bool:
        return self.state == DraftState.CLOSED

    @property
    def owner(self) -> Owner:
        """Whose it is."""
        owner = self.group or self.county
        assert owner is not None
        return owner

    @property
    def principal(self) -> str:
        """What those hold at the door whose it is."""
        return self.group.principal if self.group else f"county:{self.county.key}" if self.county else ""


class DraftText(models.Model):
    """Where the text of a draft begins: what came since stands in its updates, until they are merged into this."""

    draft = models.OneToOneField(Draft, on_delete=models.CASCADE, primary_key=True, related_name="text")
    payload = models.BinaryField(default=bytes)
    """One Yjs update."""
    authors = models.JSONField(default=list)
    """Who wrote what of it: for each Y.XmlText, in order, pairs of a length in UTF-8 bytes and a user."""
    told_at = models.DateTimeField(default=timezone.now)
    """When it was last said that the words have changed; people write faster than anybody wants to hear it."""

    class Meta:
        verbose_name = _("text of a draft")
        verbose_name_plural = _("texts of drafts")

    def __str__(self) -> str:
        return f"{self.draft_id}"


class DraftUpdate(models.Model):
    """A change of the text as somebody's editor sent it, exactly. Merged into the draft's text in time."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="updates")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    payload = models.BinaryField()
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("change of a draft")
        verbose_name_plural = _("changes of drafts")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"#{self.pk}"


class DraftVersion(models.Model):
    """The text of one moment, with a name, and who wrote what of it. It never changes."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    """Counted from 1 in each draft."""
    name = models.CharField(_("name"), max_length=120)
    content = models.JSONField()
    """ProseMirror's JSON, without places of comments and suggestions."""
    authors = models.JSONField(default=list)
    """For each textblock, in order, pairs of length and user; the user is empty where nobody is known."""
    digest = models.CharField(max_length=64)
    """SHA-256 of title and content: the same text has the same."""
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("version of a draft")
        verbose_name_plural = _("versions of drafts")
        ordering = ("-number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["draft", "number"], name="one_version_per_number")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{self.draft.get_absolute_url()}fassungen/{self.number}/"


class DraftTicket(models.Model):
    """Opens the socket of one draft once, within a minute, for a program that has no cookie to send along."""

    digest = models.CharField(max_length=64, unique=True)
    """SHA-256 of the ticket, which is stored nowhere."""
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    session_key = models.CharField(max_length=40, blank=True)
    """The session in which it was asked for; the socket ends with it."""
    token = models.ForeignKey("wagtailcore.APIToken", null=True, on_delete=models.CASCADE, related_name="+")
    """Or the token."""
    front_end = models.ForeignKey("accounts.FrontEndAccess", null=True, on_delete=models.CASCADE, related_name="+")
    """Or the front end elsewhere that the person let in."""
    expires_at = models.DateTimeField()

    class Meta:
        verbose_name = _("ticket for a draft")
        verbose_name_plural = _("tickets for drafts")

    def __str__(self) -> str:
        return f"{self.user_id}: {self.draft_id}"
