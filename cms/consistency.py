"""Do the stored layers and the texts of files say what their source would give today?"""

from __future__ import annotations

from collections.abc import Iterator

from cms.actions.files import read_file
from cms.models import Entry, FileText
from cms.projecting import differences as entry_differences
from cms.projecting import project
from cms.queries.files import unread_files
from plugins.api.access import SYSTEM


def differences() -> Iterator[str]:
    """One sentence per layer that is missing, too many, or not what its entry gives."""
    for pk in _all_entries():
        yield from entry_differences(pk)


def repair() -> None:
    """Project what differs anew."""
    for pk in _all_entries():
        if any(entry_differences(pk)):
            project(pk)


def differences_of_files() -> Iterator[str]:
    """One sentence per file that was not read, or has another content than the one that was."""
    known = set(FileText.objects.values_list("pk", flat=True))
    for pk in unread_files().values_list("pk", flat=True):
        what = "is not that of its present content" if pk in known else "is missing"
        yield f"file {pk}: its text {what}"


def repair_files() -> None:
    """Read what was not read."""
    for file in unread_files():
        read_file(file, actor=SYSTEM)


def _all_entries() -> list[int]:
    return list(Entry.objects.order_by("pk").values_list("pk", flat=True))
