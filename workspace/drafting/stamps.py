"""What stands on every form of a draft that leaves the forum: its state, whose it is, who reads it, of which day."""

from __future__ import annotations

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from workspace.models import Draft, DraftReach, DraftVersion


def stamp_of(draft: Draft, version: DraftVersion | None = None, *, names_owner: bool = True) -> str:
    """In the reader's language. Without the owner for whoever reads the draft and may not know of its group."""
    parts = [_("Draft: %(state)s") % {"state": draft.get_state_display()}]
    if version:
        parts.append(_("version %(number)d “%(name)s”") % {"number": version.number, "name": version.name})
    parts.append(_audience(draft, str(draft.owner) if names_owner else ""))
    parts.append(date_format(timezone.localdate(), "DATE_FORMAT"))
    return " · ".join(parts)


def _audience(draft: Draft, owner: str) -> str:
    if draft.reach == DraftReach.OWNERS:
        return _("only for %(owner)s") % {"owner": owner}
    return (
        _("%(owner)s, for all members of the Forum") % {"owner": owner} if owner else _("for all members of the Forum")
    )
