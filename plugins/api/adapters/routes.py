"""Every route says which rule it answers by; the leak walk fails on one that does not."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

V = TypeVar("V", bound=Callable[..., Any])


class Rule(Enum):
    """By which rule a route answers."""

    EVERYBODY = "the same for everybody; nothing of what people wrote"
    DOOR = "what this actor may see, asked at the door"
    SIGNED_IN = "the signed-in person's own things"
    STAFF = "whoever has a role, and superusers; each object asked at the door"


def answers(rule: Rule) -> Callable[[V], V]:
    """Declare the rule of a view function or view class."""

    def declare(view: V) -> V:
        view.rule = rule  # type: ignore[attr-defined]
        return view

    return declare


def rule_of(callback: Any) -> Rule | None:
    """The declared rule of what a URL pattern calls, class-based views and DRF included."""
    for place in (callback, getattr(callback, "view_class", None), getattr(callback, "cls", None)):
        rule = getattr(place, "rule", None)
        if isinstance(rule, Rule):
            return rule
    return None
