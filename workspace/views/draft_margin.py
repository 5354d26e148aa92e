"""What stands beside the text of a draft: comments and suggestions, with what this reader may do with each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plugins.api.access import Actor, may
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from workspace.drafting.document import Node
from workspace.drafting.passages import Passage, marked_passages
from workspace.models import Draft, DraftComment, DraftSuggestion, SuggestionState
from workspace.queries.drafts import comments_of, draft_with_places, suggestions_of, text_of
from workspace.views.discussion_words import byline, name_of
from workspace.views.draft_forms import AnswerForm, CommentForm, DecisionForm, SuggestionForm
from workspace.views.draft_showing import granted

VERBS_OF_COMMENT: Final = ("answer", "resolve", "reopen", "delete")
VERBS_OF_SUGGESTION: Final = ("accept", "decline", "withdraw")
SETTLED_SHOWN: Final = 50
"""Of what is settled, the newest."""


@dataclass(frozen=True)
class Typed:
    """A form that was sent and could not be taken: which one it is, and about which remark."""

    what: str
    form: forms.Form
    pk: int = 0


class _Margin:
    """Works out what is shown of each remark."""

    def __init__(self, actor: Actor, draft: Draft, document: Node, typed: Typed | None) -> None:
        self.actor = actor
        self.draft = draft
        self.places = marked_passages(document)
        self.order = {mark: at for at, mark in enumerate(self.places)}
        self.typed = typed

    def form(self, what: str, kind: type[forms.Form], pk: int = 0, **initial: Any) -> forms.Form:
        """The one that was typed into, else a fresh one."""
        if self.typed and (self.typed.what, self.typed.pk) == (what, pk):
            return self.typed.form
        return kind(auto_id=f"{what}-{pk}-%s", initial=initial)

    def remarks(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Those that are open, in the order of the text, and those that are settled, the newest first."""
        comments, suggestions = list(comments_of(self.actor, self.draft)), suggestions_of(self.actor, self.draft)
        answers_to = defaultdict(list)
        for comment in comments:
            comment.draft = self.draft
            if comment.answers_to_id:
                answers_to[comment.answers_to_id].append(comment)
        shown = [
            self.comment(comment, answers_to[comment.pk])
            for comment in comments
            if not comment.answers_to_id and (answers_to[comment.pk] or not comment.is_deleted)
        ]
        shown += [self.suggestion(suggestion) for suggestion in suggestions]
        still_open = [one for one in shown if one["is_open"]]
        still_open.sort(key=lambda one: (self.order.get(one["remark"].mark, len(self.order)), one["remark"].created_at))
        settled = [one for one in shown if not one["is_open"]]
        settled.sort(key=lambda one: one["settled_at"], reverse=True)
        return still_open, settled

    def comment(self, comment: DraftComment, answers_to_it: list[DraftComment]) -> dict[str, Any]:
        return {
            "kind": "comment",
            "remark": comment,
            "by": byline(comment),
            "answers": [
                {"remark": answer, "by": byline(answer), "may_delete": bool(may(self.actor, "delete", answer))}
                for answer in answers_to_it
            ],
            "is_open": not (comment.is_resolved or comment.is_deleted),
            "settled_at": comment.resolved_at or comment.deleted_at,
            "settled_by": name_of(comment.resolved_by) if comment.resolved_by else "",
            "may": granted(self.actor, comment, VERBS_OF_COMMENT),
            "form": self.form("answer", AnswerForm, comment.pk),
        }

    def suggestion(self, suggestion: DraftSuggestion) -> dict[str, Any]:
        suggestion.draft = self.draft
        now = self.places.get(suggestion.mark, Passage(""))
        is_stale = suggestion.is_open and now.quote != suggestion.quote
        renewed = {"replacement": suggestion.replacement, "reason": suggestion.reason}
        place = {"quote": now.quote or suggestion.quote, "block": now.block, "start": now.start}
        can = granted(self.actor, suggestion, VERBS_OF_SUGGESTION)
        return {
            "kind": "suggestion",
            "remark": suggestion,
            "by": byline(suggestion),
            "is_open": suggestion.is_open,
            "is_stale": is_stale,
            "now": now.quote,
            "is_accepted": suggestion.state == SuggestionState.ACCEPTED,
            "settled_at": suggestion.decided_at,
            "settled_by": name_of(suggestion.decided_by) if suggestion.decided_by else "",
            "may": {**can, "accept": can["accept"] and not is_stale},
            "form": self.form("decision", DecisionForm, suggestion.pk),
            "renewal": self.form("renewal", SuggestionForm, suggestion.pk, **place, **renewed),
        }


def margin_of(actor: Actor, draft: Draft, document: Node, typed: Typed | None = None) -> dict[str, Any]:
    """The context of entwuerfe/margin.html; in as many queries for a hundred remarks as for one."""
    margin = _Margin(actor, draft, document, typed)
    still_open, settled = margin.remarks()
    what = typed.what if typed else ""
    comments, suggests = may(actor, "comment", draft), may(actor, "suggest", draft)
    return {
        "open": still_open,
        "settled": settled[:SETTLED_SHOWN],
        "settled_count": len(settled),
        "typed": typed,
        "comment_form": margin.form("comment", CommentForm) if comments or what == "comment" else None,
        "whole_form": margin.form("whole", CommentForm) if comments or what == "whole" else None,
        "suggestion_form": margin.form("suggestion", SuggestionForm) if suggests or what == "suggestion" else None,
    }


def fragment(request: HttpRequest, actor: Actor, draft: Draft, typed: Typed | None = None) -> HttpResponse:
    """The margin alone, as the editor asks for it."""
    context = {"draft": draft, "margin": margin_of(actor, draft, text_of(draft), typed), "is_alone": True}
    return private(render(request, "entwuerfe/margin.html", context))


@answers(Rule.DOOR)
@login_required
def margin(request: HttpRequest, pk: int) -> HttpResponse:
    """Asked for by the open page whenever something has changed beside the text."""
    actor = actor_of(request)
    return fragment(request, actor, draft_with_places(actor, pk))
