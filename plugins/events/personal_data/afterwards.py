"""What a person put beside events: handed out; it stays without the name when the person goes."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.events.models import EventMaterial, EventResult, FollowUp, Outcome


def hand_out(user: User) -> object:
    materials = EventMaterial.objects.filter(author=user).select_related("event")
    results = EventResult.objects.filter(author=user).select_related("event")
    carried = Outcome.objects.filter(made_by=user)
    settled = FollowUp.objects.filter(nothing_by=user).select_related("event")
    return {
        "materials": [
            {
                "event": one.event.title,
                "kind": one.kind,
                "title": one.title,
                "text": one.text,
                "address": one.link,
                "file": one.name,
                "added_at": one.created_at.isoformat(),
            }
            for one in materials
        ],
        "results": [
            {"event": one.event.title, "text": one.text, "noted_at": one.created_at.isoformat()} for one in results
        ],
        "made_of_results": [
            {"became": one.becoming, "number": one.made, "made_at": one.made_at.isoformat()} for one in carried
        ],
        "said_that_there_is_nothing": [
            {"event": one.event.title, "said_at": one.nothing_at.isoformat() if one.nothing_at else None}
            for one in settled
        ],
    }


def erase(user: User) -> list[str]:
    """Minutes and results are the event's."""
    number = EventMaterial.objects.filter(author=user).update(author=None)
    number += EventResult.objects.filter(author=user).update(author=None)
    Outcome.objects.filter(made_by=user).update(made_by=None)
    FollowUp.objects.filter(nothing_by=user).update(nothing_by=None)
    return [_("Minutes and results of events stay, without the name (%(n)d).") % {"n": number}] if number else []
