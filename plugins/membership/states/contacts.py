"""How a request for contact moves: asked from outside, matched by the office, over by a press or by its date."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from statemachine import State, StateMachine


class ContactMachine(StateMachine):
    """No state sends anything by itself: what leaves the house is a press of its own."""

    unconfirmed = State(initial=True)
    received = State()
    matching = State()
    introduced = State()
    closed = State(final=True)
    declined = State(final=True)
    ended = State(final=True)

    confirm = unconfirmed.to(received)
    invite = received.to(matching) | matching.to(matching)
    introduce = matching.to(introduced)
    close = introduced.to(closed)
    decline = received.to(declined) | matching.to(declined)
    run_out = received.to(ended) | matching.to(ended) | introduced.to(ended)


STATES = {
    "unconfirmed": _("address not confirmed yet"),
    "received": _("received"),
    "matching": _("being matched"),
    "introduced": _("introduced"),
    "closed": _("closed"),
    "declined": _("declined"),
    "ended": _("ended by its date"),
}
"""What the office calls each state."""
