"""Keeps what plain pages said: a new version whenever what everybody reads there has changed.

Called after every save, it reads the stored live row, as projecting does: a draft never becomes a version.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.models import PageVersion, StandardPage


@transaction.atomic
def keep_version(page_id: int) -> None:
    """Store what this page says now, unless it is not live or says what it said before."""
    page = StandardPage.objects.select_for_update().filter(pk=page_id, live=True).first()
    if page is None:
        return
    newest = PageVersion.objects.filter(page=page).order_by("-number").first()
    content = _content(page)
    if newest is None or newest.content != content:
        number = newest.number + 1 if newest else 1
        since = page.last_published_at or page.first_published_at or timezone.now()
        PageVersion.objects.create(page=page, number=number, valid_since=since, content=content)


def _content(page: StandardPage) -> dict[str, Any]:
    body = [{name: block[name] for name in ("type", "value", "id") if name in block} for block in page.body.raw_data]
    return {"title": page.title, "introduction": page.introduction, "body": body}
