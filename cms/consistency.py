"""Do the stored layers say what their source would give today?"""

from __future__ import annotations

from collections.abc import Iterator

from cms.models import Entry
from cms.projecting import differences as entry_differences
from cms.projecting import project


def differences() -> Iterator[str]:
    """One sentence per layer that is missing, too many, or not what its entry gives."""
    for pk in _all_entries():
        yield from entry_differences(pk)


def repair() -> None:
    """Project what differs anew."""
    for pk in _all_entries():
        if any(entry_differences(pk)):
            project(pk)


def _all_entries() -> list[int]:
    return list(Entry.objects.order_by("pk").values_list("pk", flat=True))
