"""How much editors let the parts of an entry and the kinds of entries count."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Step(models.IntegerChoices):
    """Five steps in words; `search.weighing` says what each is worth."""

    HARDLY = -2, pgettext_lazy("weight", "hardly at all")
    LESS = -1, pgettext_lazy("weight", "less")
    NORMAL = 0, pgettext_lazy("weight", "normal")
    MORE = 1, pgettext_lazy("weight", "more")
    MUCH_MORE = 2, pgettext_lazy("weight", "much more")


class SearchWeights(models.Model):
    """One row for the whole forum. What is not named in it counts normally."""

    ONLY = 1

    fields = models.JSONField(_("parts of an entry"), default=dict, blank=True)
    """title, summary, body -> step."""
    kinds = models.JSONField(_("kinds of entry"), default=dict, blank=True)
    """kind -> step."""

    class Meta:
        verbose_name = _("weights of the search")
        verbose_name_plural = _("weights of the search")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="search_weights_once")]

    def __str__(self) -> str:
        return str(_("Weights of the search"))
