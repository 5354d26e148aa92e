"""Help is read by all members while it hangs; who takes part in matching, by those who do and share something."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from plugins.api.actors import actor_for
from plugins.membership.actions.help_notices import end_help_notice, write_help_notice
from plugins.membership.actions.matching import join_matching
from plugins.membership.models import HelpNotice, in_three_months
from tests.contracts.leaks.numbers import numbers
from tests.factories import UserFactory, give_seat, join_group, make_group

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
MEMBER = frozenset({"member"})
DIRECTORY = frozenset({"member", "members' token", "editor"})

SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    f"mitglieder/hilfe/<int:pk>/{rest}": lambda garden, rest=rest: [
        f"/mitglieder/hilfe/{pk}/{rest}" for pk in numbers(HelpNotice)
    ]
    for rest in ("bearbeiten/", "beenden/")
}


def plant(garden: Garden) -> None:
    """One that hangs and one that is over; a group that two of them share, and one of which the member is no part."""
    name = garden.secret("last name of whoever takes part in matching", DIRECTORY)
    person = UserFactory(email="macht-mit@example.org", first_name="Kim", last_name=name)
    give_seat(person, "99003")
    for which, readers in (("that hangs", MEMBER), ("that is over", NOBODY)):
        notice = write_help_notice(
            kind="offer",
            title=f"Titel {garden.secret(f'title of help {which}', readers)}",
            text=f"Text {garden.secret(f'text of help {which}', readers)}",
            until=in_three_months(),
            actor=actor_for(person),
        )
        if readers == NOBODY:
            end_help_notice(notice, actor=actor_for(person))
    member = garden.people["member"]
    for one in (person, member):
        join_matching(actor=actor_for(one))
    join_group(make_group("AG zu zweit", coordinator=person), member)
