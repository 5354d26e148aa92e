"""Saying from any thread that something is new."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from asgiref.sync import async_to_sync
from django.conf import settings

from plugins.api.facts import AccessChanged


def publish(topics: Collection[str]) -> None:
    """Every open page, in whatever process, that follows one of these topics looks what is new for it.

    For listeners, which hear after commit. Never raises and never waits for the layer of this process.
    """
    from plugins.api.adapters.sockets import hub  # Channels, which commands do not need

    if not topics:
        return
    loop = hub.HUB.loop
    if loop is not None and loop.is_running():
        loop.call_soon_threadsafe(hub.HUB.say, set(topics))
    elif settings.REDIS_URL:  # nobody listens here, but others may
        async_to_sync(hub.send)(topics)


def tell_whose_access_changed(facts: Sequence[AccessChanged]) -> None:
    """Whatever these people have open is looked at again, now."""
    publish({person_topic(person) for fact in facts for person in fact.people})


def person_topic(person: int) -> str:
    """Followed by every socket of a person."""
    return f"person:{person}"


def what_is_wrong() -> str | None:
    """For `/readyz`: pages work without Redis, but open ones hear nothing of each other and ask by themselves."""
    if not settings.REDIS_URL:
        return None
    from redis import Redis, RedisError

    try:
        with Redis.from_url(settings.REDIS_URL, socket_connect_timeout=1, socket_timeout=1) as server:
            server.ping()
    except RedisError:
        return "Redis does not answer: open pages hear nothing from each other and ask by themselves."
    return None
