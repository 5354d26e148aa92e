"""One of several processes in which people register at once: `python -m … DATABASE EVENT THREADS`.

It says that it is ready. For each line of its input, `register USER…` or `leave USER…`, it lets these users do so, and
prints user, place and number on the waiting list of each as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

Outcome = tuple[int, str, int]


def race(event_id: int, threads: int, what: str, users: list[int]) -> list[Outcome]:
    from plugins.events.models import Event

    event = Event.objects.get(pk=event_id)
    doing = {"register": _register, "leave": _leave}[what]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(lambda user: _closing(doing, event, user), users))


def _register(event, actor) -> Outcome:
    from plugins.events.actions.registrations import register
    from plugins.events.queries.places import position

    line = register(event, actor=actor)
    return actor.user.pk, line.place, position(line) if line.place == "waiting" else 0


def _leave(event, actor) -> Outcome:
    from plugins.events.actions.answers import answer_invitation
    from plugins.events.queries.places import own_place

    line = answer_invitation(own_place(event, actor), "no", actor=actor)
    return actor.user.pk, line.place, 0


def _closing(doing: Callable, event, user_id: int) -> Outcome:
    from django.db import connection

    from cms.accounts.models import User
    from plugins.api.actors import actor_for

    try:
        return doing(event, actor_for(User.objects.get(pk=user_id)))
    finally:
        connection.close()


if __name__ == "__main__":
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "cms.project.settings.test"
    django.setup()
    from tests.template_database import point_at

    database, event, threads = sys.argv[1:]
    point_at(database)
    print("ready", flush=True)
    for line in sys.stdin:
        what, *users = line.split()
        print(json.dumps(race(int(event), int(threads), what, [int(user) for user in users])), flush=True)
