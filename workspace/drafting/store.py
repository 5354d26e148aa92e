"""The text of a draft on disk: every update as a row, appended in the order of commits, merged later.

What is acknowledged is committed. Updates that are younger than `YOUNGEST` are never merged, so that another process
that has just heard of them still finds them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta
from itertools import takewhile
from typing import Final

from django.db import transaction
from django.utils import timezone

from plugins.api.adapters.sockets.publishing import publish
from workspace.drafting.document import SharedText
from workspace.models import Draft, DraftState, DraftText, DraftUpdate

YOUNGEST: Final = timedelta(minutes=2)


class NotWritable(Exception):
    """The draft no longer takes changes: it is frozen or closed."""


def text_topic(draft: int) -> str:
    """Under which it is said that there are new rows."""
    return f"draft-text:{draft}"


def load(draft: int) -> tuple[SharedText, list[int]]:
    """The text as it is stored, and the numbers of the rows in it that are not merged yet."""
    with transaction.atomic():
        stored = DraftText.objects.filter(draft=draft).first()
        rows = list(DraftUpdate.objects.filter(draft=draft).values_list("pk", "author", "payload"))
    text = SharedText(bytes(stored.payload), stored.authors) if stored else SharedText()
    for _pk, author, payload in rows:
        text.of(author).apply(bytes(payload))
    return text, [pk for pk, _author, _payload in rows]


def append(draft: int, changes: Sequence[tuple[int, bytes]]) -> list[int]:
    """Store what these people (by number) wrote, in one go; the numbers of the rows. Raises NotWritable.

    In a transaction. The draft is locked, so that nothing comes in once it is frozen.
    """
    rows = Draft.objects.select_for_update().filter(pk=draft, state=DraftState.WRITING)
    if not rows.update(updated_at=timezone.now()):
        raise NotWritable
    return write_rows(draft, changes)


def write_rows(draft: int, changes: Sequence[tuple[int, bytes]]) -> list[int]:
    """The same for whoever has locked the draft already and may change it in any state."""
    rows = [DraftUpdate(draft_id=draft, author_id=author, payload=payload) for author, payload in changes]
    DraftUpdate.objects.bulk_create(rows)
    transaction.on_commit(lambda: publish({text_topic(draft)}))
    return [row.pk for row in rows]


def newer_than(draft: int, number: int, *, without: Collection[int] = ()) -> list[tuple[int, int, bytes]]:
    """Rows from this number on but for those that are known: number, author, payload."""
    rows = DraftUpdate.objects.filter(draft=draft, pk__gt=number).exclude(pk__in=without)
    return [(pk, author, bytes(payload)) for pk, author, payload in rows.values_list("pk", "author", "payload")]


@transaction.atomic
def compact(draft: int) -> int:
    """Merge the older rows into the text; returns how many. What was deleted in the text is forgotten with it.

    A row that waits for another one stays: whoever comes back after a while may send the newest words first.
    """
    stored = DraftText.objects.select_for_update().filter(draft=draft).first() or DraftText(draft_id=draft)
    youngest = timezone.now() - YOUNGEST
    updates = DraftUpdate.objects.filter(draft=draft).values_list("created_at", "pk", "author", "payload")
    old = takewhile(lambda row: row[0] < youngest, updates)  # clocks of machines differ, the order of rows does not
    rows = [row[1:] for row in old]
    text = SharedText(bytes(stored.payload), stored.authors)
    for _pk, author, payload in rows:
        text.of(author).apply(bytes(payload))
    waiting = text.those_that_wait(bytes(payload) for _pk, _author, payload in rows)
    merged = [row[0] for row, waits in zip(rows, waiting, strict=True) if not waits]
    if not merged:
        return 0
    stored.payload, stored.authors = text.whole(), text.authors()
    stored.save()
    DraftUpdate.objects.filter(pk__in=merged).delete()
    return len(merged)


def compact_all() -> None:
    """Every draft with rows that are old enough."""
    old = DraftUpdate.objects.filter(created_at__lt=timezone.now() - YOUNGEST)
    for draft in list(old.order_by().values_list("draft", flat=True).distinct()):
        compact(draft)
