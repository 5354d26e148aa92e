"""What types of things are called where people read them. Packages name their kinds and topics themselves."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plugins.api.extensions import SearchSource
from plugins.api.registry import registry
from search.engine import FacetValue


class TypeName(NamedTuple):
    """A type in the singular and in the plural."""

    one: str | Promise
    many: str | Promise


TYPES = {
    "entry": TypeName(_("Entry"), _("Entries")),
    "topic": TypeName(_("Topic"), _("Topics")),
    "event": TypeName(_("Event"), _("Events")),
    "group": TypeName(_("Working group"), _("Working groups")),
    "draft": TypeName(_("Draft"), _("Drafts")),
    "consultation": TypeName(_("Consultation"), _("Consultations")),
    "challenge": TypeName(_("Challenge"), _("Challenges")),
    "discussion": TypeName(_("Discussion"), _("Discussions")),
    "person": TypeName(_("Person"), _("People")),
    "file": TypeName(_("File"), _("Files")),
}


def type_name(type: str) -> str:
    """One thing of this type."""
    return str(_names(type).one)


def label_of(field: str, value: FacetValue) -> str:
    """A facet's value in words."""
    if field != "type":
        return value.label
    return str(_names(value.value, value.label).many)


def _names(type: str, label: str = "") -> TypeName:
    """As we call it, or as the package does that brings it."""
    if type in TYPES:
        return TYPES[type]
    named = (source.names for source in registry.records(SearchSource) if source.type == type)
    names = next(filter(None, named), None)
    return TypeName(*names) if names else TypeName(type, label or type)
