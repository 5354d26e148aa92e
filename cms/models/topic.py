"""Topics: one taxonomy for entries, groups, people and events."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.Model):
    """A subject that people follow and entries belong to."""

    title = models.CharField(_("title"), max_length=100, unique=True)
    slug = models.SlugField(_("address part"), max_length=100, unique=True)
    description = models.TextField(_("description"), blank=True, help_text=_("One or two sentences for readers."))
    is_open = models.BooleanField(
        _("open to everybody"),
        default=False,
        help_text=_("Everybody sees this topic, even while it holds nothing for them."),
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title
