"""Principals both ways: what a person holds, and who holds it."""

from __future__ import annotations

import pytest
from django.utils.functional import SimpleLazyObject

from plugins.api.access import ANONYMOUS
from plugins.api.actors import actor_for, holders_of, people_behind
from plugins.api.extensions import PrincipalProvider
from plugins.api.registry import registry
from tests.factories import UserFactory, give_seat

FOR_ALL = {"public", "superusers", "system"}


def behind(principal: str) -> set[str]:
    return {person.email for people in people_behind(principal) for person in people}


def test_providers_agree_with_themselves(cast):
    """Whoever holds a principal is found behind it, and whoever is found behind it holds it."""
    holders: dict[str, set[str]] = {}
    for actor in cast.values():
        for principal in actor.principals - FOR_ALL:
            holders.setdefault(principal, set()).add(actor.user.email)
    assert len(holders) > 15
    assert {principal: behind(principal) for principal in holders} == holders


def test_whoever_sits_for_counties_is_found_among_all_who_do(cast, member):
    give_seat(member, "99002")
    gone = UserFactory(is_active=False)
    give_seat(gone, "99003")
    sitting = {(actor.user.pk, key) for actor in cast.values() if actor.user for key in actor.keys("county")}
    assert holders_of("county") == sitting | {(member.pk, "99002")}
    assert len(sitting) > 2 and holders_of("nonsense") == set()


def test_nobody_stands_behind_what_nobody_hands_out(cast):
    assert [behind(principal) for principal in ("county:99999", "guest-kind:concept", "group:1", "nonsense")] == [
        set()
    ] * 4


@pytest.mark.parametrize("nobody", [None, "anonymous", "inactive"])
def test_whoever_is_not_signed_in_or_no_longer_active_is_a_visitor(nobody, member, visitor):
    member.is_active = False
    assert actor_for({None: None, "anonymous": visitor, "inactive": member}[nobody]) == ANONYMOUS


def test_a_lazy_user_is_unwrapped(member):
    assert actor_for(SimpleLazyObject(lambda: member)).user is member or actor_for(member).user is member


def test_every_principal_has_words_for_its_holder(cast):
    """“Who can see my data” and `me/` read them out; only the person's own key and the public need none."""
    providers = registry.records(PrincipalProvider)
    for actor in cast.values():
        for principal in actor.principals - {"public", "system"}:
            words = [word for provider in providers if (word := provider.in_words(principal))]
            assert len(words) == (0 if principal.startswith("user:") else 1), principal
