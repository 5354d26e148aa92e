"""What people were told: each word for one person, as long as they may see what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cms.accounts.models import User
from cms.models import Layer, Projection
from tests.factories import UserFactory, give_seat
from workspace.models import Follow, Notification, WorkingGroup

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
GONE = 4_000_000
TOLD = frozenset({"member", "members' token"})


def plant_notifications(garden: Garden) -> None:
    """Something the member sees, something that she sees no more, something of others."""
    layer = Projection.objects.filter(entry=garden.entries["for members"], layer=Layer.MEMBERS).get().pk
    stranger = give_seat(UserFactory(email="erfahren@example.org"), "99003").person
    for which, person, about, readers in (
        ("of the member", garden.people["member"], layer, TOLD),
        ("of the member, about what is gone", garden.people["member"], GONE, NOBODY),
        ("of a former member", garden.people["former_member"], layer, NOBODY),
        ("of others", stranger, layer, NOBODY),
    ):
        _tell(garden, which, person, about, readers)


def plant_follows(garden: Garden) -> None:
    """Some follow every entry, group and person, also what they may not see: their lists must not tell of it."""
    people = [garden.people[name] for name in ("member", "guest", "applicant", "former_member")]
    things = [
        *({"entry": entry} for entry in garden.entries.values()),
        *({"group": group} for group in WorkingGroup.objects.all()),
        *({"person": person} for person in User.objects.all()),
    ]
    Follow.objects.bulk_create(Follow(user=person, **thing) for person in people for thing in things)


def _tell(garden: Garden, which: str, person: User, about: int, readers: frozenset[str]) -> None:
    address = garden.secret(f"address in a notification {which}", readers, shown=False)
    Notification.objects.create(
        recipient=person,
        kind="workspace.topic",
        key=which,
        about_id=about,
        words={"title": garden.secret(f"words of a notification {which}", readers)},
        url=f"/wissen/{address}/",
        rhythm="weekly",
    )
