"""Links of invitations: made when a mail goes out, so that nobody but its reader ever knows one."""

from __future__ import annotations

from plugins.api.tokens import hash_of, new_token
from plugins.events.models import Participant


def renew(participant: Participant) -> str:
    """The secret of a link, which stands in this answer and nowhere else; one that was made before no longer works."""
    token = new_token()
    participant.key_hash = hash_of(token)
    participant.save(update_fields=["key_hash"])
    return token
