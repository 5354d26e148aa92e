"""What the cluster has been told of what happened, as the database knows it.

The outbox tells it everything while the forum runs with `ELASTICSEARCH_URL`. In between nobody does, and an index that
looks whole may show what has been hidden since. A mark in the database says that it was told everything since it was
built.
"""

from __future__ import annotations

from django.utils import timezone

from plugins.api.models import Delivery, Lease
from plugins.api.prepared import Prepared

CLUSTER_LISTENER = "search.cluster"
_MARK = "search.cluster is told everything"


_MARKED = Prepared(lambda: Lease.objects.filter(name=_MARK).values_list("pk"))
_WAITING = Prepared(
    lambda: Delivery.objects.filter(listener=CLUSTER_LISTENER, attempts=0).exclude(last_error="").values_list("pk")
)


def is_behind() -> bool:
    """Whether the cluster has still to hear of what happened while it was away, or was not in use.

    Every question to the cluster begins with this one.
    """
    return not is_told_everything() or bool(_WAITING.part(0, 1))


def is_told_everything() -> bool:
    """Whether nothing has happened since its index was built that nobody would have told it."""
    return bool(_MARKED.part(0, 1))


def begin_to_tell() -> None:
    """Its index has been built, and from now on it is told everything."""
    Lease.objects.get_or_create(name=_MARK, defaults={"until": timezone.now()})


def end_to_tell() -> None:
    """The forum runs without it: what waits for it is not needed, as its index will be built anew."""
    if Lease.objects.filter(name=_MARK).delete()[0]:
        Delivery.objects.filter(listener=CLUSTER_LISTENER).delete()
