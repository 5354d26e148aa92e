"""What somebody without an account does with what is stored about them."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.events.actions.events import advance, locked
from plugins.events.actions.places import leave_place
from plugins.events.models import Participant


@transaction.atomic
def rename_participant(participant: Participant, name: str, *, actor: Actor) -> Participant:
    """The organisers read this name from now on. Raises Invalid."""
    participant = _locked(participant)
    require(actor, "manage_own", participant)
    name = " ".join(name.split())
    if not 0 < len(name) <= 150:
        raise Invalid({"name": [_("Please give your name, in at most 150 characters.")]})
    participant.name = name
    participant.save(update_fields=["name"])
    log(participant, "events.rename_participant", title=f"#{participant.pk}")
    advance(participant.event, participant.event.confidentiality)
    return participant


@transaction.atomic
def erase_participant(participant: Participant, *, actor: Actor) -> None:
    """Their line goes whole, a place that they had becomes free, and the link opens nothing any more."""
    event = locked(participant.event)
    participant = _locked(participant)
    require(actor, "manage_own", participant)
    leave_place(participant, actor=actor)
    log(event, "events.erase_participant", title=f"#{event.pk}")
    participant.delete()
    advance(event, event.confidentiality)


def _locked(participant: Participant) -> Participant:
    return Participant.objects.select_for_update(of=("self",)).select_related("event__group").get(pk=participant.pk)
