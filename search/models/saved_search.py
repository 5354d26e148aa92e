"""Questions that people keep."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Alert(models.TextChoices):
    """How often the search is asked anew, and its owner told when it finds something new."""

    NEVER = "never", _("never")
    DAILY = "daily", _("daily")
    WEEKLY = "weekly", _("weekly")


class SavedSearch(models.Model):
    """A question with its filters under a name. What somebody looks for is nobody's business but theirs."""

    MOST = 50
    """Of one person: a list to look things up in, not an archive."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches", verbose_name=_("person")
    )
    name = models.CharField(_("name"), max_length=100)
    parameters = models.CharField(_("question and filters"), max_length=1000)
    """As they stand in the address of the page of results."""
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    alert = models.CharField(_("tell about new results"), max_length=6, choices=Alert.choices, default=Alert.NEVER)
    asked_at = models.DateTimeField(null=True, editable=False)
    """When it was last asked for an alert."""
    newest_at = models.DateTimeField(null=True, editable=False)
    """Of when the newest result was that an alert has come across; what is newer is new."""

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name
