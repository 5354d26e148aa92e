"""Who does what in the demo world's forum."""

from __future__ import annotations

from datetime import date

from plugins.membership.demo.people import demo_people
from plugins.membership.models import ForumRole

ROLES = (
    ("coordinator", "Sprecher des Forums", date(2025, 6, 1), None),
    ("mentor", "Mitglied im Beirat", date(2025, 6, 1), None),
    ("mentor", "Kassenprüferin", date(2025, 3, 1), date(2026, 2, 28)),
)


def load() -> None:
    """A speaker, a place on the board, and one task that is over. Twice changes nothing."""
    people = demo_people()
    if not ForumRole.objects.exists():
        for person, title, start, end in ROLES:
            ForumRole.objects.create(person=people[person], title=title, start=start, end=end)
