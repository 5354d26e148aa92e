"""How a mentorship moves: first the mentor is asked, then the new member, and only then it begins."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from statemachine import State, StateMachine


class MentorshipMachine(StateMachine):
    """Nothing begins before both agreed; only the office ends it early, or the end of a seat does."""

    asked = State(initial=True)
    agreed = State()
    running = State()
    closing = State()
    declined = State(final=True)
    ended = State(final=True)
    closed = State(final=True)

    mentor_accepts = asked.to(agreed)
    mentor_declines = asked.to(declined)
    mentee_accepts = agreed.to(running)
    mentee_declines = agreed.to(declined)
    evaluate = running.to(closing)
    close = closing.to(closed)
    end = asked.to(ended) | agreed.to(ended) | running.to(ended) | closing.to(ended)


INSIDE = {
    "asked": _("the mentor is asked"),
    "agreed": _("the new member is asked"),
    "running": _("running"),
    "closing": _("looking back"),
    "declined": _("did not come about"),
    "ended": _("ended early"),
    "closed": _("finished"),
}
"""What each state is called, on every page."""

OPEN = ("asked", "agreed", "running", "closing")
"""It takes up a place with the mentor, and the new member needs no other."""

TOGETHER = ("running", "closing")
"""Both agreed and it is not over: this is when they see each other's e-mail address and telephone number."""
