"""What values of facets are called where people read them."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.engine import FacetValue

TYPES: dict[str, str | Promise] = {
    "entry": _("Entries"),
    "topic": _("Topics"),
    "event": _("Events"),
    "group": _("Working groups"),
    "draft": _("Drafts"),
    "challenge": _("Challenges"),
    "discussion": _("Discussions"),
    "person": _("People"),
    "file": _("Files"),
}


def label_of(field: str, value: FacetValue) -> str:
    """Types are named here, because packages only know their own; all other values bring their label along."""
    return str(TYPES.get(value.value, value.label)) if field == "type" else value.label
