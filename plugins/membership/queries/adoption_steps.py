"""What became of a recommendation, as the last step of what it grew out of."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.api.access import Actor, may
from plugins.api.provenance import ProvenanceStep
from plugins.membership.models import Adoption
from plugins.membership.queries.adoptions import provenance_dates, slug_of


def steps_of_entry(entry_id: int, actor: Actor) -> Iterator[ProvenanceStep]:
    """From the day on which the first county said so. How many they are stands on the same page, for everybody."""
    dates = provenance_dates(entry_id)
    if not dates:
        return
    title = ngettext("%(n)d county works with it", "%(n)d counties work with it", len(dates)) % {"n": len(dates)}
    step = ProvenanceStep("adopted", _("Taken up in practice"), dates[0], title)
    if not may(actor, "browse", Adoption):
        yield step.outlined()
        return
    yield ProvenanceStep(step.kind, step.label, step.date, title, url=f"/wissen/{slug_of(entry_id)}/uebernahmen/")
