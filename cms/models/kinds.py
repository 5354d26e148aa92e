"""The kinds of entry. What is special about a kind stands here; what they share stands in `Entry`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.models.entry import Entry


class GoodPractice(Entry):
    """What a county did, what came of it, and what it would do differently."""

    kind = "good_practice"
    page_description = _("What a county did, what came of it, and what it would do differently.")

    class Meta:
        verbose_name = _("good practice")
        verbose_name_plural = _("good practices")


class Concept(Entry):
    """How something is meant to work, ready to be adapted by others."""

    kind = "concept"
    page_description = _("How something is meant to work, ready to be adapted by others.")

    class Meta:
        verbose_name = _("concept")
        verbose_name_plural = _("concepts")


class Strategy(Entry):
    """Where a county or the forum wants to go, and by which steps."""

    kind = "strategy"
    page_description = _("Where a county or the forum wants to go, and by which steps.")

    class Meta:
        verbose_name = _("strategy")
        verbose_name_plural = _("strategies")


class Recommendation(Entry):
    """What a working group advises the whole forum to do."""

    kind = "recommendation"
    page_description = _("What a working group advises the whole forum to do.")

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")


class Offer(Entry):
    """What somebody in the network offers to others: training, material, advice."""

    kind = "offer"
    page_description = _("What somebody in the network offers to others: training, material, advice.")

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")


KINDS: dict[str, type[Entry]] = {
    model.kind: model for model in (GoodPractice, Concept, Strategy, Recommendation, Offer)
}
