"""Two decisions in the log of the demo world."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.membership.actions.office_decisions import note_decision
from plugins.membership.demo.people import demo_people
from plugins.membership.models import DecisionKind, OfficeDecision

DECISIONS = (
    (
        DecisionKind.RULE,
        "Jeder Landkreis hat zwei Sitze",
        "So kann sich vertreten, wer krank oder im Urlaub ist, und wer geht, kann die Nachfolge einarbeiten. Bisher "
        "war es ein Sitz je Landkreis.",
        200,
    ),
    (
        DecisionKind.MANDATE,
        "Der Landkreistag ist Gast für das Thema Wohnen",
        "Er berät das Forum in Fragen des Wohnens und liest mit, was die Landkreise dazu erarbeiten. Das Mandat nennt "
        "nur dieses Thema.",
        35,
    ),
)


def load() -> None:
    """Once, while the log is empty."""
    office = demo_people().get("office")
    if office is None or OfficeDecision.objects.exists():
        return
    today = timezone.localdate()
    for kind, text, reason, days in DECISIONS:
        note_decision(kind, text, reason, decided_on=today - timedelta(days=days), actor=actor_for(office))
