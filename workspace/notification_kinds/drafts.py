"""What people are told about drafts: that one was begun, what is said beside it, what became of what they said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from workspace.facts import DraftCommented, DraftStarted, SuggestionDecided, SuggestionMade
from workspace.models import Draft, DraftComment, DraftSuggestion, SuggestionState


def draft_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.draft",
        gettext_lazy("New drafts in your groups, and what others say beside them"),
        about=Draft,
        facts=(DraftStarted, DraftCommented, SuggestionMade),
        news=draft_news,
        sentence=_draft_sentence,
        in_mail=gettext_lazy("Something new about a draft"),
    )


def remark_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.remark",
        gettext_lazy("Answers to your comments on drafts, and decisions about your suggestions"),
        about=Draft,
        facts=(DraftCommented, SuggestionDecided),
        news=remark_news,
        sentence=_remark_sentence,
        in_mail=gettext_lazy("An answer to what you said beside a draft"),
        is_personal=True,
    )


def draft_news(fact: DraftStarted | DraftCommented | SuggestionMade) -> Iterator[News]:
    """Those whose draft it is; of remarks once a day and draft, however many are made."""
    draft = _draft(fact.draft_id)
    if isinstance(fact, DraftStarted):
        yield _about(draft, "started", f"draft:{draft.pk}", draft.author_id, {draft.principal})
        return
    day = timezone.localdate()
    remark: DraftComment | DraftSuggestion
    if isinstance(fact, DraftCommented):
        remark = DraftComment.objects.get(pk=fact.comment_id)
    else:
        remark = DraftSuggestion.objects.get(pk=fact.suggestion_id)
    yield _about(draft, "remarks", f"remarks:{draft.pk}:{day}", remark.author_id, {draft.principal})


def remark_news(fact: DraftCommented | SuggestionDecided) -> Iterator[News]:
    """Who began a comment hears of answers, who made a suggestion hears what became of it."""
    draft = _draft(fact.draft_id)
    if isinstance(fact, SuggestionDecided):
        made = DraftSuggestion.objects.get(pk=fact.suggestion_id)
        if made.state == SuggestionState.WITHDRAWN:
            return
        key = f"suggestion:{made.pk}:{made.state}"
        person = {f"user:{made.author_id}"}
        yield _about(draft, made.state, key, made.decided_by_id, person, f"vorschlag-{made.pk}")
        return
    answer = DraftComment.objects.select_related("answers_to").get(pk=fact.comment_id)
    if answer.answers_to and not answer.is_deleted:
        begun = answer.answers_to
        person = {f"user:{begun.author_id}"}
        yield _about(draft, "answered", f"comment:{answer.pk}", answer.author_id, person, f"bemerkung-{begun.pk}")


def _draft(pk: int) -> Draft:
    return Draft.objects.select_related("group", "county").get(pk=pk)


def _about(draft: Draft, what: str, key: str, by: int | None, told: set[str], place: str = "") -> News:
    return News(
        about=draft,
        url=f"{draft.get_absolute_url()}#{place}" if place else draft.get_absolute_url(),
        principals=frozenset(told),
        words={"title": draft.title, "owner": str(draft.owner), "what": what},
        key=key,
        by=by,
        group=draft.group_id,
    )


def _draft_sentence(words: Mapping[str, Any]) -> str:
    sentences = {
        "started": _("A new draft of “%(owner)s”: “%(title)s”."),
        "remarks": _("New comments or suggestions in the draft “%(title)s”."),
    }
    return sentences[words["what"]] % words


def _remark_sentence(words: Mapping[str, Any]) -> str:
    sentences = {
        "answered": _("Somebody answered your comment on the draft “%(title)s”."),
        "accepted": _("Your suggestion for the draft “%(title)s” was accepted."),
        "declined": _("Your suggestion for the draft “%(title)s” was declined; the reason stands there."),
    }
    return sentences[words["what"]] % words
