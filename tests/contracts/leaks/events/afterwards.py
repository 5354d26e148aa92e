"""What stays of events: each class is read by its readers alone, words, files and their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.events.actions.afterwards import add_material, add_result
from plugins.events.actions.follow_ups import take_task
from plugins.events.models import Event, EventMaterial, EventResult, Participant
from tests.contracts.leaks.events.slugs import all_slugs, some_slugs
from tests.contracts.leaks.numbers import ABSENT, ABSENT_ID
from tests.factories import join_group, make_group, make_upload
from tests.factories.events import make_event

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

EVERYBODY = frozenset(
    {
        *("visitor", "applicant", "former_member", "guest", "kind_guest", "member", "author", "editor"),
        *("public token", "members' token"),
    }
)
MEMBER = frozenset({"member", "members' token"})
GUEST = frozenset({"guest"})
NOBODY: frozenset[str] = frozenset()
OF_EVENTS = ("hinzufuegen/", "ergebnis/", "nichts/", "aufgabe/")


def _of(model: type[EventMaterial] | type[EventResult], rest: str) -> Callable[[Garden], Iterable[str]]:
    """Each under its own event, and one that is not there."""

    def addresses(garden: Garden) -> list[str]:
        rows = [*model.objects.values_list("event__slug", "pk"), (ABSENT, ABSENT_ID)]
        return [f"/termine/{slug}/nachher/{rest.format(pk=pk)}" for slug, pk in rows]

    return addresses


def _files(garden: Garden) -> list[str]:
    rows = list(EventMaterial.objects.exclude(content="").select_related("event"))
    under_others = [f"/termine/{slug}/nachher/{one.pk}/datei/{one.name}" for slug in some_slugs() for one in rows[:2]]
    return [*(one.file_url for one in rows), *under_others]


SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    "termine/<slug:slug>/nachher/": lambda garden: [f"/termine/{slug}/nachher/" for slug in all_slugs()],
    **{
        f"termine/<slug:slug>/nachher/{rest}": lambda garden, rest=rest: [
            f"/termine/{slug}/nachher/{rest}" for slug in some_slugs()
        ]
        for rest in OF_EVENTS
    },
    **{
        f"termine/<slug:slug>/nachher/<int:pk>/{rest}": _of(EventMaterial, f"{{pk}}/{rest}")
        for rest in ("aendern/", "entfernen/", "klein/")
    },
    **{
        f"termine/<slug:slug>/nachher/ergebnis/<int:pk>/{rest}": _of(EventResult, f"ergebnis/{{pk}}/{rest}")
        for rest in ("aendern/", "entfernen/")
    },
    "termine/<slug:slug>/nachher/<int:pk>/datei/<str:name>": _files,
}


def plant(garden: Garden) -> None:
    """A public event of the member's group that the guest took part in, and one of a group of others."""
    group = make_group("AG Danach", coordinator=garden.author)
    join_group(group, garden.people["member"])
    public = _over("Danach für alle", confidentiality="public", group=group)
    Participant.objects.create(event=public, person=garden.people["guest"], answer="yes", place="taken")
    for confidentiality, readers in (
        ("public", EVERYBODY),
        ("members", MEMBER),
        ("group", MEMBER),
        ("participants", GUEST),
    ):
        _beside(garden, public, f"for {confidentiality}", confidentiality, readers)
    others = make_group("AG Danach der anderen", coordinator=garden.author)
    meeting = _over("Danach bei anderen", confidentiality="group", group=others)
    _beside(garden, meeting, "of a group of others", "group", NOBODY)
    title = f"Aufgabe {garden.secret('task of a meeting of others', NOBODY)}"
    take_task(meeting, title=title, owner=garden.author, due=None, actor=actor_for(garden.author))


def _over(title: str, **said: object) -> Event:
    event = make_event(title=title, **said)
    past = timezone.now() - timedelta(days=2)
    Event.objects.filter(pk=event.pk).update(starts_at=past, ends_at=past + timedelta(hours=2))
    return Event.objects.get(pk=event.pk)


def _beside(garden: Garden, event: Event, which: str, confidentiality: str, readers: frozenset[str]) -> None:
    content, name = (garden.secret(f"{part} of material {which}", readers) for part in ("content", "file name"))
    said = {
        "kind": "minutes",
        "title": f"Titel {garden.secret(f'title of material {which}', readers)}",
        "text": f"Text {garden.secret(f'text of material {which}', readers)}",
        "confidentiality": confidentiality,
    }
    add_material(event, said, upload=make_upload(f"Inhalt {content}", f"{name}.txt"), actor=SYSTEM)
    text = f"Ergebnis {garden.secret(f'result {which}', readers)}"
    add_result(event, {"text": text, "confidentiality": confidentiality}, actor=SYSTEM)
