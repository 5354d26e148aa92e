"""Notices as documents for the search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext as _

from lernnetz_pinboard.models import Notice
from plugins.api.access import Actor, audience_of
from plugins.api.searching import Narrowed, SearchDocument


def documents(ids: Iterable[int] | None) -> Iterator[SearchDocument]:
    notices = Notice.objects.all() if ids is None else Notice.objects.filter(pk__in=list(ids))
    for notice in notices:
        yield SearchDocument(
            key=f"notice:{notice.pk}",
            type="notice",
            object_id=notice.pk,
            title=notice.title,
            url="/pinnwand/",
            audience=audience_of(notice),
            summary=notice.text,
            keywords={"pinned_by": ((str(notice.author_id), str(notice.author)),)} if notice.author else {},
        )


def only_own(given: Mapping[str, str], actor: Actor) -> Narrowed:
    """What the reader pinned."""
    return Narrowed(actor.keys("user"), _("My notices")) if given.get("own") == "1" else Narrowed()
