"""Wagtail locks a version for its author while others review it, and for everybody once it is scheduled."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.models import Entry
from plugins.api.access import Actor
from plugins.api.errors import Refused


def insist_on_unlocked(entry: Entry, actor: Actor) -> None:
    """Raises Refused where somebody else has the say about the next version."""
    lock = entry.get_lock()
    if lock is None or not lock.for_user(actor.user):
        return
    if entry.locked:
        raise Refused(_("Somebody has locked this entry. Ask them to unlock it, or ask the editors."))
    raise Refused(_("Nobody but the reviewers changes this entry now. Please wait until its review is over."))
