"""What was kept for visitors is never shown again once something public has changed."""

from __future__ import annotations

import pytest
from django.db import transaction

from plugins.api import generation
from plugins.api.generation import KeptAnswers


@pytest.mark.django_db
def test_every_change_makes_another_generation():
    seen = {generation.current()}
    for _change in range(5):
        generation.advance()
        seen.add(generation.current())
    assert len(seen) == 6


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_rolled_back_changes_nothing():
    before = generation.current()
    with transaction.atomic():
        generation.advance()
        transaction.set_rollback(True)
    assert generation.current() == before


def test_answers_are_kept_for_one_generation_alone():
    kept: KeptAnswers[str] = KeptAnswers(size=10)
    assert kept.keep(1, "/wissen/", "alt") == "alt"
    assert kept.get(1, "/wissen/") == "alt"
    assert kept.get(2, "/wissen/") is None
    kept.keep(2, "/wissen/", "neu")
    assert (kept.get(1, "/wissen/"), kept.get(2, "/wissen/")) == (None, "neu")


def test_only_so_many_are_kept_and_the_least_used_goes():
    kept: KeptAnswers[int] = KeptAnswers(size=2)
    kept.keep(1, "a", 1)
    kept.keep(1, "b", 2)
    kept.get(1, "a")
    kept.keep(1, "c", 3)
    assert [kept.get(1, key) for key in "abc"] == [1, None, 3]
