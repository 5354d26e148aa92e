"""What an invitation opens: an event that only the invited know of."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.prepared import MOMENT, USER, Prepared
from plugins.events.models import Event, EventClass, Participant

BY_INVITATION = (EventClass.GROUP, EventClass.PERSONS)
"""Of these events somebody may know only because they are invited."""


_INVITED = Prepared(
    lambda: (
        Participant.objects.standing(MOMENT)
        .filter(person=USER, event__confidentiality__in=BY_INVITATION)
        .order_by()
        .values_list("event")
    )
)


def principals_of(user: User) -> set[str]:
    """`event:<id>` for each event that the person is invited to and that not everybody knows of."""
    return {f"event:{pk}" for (pk,) in _INVITED(user=user.pk, moment=timezone.now())}


def people_with(principal: str) -> QuerySet[User] | None:
    """Whoever is invited to this event; None when it is not one of ours."""
    kind, _sep, key = principal.partition(":")
    if kind != "event":
        return None
    rows = Participant.objects.standing().filter(event=int(key), event__confidentiality__in=BY_INVITATION)
    return User.objects.filter(is_active=True, pk__in=rows.values("person"))


def in_words(principal: str) -> str | None:
    """An invitation, or what a mandate names, in the reader's words: of what it opens, and of nothing else."""
    kind, _sep, key = principal.partition(":")
    if kind not in ("event", "guest-event"):
        return None
    opened = (EventClass.MEMBERS,) if kind == "guest-event" else BY_INVITATION
    event = Event.objects.published().filter(pk=key, confidentiality__in=opened).first()
    words = _("Guest of the event “%s”") if kind == "guest-event" else _("Invited to “%s”")
    return words % event if event else None
