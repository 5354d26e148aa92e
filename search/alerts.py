"""What people are told about their saved searches: that there is something new, and never what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from search.facts import SavedSearchFound
from search.models import SavedSearch


def something_new(fact: SavedSearchFound) -> Iterator[News]:
    """Whoever saved it hears of it, and follows the link to what they may see by then."""
    search = SavedSearch.objects.filter(pk=fact.search_id).first()
    if search is not None:
        yield News(
            about=search,
            url=reverse("saved_search", args=[search.pk]),
            people=frozenset({search.owner_id}),
            words={"name": search.name},
            key=f"search:{search.pk}:{fact.asked_at}",
        )


def kind() -> NotificationKind:
    return NotificationKind(
        "search.alert",
        gettext_lazy("New results of your saved searches"),
        about=SavedSearch,
        facts=(SavedSearchFound,),
        news=something_new,
        sentence=_sentence,
        in_mail=gettext_lazy("A saved search of yours finds something new"),
        is_personal=True,
    )


def _sentence(words: Mapping[str, Any]) -> str:
    return _("Your saved search “%(name)s” finds something new.") % words
