"""Mandates of guests, which are dated and never deleted."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.models import KINDS, Topic
from plugins.membership.models.dated import Dated


class GuestMandate(Dated):
    """Why an institution is a guest and what follows from it: a guest has no right without a line here."""

    institution = models.CharField(_("institution"), max_length=200)
    people = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("people"), blank=True, related_name="mandates"
    )
    role = models.TextField(_("role and function"), help_text=_("In words, for all members to read."))
    sponsor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("sponsor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The member who answers for this guest."),
    )
    topics = models.ManyToManyField(
        Topic, verbose_name=_("topics"), blank=True, help_text=_("Scopes add up: every entry of each topic …")
    )
    kinds = models.JSONField(
        _("kinds of entry"), default=list, blank=True, help_text=_("… and every entry of each of these kinds.")
    )

    class Meta:
        verbose_name = _("guest mandate")
        verbose_name_plural = _("guest mandates")
        ordering = ("institution", "-start")

    def __str__(self) -> str:
        return self.institution

    def clean(self) -> None:
        super().clean()
        unknown = sorted(set(self.kinds or []) - set(KINDS))
        if unknown:
            raise ValidationError({"kinds": _("There is no kind “%(kind)s”.") % {"kind": unknown[0]}})
