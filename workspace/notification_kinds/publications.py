"""What people are told about publications: that a text waits for its check, that it came back, that it is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.policies import PUBLISHERS
from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from workspace.facts import PublicationSentBack, PublicationSubmitted, RecommendationPublished
from workspace.models import Publication


def check_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.publication_check",
        gettext_lazy("Texts of working groups that wait for their check before publication"),
        about=Publication,
        facts=(PublicationSubmitted,),
        news=check_news,
        sentence=_check_sentence,
        in_mail=gettext_lazy("A text waits for its check before publication"),
        has_own_mail=True,
    )


def outcome_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.publication",
        gettext_lazy("What became of texts of your groups that were handed to the editors"),
        about=Publication,
        facts=(PublicationSentBack, RecommendationPublished),
        news=outcome_news,
        sentence=_outcome_sentence,
        in_mail=gettext_lazy("The editors have decided about a text"),
    )


def check_news(fact: PublicationSubmitted) -> Iterator[News]:
    """Editors and office, while it is open; Wagtail's workflow sends them the mail."""
    publication = _publication(fact.publication_id)
    if publication.is_open and publication.entry_id:
        yield News(
            about=publication,
            url=f"/cms/pages/{publication.entry_id}/edit/",
            principals=PUBLISHERS,
            words=_words(publication),
            key=f"publication:{publication.pk}:submitted",
            by=publication.submitted_by_id,
        )


def outcome_news(fact: PublicationSentBack | RecommendationPublished) -> Iterator[News]:
    """All whose draft it is, and whoever handed it in."""
    publication = _publication(fact.publication_id)
    yield News(
        about=publication,
        url=publication.get_absolute_url(),
        principals=frozenset({publication.draft.principal, f"user:{publication.submitted_by_id}"}),
        words={**_words(publication), "what": publication.state},
        key=f"publication:{publication.pk}:{publication.state}",
        by=publication.ended_by_id,
        group=publication.draft.group_id,
    )


def _publication(pk: int) -> Publication:
    return Publication.objects.select_related("draft__group", "draft__county").get(pk=pk)


def _words(publication: Publication) -> dict[str, Any]:
    return {"title": publication.draft.title, "owner": str(publication.draft.owner)}


def _check_sentence(words: Mapping[str, Any]) -> str:
    return (
        _("“%(title)s” of “%(owner)s” is handed in: its language is to be edited, then two persons check it.") % words
    )


def _outcome_sentence(words: Mapping[str, Any]) -> str:
    sentences = {
        "sent_back": _("The editors gave “%(title)s” back: its substance has to change. The reason stands there."),
        "published": _("“%(title)s” is published as a recommendation."),
    }
    return sentences[words["what"]] % words
