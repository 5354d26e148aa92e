"""Proposals are read while the call is open, sessions once they are published, and reasons by the proposer alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from plugins.events.models import Proposal, ProposalInterest, Session
from tests.contracts.leaks.events.planning import EVERYBODY
from tests.contracts.leaks.events.slugs import all_slugs, some_slugs
from tests.contracts.leaks.numbers import ABSENT, ABSENT_ID
from tests.factories import UserFactory
from tests.factories.events import make_event
from tests.factories.programme import make_call, make_session, make_speaker

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
PAGES = frozenset({"member"})
"""Of these no program learns."""
MEMBERS = frozenset({"member", "members' token"})
OF_ORGANISERS = ("planen/", "aufruf/", "aufruf/schliessen/", "veroeffentlichen/", "neu/")


def _of_proposals(rest: str) -> Callable[[Garden], Iterable[str]]:
    def addresses(garden: Garden) -> list[str]:
        rows = Proposal.objects.order_by("pk").values_list("call__event__slug", "pk")
        return [f"/termine/{slug}/{rest % pk}" for slug, pk in [*rows, (ABSENT, ABSENT_ID)]]

    return addresses


def _of_sessions(rest: str) -> Callable[[Garden], Iterable[str]]:
    def addresses(garden: Garden) -> list[str]:
        rows = Session.objects.order_by("pk").values_list("event__slug", "pk")
        return [f"/termine/{slug}/{rest % pk}" for slug, pk in [*rows, (ABSENT, ABSENT_ID)]]

    return addresses


SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    "termine/<slug:slug>/aufruf/": lambda garden: [f"/termine/{slug}/aufruf/" for slug in all_slugs()],
    "termine/<slug:slug>/programm/": lambda garden: [f"/termine/{slug}/programm/" for slug in all_slugs()],
    "termine/<slug:slug>/mein-platz/programm/": lambda garden: [
        f"/termine/{slug}/mein-platz/programm/" for slug in some_slugs()
    ],
    "termine/antwort/<str:token>/platz/programm/": lambda garden: [f"/termine/antwort/{ABSENT}/platz/programm/"],
    "termine/<slug:slug>/aufruf/<int:pk>/": _of_proposals("aufruf/%d/"),
    "termine/<slug:slug>/aufruf/<int:pk>/zuruecknehmen/": _of_proposals("aufruf/%d/zuruecknehmen/"),
    "termine/<slug:slug>/aufruf/<int:pk>/interesse/": _of_proposals("aufruf/%d/interesse/"),
    "termine/<slug:slug>/programm/vorschlaege/<int:pk>/": _of_proposals("programm/vorschlaege/%d/"),
    "termine/<slug:slug>/programm/<int:pk>/": _of_sessions("programm/%d/"),
    "termine/<slug:slug>/programm/<int:pk>/absagen/": _of_sessions("programm/%d/absagen/"),
    **{
        f"termine/<slug:slug>/programm/{rest}": lambda garden, rest=rest: [
            f"/termine/{slug}/programm/{rest}" for slug in some_slugs()
        ]
        for rest in OF_ORGANISERS
    },
}


def plant(garden: Garden) -> None:
    """A public event with a call and sessions, a members' event with an open call, one whose call is closed."""
    public = make_event(title="Offen mit Programm", confidentiality="public")
    _propose(garden, public, "of a public event", PAGES)
    _session(garden, public, "of a public event", EVERYBODY)
    _session(garden, public, "that is not published", NOBODY, is_published=False)
    members = make_event(title="Treffen mit Aufruf")
    _propose(garden, members, "that is open", PAGES)
    _session(garden, members, "of an event of members", MEMBERS)
    call = make_call(make_event(title="Treffen mit beendetem Aufruf"))
    _proposal(garden, call, "of others, after the call", NOBODY)
    own = _proposal(garden, call, "of the member, after the call", PAGES)
    reason = f"Weil {garden.secret('reason of a decision about a proposal', PAGES)}"
    Proposal.objects.filter(pk=own.pk).update(person=garden.people["member"], state="declined", reason=reason)
    type(call).objects.filter(pk=call.pk).update(closed_at=call.created_at)


def _propose(garden: Garden, event, which: str, readers: frozenset[str]) -> None:
    """One that is read with the name, one that was declined, and somebody who would come."""
    call = make_call(event, text=f"Gesucht {garden.secret(f'text of a call {which}', readers)}")
    proposal = _proposal(garden, call, which, readers)
    name = garden.secret(f"name of who proposed something {which}", readers)
    proposal.person = UserFactory(email=f"schlaegt-vor-{event.pk}@example.org", last_name=f"Vor{name}")
    proposal.save()
    Proposal.objects.filter(pk=_proposal(garden, call, f"{which}, declined", NOBODY).pk).update(state="declined")
    name = garden.secret(f"name of who would come {which}", NOBODY)
    person = UserFactory(email=f"kaeme-{event.pk}@example.org", last_name=f"Käme{name}")
    ProposalInterest.objects.create(proposal=proposal, person=person)


def _proposal(garden: Garden, call, which: str, readers: frozenset[str]) -> Proposal:
    return Proposal.objects.create(
        call=call,
        title=f"Titel {garden.secret(f'title of a proposal {which}', readers)}",
        text=f"Text {garden.secret(f'text of a proposal {which}', readers)}",
        format="Bericht",
    )


def _session(garden: Garden, event, which: str, readers: frozenset[str], *, is_published: bool = True) -> Session:
    name = f"Name {garden.secret(f'name of who speaks in a session {which}', readers)}"
    return make_session(
        event,
        f"Titel {garden.secret(f'title of a session {which}', readers)}",
        description=f"Text {garden.secret(f'text of a session {which}', readers)}",
        room=f"Raum {garden.secret(f'room of a session {which}', readers)}",
        speakers=[make_speaker(event, name, email=f"spricht-{event.pk}-{is_published:d}@example.org")],
        is_published=is_published,
    )
