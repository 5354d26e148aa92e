"""Counties: the official list of 400, and those that a forum adds."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

STATES = {
    "01": "Schleswig-Holstein",
    "02": "Hamburg",
    "03": "Niedersachsen",
    "04": "Bremen",
    "05": "Nordrhein-Westfalen",
    "06": "Hessen",
    "07": "Rheinland-Pfalz",
    "08": "Baden-Württemberg",
    "09": "Bayern",
    "10": "Saarland",
    "11": "Berlin",
    "12": "Brandenburg",
    "13": "Mecklenburg-Vorpommern",
    "14": "Sachsen",
    "15": "Sachsen-Anhalt",
    "16": "Thüringen",
}


class County(models.Model):
    """A county or a city with a county's tasks. Names repeat (378 for 400), so the kind is always shown."""

    key = models.CharField(
        _("official key (AGS)"), max_length=5, unique=True, validators=[RegexValidator(r"^\d{5}$", _("Five digits."))]
    )
    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=40, help_text=_("For example: Landkreis, Kreisfreie Stadt."))
    inhabitants = models.PositiveIntegerField(_("inhabitants"), null=True, blank=True)
    area_km2 = models.DecimalField(_("area in km²"), max_digits=8, decimal_places=2, null=True, blank=True)
    latitude = models.FloatField(_("latitude (WGS 84)"), null=True, blank=True)
    longitude = models.FloatField(_("longitude (WGS 84)"), null=True, blank=True)

    class Meta:
        verbose_name = _("county")
        verbose_name_plural = _("counties")
        ordering = ("name", "kind")

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """Kind and name, as people say it: “Landkreis Bergheide”, but “Rems-Murr-Kreis” alone."""
        return self.name if self.name.lower().endswith("kreis") else f"{self.kind} {self.name}"

    @property
    def state(self) -> str | None:
        """The federal state, which the first two digits of the key name; None outside the official list."""
        return STATES.get(self.key[:2])


class CountyShape(models.Model):
    """Where a county lies. Shapes have licences of their own, so whoever runs the forum brings them in."""

    county = models.OneToOneField(County, on_delete=models.CASCADE, primary_key=True, related_name="shape")
    rings = models.JSONField()
    """Closed lines of [longitude, latitude] in degrees (WGS 84), outer ones and holes alike, as GeoJSON has them."""
    credit = models.CharField(max_length=300)

    class Meta:
        verbose_name = _("shape of a county")
        verbose_name_plural = _("shapes of counties")

    def __str__(self) -> str:
        return self.county.full_name
