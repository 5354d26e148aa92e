"""How a proposal for the programme moves: organisers accept or decline it, or whoever proposed it takes it back."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from statemachine import State, StateMachine


class ProposalMachine(StateMachine):
    """What was declined can be accepted later, when a slot becomes free; what was accepted stays so."""

    proposed = State(initial=True)
    declined = State()
    accepted = State(final=True)
    withdrawn = State(final=True)

    accept = proposed.to(accepted) | declined.to(accepted)
    decline = proposed.to(declined)
    withdraw = proposed.to(withdrawn)


STATES = {
    "proposed": _("proposed"),
    "accepted": _("accepted"),
    "declined": _("not accepted"),
    "withdrawn": _("taken back"),
}
"""What each state is called, on every page."""

READ_BY_OTHERS = ("proposed", "accepted")
"""What others read while the call is open: nobody learns whose proposal was declined."""
