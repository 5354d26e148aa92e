"""Facts survive being stored."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from plugins.api.facts import Fact


@dataclass(frozen=True)
class LetterArrived(Fact):
    letter_id: int
    stamps: list[str]


def test_a_fact_comes_back_as_it_was():
    fact = LetterArrived(7, ["blau"])
    assert Fact.from_payload(fact.name, json.loads(json.dumps(fact.as_payload()))) == fact


def test_two_facts_of_one_name_are_a_mistake():
    with pytest.raises(TypeError, match="LetterArrived"):
        type("LetterArrived", (Fact,), {"__module__": "elsewhere"})


def test_a_fact_nobody_knows_any_more():
    with pytest.raises(KeyError):
        Fact.from_payload("LetterLost", {})
