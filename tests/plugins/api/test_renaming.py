"""A field of a slot that has another name now: old plugins work, and are told by name."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from plugins.api import renaming
from plugins.api.checks import check_outdated
from plugins.api.extensions import PersonalData
from plugins.api.registry import registry
from plugins.api.renaming import renamed
from tests.plugins.api.test_registry import Fake, registry_of


@renamed(heading="title")
@dataclass(frozen=True)
class Shelf:
    """A slot whose `title` was called `heading`."""

    name: str
    title: str = ""


class Old(Fake):
    def extensions(self):
        yield Shelf("a", heading="Bücher")


@pytest.fixture
def read(monkeypatch):
    registry.records(PersonalData)  # the forum's own records have been read
    monkeypatch.setattr(renaming, "_outdated", {})
    monkeypatch.setattr("plugins.api.registry.SLOTS", frozenset({Shelf}))

    def read(plugin):
        return registry_of(plugin).records(Shelf)

    return read


def test_the_old_name_works_and_the_warning_names_the_plugin(read):
    with pytest.warns(DeprecationWarning, match="Plugin “old”: Shelf takes “title” now instead of “heading”"):
        (record,) = read(Old("old"))
    assert (record.title, record.heading) == ("Bücher", "Bücher")
    assert record == Shelf("a", "Bücher")


def test_whoever_runs_the_forum_reads_it_in_a_check(read):
    with pytest.warns(DeprecationWarning):
        read(Old("old"))
    (message,) = check_outdated(None)
    assert message.msg.startswith("Plugin “old”: Shelf takes “title” now") and message.id == "plugins.W002"
    assert not message.is_serious()


@pytest.mark.filterwarnings("error")
def test_the_new_name_says_nothing(read):
    assert read(Fake("new", Shelf("a", title="Bücher")))[0].title == "Bücher"
    assert check_outdated(None) == []
