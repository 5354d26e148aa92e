"""The demo world's network meeting: all members are invited, some have answered."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.api.actors import actor_for
from plugins.events.actions.answers import answer_invitation
from plugins.events.actions.invitations import send_invitations
from plugins.events.models import Event, EventKind
from plugins.events.queries.recipients import Choice, Outside, recipients_of

ANSWERS = (("coordinator", "yes", ""), ("mentor", "no", "An diesem Tag tagt der Kreistag."))
SPEAKER = Outside(
    "Dr. Katja Thalheim",
    "k.thalheim@hochschule.example",
    "speaker",
    "Ihr Vortrag beginnt um 11 Uhr im großen Saal und dauert 20 Minuten.",
)


def load() -> None:
    """Twice changes nothing."""
    event = Event.objects.filter(kind=EventKind.NETWORK, invited_at=None).order_by("pk").first()
    if event is None or not event.is_published or event.has_begun:
        return
    office = User.objects.get(email="office@demo.example")
    for choice in (Choice(everybody=True), Choice(outside=SPEAKER)):
        recipients = recipients_of(event, choice, actor_for(office))
        if recipients.new:
            send_invitations(event, choice, seen=recipients.sign, actor=actor_for(office))
    for name, said, excuse in ANSWERS:
        row = event.participants.filter(person__email=f"{name}@demo.example").first()
        if row is not None:
            answer_invitation(row, said, excuse=excuse, actor=actor_for(row.person))
