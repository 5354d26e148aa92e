"""What lies on the editors' desk of the demo world: drafts of the author, asked about, answered and submitted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import PageLogEntry

from cms.accounts.models import User
from cms.actions.confirming import accept_suggestion, answer_confirmation, ask_for_confirmation, suggest_change
from cms.actions.entries import create_entry, edit_entry
from cms.actions.reviewing import submit_entry
from cms.demo import reading
from cms.demo.bodies import stream_data
from cms.models import KINDS, County, Entry, Topic
from cms.queries.confirmations import people_to_ask
from plugins.api.access import Actor
from plugins.api.actors import actor_for
from plugins.api.models import Delivery

WRITER = "author@demo.example"
ASKED = "member@demo.example"


def load_desk() -> None:
    """Once, and only where somebody makes members of people: others cannot be asked. Nobody gets a mail about it."""
    with _without_mails(), transaction.atomic():
        _load()


@contextmanager
def _without_mails() -> Iterator[None]:
    kept = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    try:
        yield
    finally:
        settings.EMAIL_BACKEND = kept


def _load() -> None:
    was_loaded = PageLogEntry.objects.filter(action="cms.ask_county").exists()
    member = people_to_ask().filter(email=ASKED).first()
    writer = User.objects.filter(email=WRITER).first()
    if was_loaded or member is None or writer is None:
        return
    waiting = set(Delivery.objects.values_list("pk", flat=True))
    for row in reading.drafts():
        entry = _write(row, actor_for(writer))
        match row["then"]:
            case "asked":
                ask_for_confirmation(entry, person=member, note=row["note"], actor=actor_for(writer))
            case "answered":
                _ask_and_answer(entry, row, member, actor_for(writer))
            case "submitted":
                submit_entry(entry, actor=actor_for(writer))
    Delivery.objects.filter(listener="cms.confirmation_mails").exclude(pk__in=waiting).delete()


def _write(row: dict[str, Any], writer: Actor) -> Entry:
    county = County.objects.get(key=row["county"]) if row["county"] else None
    plain = {name: row[name] for name in ("title", "slug", "summary", "contact")}
    sections = {name: stream_data(blocks, {}) for name, blocks in row["sections"].items()}
    entry: Entry = KINDS[row["kind"]](county=county, author_name=row["author"], **plain, **sections)
    create_entry(entry, actor=writer)
    entry.topics = list(Topic.objects.filter(slug__in=row["topics"]))
    edit_entry(entry, actor=writer)
    return entry


def _ask_and_answer(entry: Entry, row: dict[str, Any], member: User, writer: Actor) -> None:
    """She agrees with two suggestions, of which the first has been accepted."""
    asked = ask_for_confirmation(entry, person=member, note=row["note"], actor=writer)
    made = [suggest_change(asked, **suggestion, actor=actor_for(member)) for suggestion in row["suggestions"]]
    answer_confirmation(asked, answer=row["answer"], note=row["answer_note"], actor=actor_for(member))
    accept_suggestion(made[0], actor=writer)
