"""Coming without having been invited: members by a press, others by a form and a link that confirms the address."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from cms.models import County
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.outbox import announce
from plugins.events.actions.answers import answer_invitation
from plugins.events.actions.events import locked
from plugins.events.actions.leaving import come_back
from plugins.events.facts import RegistrationLinkDue
from plugins.events.models import Answer, Event, Participant, PendingRegistration
from plugins.events.queries.places import counties_of


@transaction.atomic
def register(event: Event, *, county: County | None = None, actor: Actor) -> Participant:
    """Whoever is signed in comes, for one of their counties. Raises Refused."""
    event = locked(event)
    require(actor, "register", event)
    if actor.user is None:
        raise Refused(_("Please sign in."))
    own = list(counties_of(actor))
    chosen = county if county in own else next(iter(own), None)
    participant, _made = Participant.objects.get_or_create(event=event, person=actor.user, defaults={"county": chosen})
    come_back(participant, chosen)
    return answer_invitation(participant, Answer.YES, actor=actor)


@transaction.atomic
def ask_to_register(event: Event, name: str, email: str, *, actor: Actor) -> None:
    """A link goes to the address; the caller does not learn whether it is known here. Raises Invalid."""
    require(actor, "register", event)
    if not name.strip():
        raise Invalid({"name": [_("Please say what you are called.")]})
    pending, _made = PendingRegistration.objects.update_or_create(
        event=event, email=email.strip().lower(), defaults={"name": name.strip(), "asked_at": timezone.now()}
    )
    announce(RegistrationLinkDue(registration_id=pending.pk))


@transaction.atomic
def confirm_registration(pending: PendingRegistration, *, actor: Actor) -> Participant:
    """The address holds: the person has a place, waits or has asked. Raises Missing, Refused."""
    event = locked(pending.event)
    found = PendingRegistration.objects.filter(pk=pending.pk).first()
    if found is None:
        raise Missing
    require(actor, "confirm", found)
    participant = _line_of(event, found)
    found.delete()
    log(participant, "events.confirm_registration", user=None, title=f"#{participant.pk}")
    bearer = Actor(user=None, principals=actor.principals | {f"participant:{participant.pk}"})
    return answer_invitation(participant, Answer.YES, actor=bearer)


def _line_of(event: Event, pending: PendingRegistration) -> Participant:
    """Whoever has an account with this address comes by that: nobody stands on the list twice."""
    person = User.objects.filter(email=pending.email, is_active=True).first()
    if person is not None:
        return come_back(Participant.objects.get_or_create(event=event, person=person)[0], None)
    return Participant.objects.get_or_create(
        event=event, person=None, email=pending.email, defaults={"name": pending.name}
    )[0]
