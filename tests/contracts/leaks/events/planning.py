"""Events of every class: each is met by those who may know of it, and what is not published by its organisers alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from plugins.events.models import Event, Participant
from tests.contracts.leaks.events.slugs import all_slugs, some_slugs
from tests.factories import join_group, make_group
from tests.factories.events import make_event

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
EVERYBODY = frozenset(
    {
        *("visitor", "applicant", "former_member", "guest", "kind_guest", "member", "author", "editor"),
        *("public token", "members' token"),
    }
)
MEMBER = frozenset({"member", "members' token"})
GUEST = frozenset({"guest"})

SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    "termine/<slug:slug>/": lambda garden: [f"/termine/{slug}/" for slug in all_slugs()],
    **{
        f"termine/<slug:slug>/{rest}": lambda garden, rest=rest: [f"/termine/{slug}/{rest}" for slug in some_slugs()]
        for rest in ("bearbeiten/", "veroeffentlichen/", "absagen/")
    },
}


def plant(garden: Garden) -> None:
    """One for everybody, one of the member's group, one that the guest is invited to, one that is not published."""
    group = make_group("AG Termine", coordinator=garden.author)
    join_group(group, garden.people["member"])
    _event(garden, "for everybody", EVERYBODY, confidentiality="public")
    _event(garden, "of a group", MEMBER, confidentiality="group", group=group)
    invited = _event(garden, "by invitation", GUEST, confidentiality="persons")
    Participant.objects.create(event=invited, person=garden.people["guest"])
    hidden = _event(garden, "not published", NOBODY, confidentiality="public", is_published=False)
    excuse = f"Grund {garden.secret('excuse of a participant', NOBODY)}"
    name = f"Von {garden.secret('name of a participant', NOBODY)}"
    Participant.objects.create(event=hidden, name=name, email="aussen@example.org", excuse=excuse)


def _event(garden: Garden, which: str, readers: frozenset[str], **said: object) -> Event:
    return make_event(
        title=f"Titel {garden.secret(f'title of event {which}', readers)}",
        summary=f"Worum {garden.secret(f'summary of event {which}', readers)}",
        agenda=f"Ablauf {garden.secret(f'agenda of event {which}', readers, shown=False)}",
        **said,
    )
