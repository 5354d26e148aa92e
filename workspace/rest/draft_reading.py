"""What programs send about drafts, read field by field: what makes no sense is refused with a sentence per field."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _

from cms.models import County
from plugins.api.access import Actor
from plugins.api.adapters.rest_fields import fields_of, text_in
from plugins.api.errors import Invalid, Missing
from workspace.drafting.passages import Passage
from workspace.models import WorkingGroup
from workspace.queries.draft_rows import county_named
from workspace.queries.groups import group_by_slug

PASSAGE = ("quote", "block", "start", "end")
LARGEST = 2**31
"""Of a place in a text."""


def texts_in(given: Any, *names: str) -> list[str]:
    """Texts of these fields and no others, empty where one is left out. Raises Invalid."""
    sent, errors = fields_of(given, names), dict[str, list[str]]()
    texts = [text_in(sent, name, errors) for name in names]
    insist_on_none(errors)
    return texts


def new_draft(given: Any, actor: Actor) -> tuple[WorkingGroup | County, str]:
    """For which group or county, and the title. Raises Invalid."""
    sent, errors = fields_of(given, ("group", "county", "title")), dict[str, list[str]]()
    slug, key, title = (text_in(sent, name, errors) for name in ("group", "county", "title"))
    if bool(slug) == bool(key):
        errors.setdefault("group", [_("Name a working group or a county, one of the two.")])
    insist_on_none(errors)
    if slug:
        try:
            return group_by_slug(actor, slug), title
        except Missing:
            raise Invalid({"group": [_("There is no working group with this slug, or you cannot see it.")]}) from None
    county = county_named(key)
    if county is None:
        raise Invalid({"county": [_("There is no county with this key.")]})
    return county, title


def changes_of_draft(given: Any) -> tuple[str | None, list[int] | None]:
    """Another title and the numbers of challenges, each None where it is not sent. Raises Invalid."""
    sent, errors = fields_of(given, ("title", "challenges")), dict[str, list[str]]()
    numbers = sent.get("challenges")
    title = text_in(sent, "title", errors) if "title" in sent or numbers is None else None
    are_numbers = isinstance(numbers, list) and all(type(one) is int and 0 < one < 2**63 for one in numbers)
    if "challenges" in sent and not are_numbers:
        errors["challenges"] = [_("A list of numbers of challenges is needed.")]
    insist_on_none(errors)
    return title, numbers


def passage_in(sent: dict[str, Any], errors: dict[str, list[str]]) -> Passage | None:
    """The passage that was chosen; None where none was."""
    quote = text_in(sent, "quote", errors)
    places = {name: _place(sent, name, errors) for name in ("block", "start", "end")}
    if not quote and any(place is not None for place in places.values()):
        errors.setdefault("quote", [_("Send the words of the passage too.")])
    return Passage(quote, **places) if quote else None


def insist_on_none(errors: dict[str, list[str]]) -> None:
    """Raises Invalid where something was noted."""
    if errors:
        raise Invalid(errors)


def _place(sent: dict[str, Any], name: str, errors: dict[str, list[str]]) -> int | None:
    value = sent.get(name)
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value < LARGEST):
        return value
    errors[name] = [_("A whole number from 0 on is needed.")]
    return None


def one_of(known: Collection[str]) -> str:
    """The sentence for a word that is none of these."""
    return _("One of these is needed: %(known)s.") % {"known": ", ".join(known)}
