"""The diagrams in the README are those of the machines, and every state has words."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest
from statemachine import StateMachine

from plugins.api.errors import Refused
from plugins.api.states import allows, moved
from plugins.membership import states
from plugins.membership.states.applications import INSIDE, OUTSIDE, ApplicationMachine

README = (Path(states.__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def machines() -> list[type[StateMachine]]:
    modules = [
        importlib.import_module(f"{states.__name__}.{module.name}") for module in pkgutil.iter_modules(states.__path__)
    ]
    found = [thing for module in modules for thing in vars(module).values() if isinstance(thing, type)]
    return [thing for thing in found if issubclass(thing, StateMachine) and thing is not StateMachine]


@pytest.mark.parametrize("machine", machines(), ids=lambda machine: machine.__name__)
def test_the_readme_draws_it_as_it_is(machine):
    assert f"```mermaid\n{format(machine, 'mermaid').strip()}\n```" in README


def test_every_state_has_a_word_inside_and_one_outside():
    known = {state.id for state in ApplicationMachine.states}
    assert set(INSIDE) == set(OUTSIDE) == known


def test_what_is_not_possible_is_refused_with_the_sentence():
    assert moved(ApplicationMachine, "begun", "hand_in", "nein") == "received"
    assert not allows(ApplicationMachine, "begun", "decide")
    with pytest.raises(Refused, match="So nicht"):
        moved(ApplicationMachine, "accepted", "withdraw", "So nicht.")
