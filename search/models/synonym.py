"""Words of the field that mean the same."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Synonym(models.Model):
    """Whoever types the one is also given what holds the other; never the reverse, unless that is said too."""

    typed = models.CharField(
        _("typed"), max_length=80, help_text=_("A word, an abbreviation or a phrase. All its forms count as the same.")
    )
    meant = models.CharField(_("meant"), max_length=120, help_text=_("What is looked for besides."))
    works_both_ways = models.BooleanField(
        _("works both ways"), default=False, help_text=_("Whoever types the second is also given the first.")
    )

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ("typed", "meant")
        constraints = [
            models.UniqueConstraint(
                fields=("typed", "meant"), name="search_synonym_once", violation_error_message=_("This pair exists.")
            )
        ]

    def __str__(self) -> str:
        return f"{self.typed} → {self.meant}"
