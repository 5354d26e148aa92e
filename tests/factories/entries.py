"""Entries, written, published and released through the actions that people use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cms.actions.entries import create_entry, publish_entry, release_entry
from cms.checklist import Checklist
from cms.models import KINDS, County, Entry, Topic
from plugins.api.access import Actor
from plugins.api.actors import actor_for
from tests.factories.people import UserFactory, give_role
from tests.factories.places import make_county, make_topic

CHECKED = {
    code: {"answer": answer, "note": ""}
    for code, answer in {"parties": "no", "persons": "no", "county": "yes", "sources": "yes"}.items()
}
"""The answers of somebody who releases something without obstacles."""


def make_entry(
    kind: str = "good_practice",
    *,
    title: str = "Sprachkurs ohne Bus",
    summary: str = "Ein Sprachkurs, der ins Dorf kommt.",
    body: str | list[Any] = "<p>Der Bus fährt zweimal am Tag, der Kurs kommt deshalb ins Dorf.</p>",
    topics: Iterable[Topic | str] = (),
    tags: Iterable[str] = (),
    county: County | str | None = None,
    confidentiality: str = "members",
    published: bool = True,
    released: bool = False,
    by: Any = None,
    released_by: Any = None,
    at: datetime | None = None,
    checklist: Checklist = CHECKED,
    **fields: Any,
) -> Entry:
    """An entry by an editor, published; `released=True` lets a second editor open its public layer.

    `body` is HTML or a list of StreamField blocks, `topics` may be titles, `county` may be a key, `at` dates the first
    publication and the release back.
    """
    editor = acting(by) or editor_named("editor")
    entry = KINDS[kind](
        title=title,
        summary=summary,
        body=text(body) if isinstance(body, str) else body,
        confidentiality=confidentiality,
        county=make_county(county) if isinstance(county, str) else county,
        **fields,
    )
    entry.topics = [make_topic(topic) if isinstance(topic, str) else topic for topic in topics]
    entry.tags.add(*tags)
    create_entry(entry, actor=editor)
    if published or released:
        entry = publish_entry(entry, actor=editor, at=at)
    if released:
        releaser = acting(released_by) or editor_named("editor2")
        release_entry(entry, actor=releaser, checklist=checklist, at=at)
        entry = KINDS[kind].objects.get(pk=entry.pk)
    return entry


def text(html: str) -> list[tuple[str, str]]:
    """A body that is one block of text."""
    return [("text", html)]


def acting(person: Any) -> Actor | None:
    return person if person is None or isinstance(person, Actor) else actor_for(person)


def editor_named(name: str) -> Actor:
    """The editor of this name, made when the test has none."""
    return actor_for(give_role(UserFactory(email=f"{name}@example.org"), "editors"))
