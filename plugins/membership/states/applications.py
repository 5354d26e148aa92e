"""How an application moves: what the office sees, and what the applicant is told of it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from statemachine import State, StateMachine


class ApplicationMachine(StateMachine):
    """Only `tell` and what the applicant does herself change what she sees; all else stays inside."""

    begun = State(initial=True)
    received = State()
    asked = State()
    complete = State()
    assessed = State()
    decided = State()
    accepted = State(final=True)
    declined = State(final=True)
    withdrawn = State(final=True)

    hand_in = begun.to(received)
    ask_back = received.to(asked) | complete.to(asked)
    reply = asked.to(received)
    find_complete = received.to(complete)
    have_assessed = complete.to(assessed)
    read_again = assessed.to(complete)
    decide = complete.to(decided) | assessed.to(decided) | decided.to(decided)
    tell_accepted = decided.to(accepted)
    tell_declined = decided.to(declined)
    withdraw = (
        begun.to(withdrawn)
        | received.to(withdrawn)
        | asked.to(withdrawn)
        | complete.to(withdrawn)
        | assessed.to(withdrawn)
        | decided.to(withdrawn)
    )


INSIDE = {
    "begun": _("being written"),
    "received": _("received, to be checked"),
    "asked": _("waits for the applicant"),
    "complete": _("complete, to be assessed"),
    "assessed": _("assessed, to be decided"),
    "decided": _("decided, not yet told"),
    "accepted": _("accepted"),
    "declined": _("declined"),
    "withdrawn": _("withdrawn"),
}
"""What the office calls each state."""

OUTSIDE = {
    "begun": _("not sent yet"),
    "received": _("received"),
    "asked": _("a question for you"),
    "complete": _("received"),
    "assessed": _("received"),
    "decided": _("received"),
    "accepted": _("accepted"),
    "declined": _("declined"),
    "withdrawn": _("withdrawn"),
}
"""What the applicant is told: nothing of what happens inside, and of a decision only once it has been sent."""
