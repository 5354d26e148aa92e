"""What counties did with entries, said by somebody who sits for them."""

from __future__ import annotations

from datetime import date
from typing import Any

from cms.accounts.models import User
from cms.models import Entry
from plugins.api.actors import actor_for
from plugins.membership.actions.adoptions import change_adoption, move_adoption, record_adoption
from plugins.membership.models import Adoption, Seat, this_month

DETAILS = ("effort", "result")


def make_adoption(
    entry: Entry, by: User, *states: str, month: date | None = None, contact: User | None = None, **said: Any
) -> Adoption:
    """The person's county went through these states (`tried` unless said otherwise); `said` are its words about it."""
    actor, county = actor_for(by), Seat.objects.in_force().filter(person=by).get().county
    first, *later = states or ("tried",)
    month, text = month or this_month(), said.get("text", "Passt nicht zu uns." if "dropped" in states else "")
    changed = said.get("changed", "")
    adoption = record_adoption(
        entry, county, state=first, month=month, changed=changed, text=text, contact=contact, actor=actor
    )
    if set(said) & set(DETAILS):
        details = {name: said.get(name, "") for name in DETAILS}
        adoption = change_adoption(adoption, changed=changed, contact=contact, actor=actor, **details)
    for state in later:
        adoption = move_adoption(adoption, state=state, month=month, text=text, actor=actor)
    return adoption
