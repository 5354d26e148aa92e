"""What counties did with an entry, on its page and on the first screen of whoever is asked."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from plugins.api.access import Actor, may
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import is_visitor
from plugins.api.generation import KeptAnswers
from plugins.api.starting import StartLine
from plugins.membership.models import Adoption
from plugins.membership.queries import adoptions as queries

LINES = 5
KEPT_COUNTS: KeptAnswers[dict[int, dict[str, int]]] = KeptAnswers(size=1)


def panel(request: HttpRequest, entry_id: int) -> str:
    """The sum in words for everybody who reads the entry; counties by name for whoever reads the register."""
    said = queries.in_words(_counts(request).get(entry_id, {}) if is_visitor(request) else queries.counted(entry_id))
    if is_visitor(request) or not may(actor := actor_of(request), "browse", Adoption):
        return render_to_string("uebernahmen/panel.html", {"sum": said}) if said else ""
    lines = list(queries.adoptions_for(actor, entry=entry_id)) if said else []
    own = [line for line in lines if actor.has(line.principal)]
    may_record = bool(actor.keys("county")) and queries.counties_to_record_for(actor, entry_id).exists()
    if not said and not may_record:
        return ""
    context = {
        "sum": said,
        "lines": lines[:LINES],
        "count": len(lines),
        "own": own,
        "may_record": may_record,
        "slug": lines[0].slug if lines else queries.slug_of(entry_id),  # type: ignore[attr-defined]
    }
    return render_to_string("uebernahmen/panel.html", context)


def _counts(request: HttpRequest) -> dict[int, dict[str, int]]:
    """Those of all entries at once, kept until something public changes: the page of an entry asks nothing for them."""
    generation = getattr(request, "generation", None)
    if generation is None:
        return queries.counted_everywhere()
    kept = KEPT_COUNTS.get(generation, "")
    return KEPT_COUNTS.keep(generation, "", queries.counted_everywhere()) if kept is None else kept


def questions(actor: Actor, most: int) -> list[StartLine]:
    """Each leads to the one page on which the question is answered."""
    note = _("A year has passed: does your county still work with it?")
    found = queries.questions_to(actor)[:most] if actor.keys("county") else []
    return [StartLine(one.title, f"{one.get_absolute_url()}stand/", note) for one in found]  # type: ignore[attr-defined]
