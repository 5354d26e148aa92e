"""How a county gets on with an entry of another one."""

from __future__ import annotations

from typing import Final

from statemachine import State, StateMachine


class AdoptionMachine(StateMachine):
    """Whoever stopped may begin again. `keep` is the yearly answer “still so”; what was stopped is asked no more."""

    tried = State(initial=True)
    adapted = State()
    adopted = State()
    dropped = State()

    adapt = tried.to(adapted) | adopted.to(adapted) | dropped.to(adapted)
    adopt = tried.to(adopted) | adapted.to(adopted) | dropped.to(adopted)
    drop = tried.to(dropped) | adapted.to(dropped) | adopted.to(dropped)
    try_again = dropped.to(tried)
    keep = tried.to.itself() | adapted.to.itself() | adopted.to.itself()


EVENTS: Final = {"tried": "try_again", "adapted": "adapt", "adopted": "adopt", "dropped": "drop"}
"""What leads to each state from another one."""


def event_between(before: str, after: str) -> str:
    """What has to happen for this change; staying is an answer too."""
    return "keep" if before == after else EVENTS[after]
