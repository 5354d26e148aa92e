"""How things move from state to state: one clear machine each (python-statemachine), asked and moved in one way."""

from __future__ import annotations

from statemachine import StateMachine
from statemachine.exceptions import TransitionNotAllowed

from plugins.api.errors import Refused


def moved(machine: type[StateMachine], state: str, event: str, refusal: object) -> str:
    """The state after `event`. Raises Refused with the sentence `refusal` where that is not possible from `state`."""
    running = machine(start_value=state)
    try:
        running.send(event)
    except TransitionNotAllowed as error:
        raise Refused(str(refusal)) from error
    (after,) = running.configuration_values
    return str(after)


def allows(machine: type[StateMachine], state: str, event: str) -> bool:
    """Whether `event` is possible from `state`."""
    return any(possible.id == event for possible in machine(start_value=state).allowed_events)
