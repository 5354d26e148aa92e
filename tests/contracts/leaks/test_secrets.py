"""Every address as every role: each secret is met by exactly those who may."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from django.test import Client

from cms.models import Entry
from tests.contracts.leaks.addresses import addresses
from tests.contracts.leaks.planting import ROLES, VISITORS, Garden, Secret
from tests.contracts.leaks.questions import TYPED_TOGETHER
from tests.contracts.leaks.walking import Answer, ask, client_for
from tests.factories import make_feed_address

NONSENSE = ("hyhehyhehyhehyhe", "qyqaqyqaqyqaqyqa", "jyjojyjojyjojyjo", "xyxuxyxuxyxuxyxu")
"""As long as a planted word, and planted nowhere; as many as are ever typed together."""

FOR_WRITERS = re.compile(r"/api/v1/entries/\d+/newest/")
"""Editors change every entry, and here they read what is not published yet, as in the admin."""

LONG_WORDS = re.compile(f"[a-z]{{{len(NONSENSE[0])},}}")
"""Whatever could hold a planted word: hundreds are looked for in each of some ten thousand answers."""


@pytest.fixture(scope="module")
def everywhere(garden) -> list[str]:
    """All addresses: the same for every role, and finding out what each page reads takes seconds."""
    return list(addresses(garden))


@pytest.mark.parametrize("role", ROLES)
def test_each_role_meets_what_it_may_and_nothing_else(role, garden, everywhere):
    walk = Walk(role, garden)
    met: dict[str, str] = {}
    for address in everywhere:
        answer = walk.ask(address)
        for secret in walk.told(address, answer):
            if role == "editor" and FOR_WRITERS.fullmatch(address):
                continue
            met.setdefault(secret.place, address)
            if role in secret.readers:
                _assert_caches_are_told(role, secret, answer, address)
    may = {place for place, secret in garden.secrets.items() if role in secret.readers}
    assert [f"{place}: {address}" for place, address in met.items() if place not in may] == []
    if role in garden.people:  # programs do not read pages
        assert sorted(place for place in may - set(met) if garden.secrets[place].shown) == []


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"editor"}))
def test_what_is_written_is_read_by_whoever_may_change_it(role, garden):
    client = client_for(role, garden)
    entries = Entry.objects.values_list("pk", "owner_id")
    read = {owner for pk, owner in entries if ask(client, f"/api/v1/entries/{pk}/newest/").status == 200}
    assert read <= ({garden.people["author"].pk} if role == "author" else set())


class Walk:
    """One role on its way through all addresses."""

    def __init__(self, role: str, garden: Garden) -> None:
        self.role, self.secrets, self.client = role, list(garden.secrets.values()), client_for(role, garden)
        self.to_nonsense: dict[str, object] = {}

    def ask(self, address: str) -> Answer:
        answer = ask(self.client, address)
        assert answer.status < 500, f"{address} fails for {self.role}"
        return answer

    def told(self, address: str, answer: Answer) -> list[Secret]:
        """The secrets that the answer tells: one that the address names, if nonsense is answered otherwise."""
        text = " ".join(LONG_WORDS.findall(answer.text))
        named = [secret for secret in self.secrets if secret.word in address]
        told = [secret for secret in self.secrets if secret not in named and secret.word in text]
        hidden = [secret for secret in named if self.role not in secret.readers]
        if hidden and answer.without(*(secret.word for secret in hidden)) != self._nonsense(address, hidden):
            told += hidden
        return told

    def _nonsense(self, address: str, hidden: list[Secret]) -> object:
        """What the same address answers where it names nothing that there is."""
        for secret, nonsense in zip(sorted(hidden, key=lambda one: address.index(one.word)), NONSENSE, strict=False):
            address = address.replace(secret.word, nonsense)
        if address not in self.to_nonsense:
            self.to_nonsense[address] = self.ask(address).without(*NONSENSE)
        return self.to_nonsense[address]


def _assert_caches_are_told(role: str, secret: Secret, answer: Answer, address: str) -> None:
    """What not everybody may read is kept by nobody in between."""
    if secret.readers >= VISITORS:
        return
    control = answer.header("cache-control")
    assert "private" in control or "no-store" in control, f"{address} for {role}: {control}"
    assert "public" not in control


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"visitor", "public token", "members' token"}))
def test_a_feed_tells_what_its_owner_may_meet_and_no_text(role, garden):
    """Whoever knows the address reads it: titles and addresses, as the owner would, and nothing behind them."""
    answer = ask(client_for("visitor", garden), make_feed_address(garden.people[role]))
    told = {place: secret for place, secret in garden.secrets.items() if secret.word in answer.text}
    assert [place for place, secret in told.items() if role not in secret.readers] == []
    of_entries = [place for place in told if not re.search(r"\b(topic|picture|file|page)\b", place)]
    assert [place for place in told if place not in of_entries or not re.search(r"\b(title|slug)\b", place)] == []
    assert bool(told) == (role not in VISITORS)
    assert answer.header("cache-control") == "private, no-store"


@pytest.mark.parametrize("role", ROLES)
def test_words_inside_files_are_found_by_whoever_reads_a_layer_that_shows_the_file(role, garden):
    client = client_for(role, garden)
    found = {word for word in garden.inside if '"type":"file"' in _asked_exactly(client, word)}
    assert found == {word for word, readers in garden.inside.items() if role in readers}
    assert len(garden.inside) > 3


def _asked_exactly(client: Client, word: str) -> str:
    return ask(client, f"/api/v1/search/?exact=1&q={word}").text


def test_the_walk_would_notice(garden):
    """Nonsense is not planted, and no word stands in another or is nearly one."""
    words = [*(secret.word for secret in garden.secrets.values()), *NONSENSE]
    assert len(words) == len(set(words)) > 100
    assert {len(word) for word in words} == {len(NONSENSE[0])}
    assert len(NONSENSE) == TYPED_TOGETHER
    near = [(a, b) for a, b in combinations(words, 2) if sum(x != y for x, y in zip(a, b, strict=True)) < 4]
    assert near == []
