"""Who is told that the review of a recommendation is due: those who coordinate its group, or the office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.accounts.roles import OFFICE
from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from workspace.facts import ReviewDue
from workspace.models import Publication

DUE_LIST = "/cms/entries/due/"


def review_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.review",
        gettext_lazy("Recommendations of your groups whose review is due"),
        about=Publication,
        facts=(ReviewDue,),
        news=news,
        sentence=_sentence,
        in_mail=gettext_lazy("The review of a recommendation is due"),
        is_personal=True,
    )


def news(fact: ReviewDue) -> Iterator[News]:
    """Those who coordinate the group or sit for the county; the office once nobody coordinates it any more."""
    rows = Publication.objects.select_related("draft__group", "draft__county", "entry")
    publication = rows.get(pk=fact.publication_id)
    entry, group = publication.entry, publication.draft.group
    if entry is None or not entry.live or entry.review_by is None:
        return
    is_offices = group is not None and group.is_closed
    yield News(
        about=publication,
        url=DUE_LIST if is_offices else f"/wissen/{entry.slug}/",
        principals=frozenset({_who(publication)}),
        words={"title": entry.title, "what": "office" if is_offices else "group"},
        key=f"review:{entry.pk}:{entry.review_by.isoformat()}",
        group=None if is_offices else publication.draft.group_id,
    )


def _who(publication: Publication) -> str:
    group = publication.draft.group
    if group is None:
        return publication.draft.principal
    return OFFICE if group.is_closed else group.coordinator_principal


def _sentence(words: Mapping[str, Any]) -> str:
    sentences = {
        "group": _("The review of your recommendation “%(title)s” is due: does it still hold?"),
        "office": _(
            "The review of “%(title)s” is due, and its group has closed. Whom you could ask stands in the list."
        ),
    }
    return sentences[words["what"]] % words
