"""What somebody does in the forum for a time: its speaker, a place on its board."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.membership.models.dated import Dated


class ForumRole(Dated):
    """A person's task in the forum: it begins, ends and is never deleted. It opens nothing, rights come from seats."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.PROTECT, related_name="forum_roles"
    )
    title = models.CharField(
        _("task"), max_length=120, help_text=_("In words, for example: “Speaker of the Forum”. All members read it.")
    )

    class Meta:
        verbose_name = _("task in the Forum")
        verbose_name_plural = _("tasks in the Forum")
        ordering = ("-start", "pk")

    def __str__(self) -> str:
        return f"{self.title}: {self.person}"
