"""Links in mails about taking part: made when a mail goes out, so that nobody but its reader ever knows one."""

from __future__ import annotations

from plugins.api.tokens import hash_of, new_token
from plugins.events.models import Participant, ParticipantKey, PendingRegistration


def new_key(participant: Participant) -> str:
    """The secret of a further link of this person, which stands in this answer and nowhere else."""
    token = new_token()
    ParticipantKey.objects.create(participant=participant, token_hash=hash_of(token))
    return token


def new_registration_key(registration: PendingRegistration) -> str:
    """The secret for whoever has to confirm an address; an earlier one ends."""
    token = new_token()
    registration.key_hash = hash_of(token)
    registration.save(update_fields=["key_hash"])
    return token
