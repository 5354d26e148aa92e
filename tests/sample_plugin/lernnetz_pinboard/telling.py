"""What members are told about the pinboard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from lernnetz_pinboard.facts import NoticePinned
from lernnetz_pinboard.models import Notice
from plugins.api.notifying import News


def news(fact: NoticePinned) -> Iterator[News]:
    """All members hear of a new notice, but for whoever pinned it."""
    notice = Notice.objects.filter(pk=fact.notice_id).first()
    if notice is not None:
        yield News(
            about=notice,
            url="/pinnwand/",
            principals=frozenset({"members"}),
            words={"title": notice.title},
            by=notice.author_id,
        )


def sentence(words: Mapping[str, str]) -> str:
    return _("New on the pinboard: %(title)s") % words


def notice(fact: NoticePinned) -> Notice | None:
    return Notice.objects.filter(pk=fact.notice_id).first()


def for_programs(notice: Notice) -> dict[str, object]:
    """The title would go out only if everybody read notices."""
    return {"id": notice.pk, "class": "members", "api": "/api/v1/notices/", "title": notice.title}
