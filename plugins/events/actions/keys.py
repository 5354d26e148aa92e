"""Links in mails about taking part: made when a mail goes out, so that nobody but its reader ever knows one."""

from __future__ import annotations

from plugins.api.tokens import hash_of, new_token
from plugins.events.models import Participant, PendingRegistration


def new_key(participant: Participant) -> str:
    """The secret of this person's link, which stands in this answer and nowhere else; an earlier one ends."""
    return _renewed(participant)


def new_registration_key(registration: PendingRegistration) -> str:
    """The same for whoever has to confirm an address."""
    return _renewed(registration)


def _renewed(kept: Participant | PendingRegistration) -> str:
    token = new_token()
    kept.key_hash = hash_of(token)
    kept.save(update_fields=["key_hash"])
    return token
