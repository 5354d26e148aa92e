"""Two drafts become one, a part becomes a draft of its own, a draft answers a challenge: each is asked first."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from plugins.api.access import require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from workspace.actions.draft_challenges import connect_challenges
from workspace.actions.draft_joining import merge_draft, split_draft
from workspace.models import Draft
from workspace.queries.draft_challenges import challenges_of, challenges_to_choose
from workspace.queries.draft_joining import drafts_to_merge, people_gained_by_merging, sections_to_take_out
from workspace.queries.drafts import draft_with_places
from workspace.queries.readers import sign_of
from workspace.views.draft_joining_forms import ChallengesForm, MergeForm, SplitForm
from workspace.views.draft_showing import asked_first, page, sent


@answers(Rule.DOOR)
@login_required
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Another draft comes to the end of this one. Whoever would read its words in addition is shown first."""
    actor = actor_of(request)
    draft = draft_with_places(actor, pk)
    require(actor, "merge", draft)
    drafts = drafts_to_merge(actor, draft)
    form = MergeForm(sent(request), drafts=drafts)
    gains: list[Any] = []
    if form.is_bound and form.is_valid():
        gains = list(people_gained_by_merging(draft, form.chosen))
        if gains and form.cleaned_data["agreed_to"] != sign_of(gains):
            form.data = {**form.data.dict(), "agreed_to": sign_of(gains)}  # type: ignore[attr-defined]
            return _merging(request, draft, form, gains)
    if succeeds(form, lambda data: merge_draft(draft, form.chosen, actor=actor, agreed_to=data["agreed_to"])):
        messages.success(request, _("The other draft stands at the end of this one now, and is closed."))
        return redirect(draft)
    return _merging(request, draft, form if drafts else None, gains)


def _merging(request: HttpRequest, draft: Draft, form: MergeForm | None, gains: list[Any]) -> HttpResponse:
    return page(request, "merge", draft, here=_("Merge with another draft"), form=form, gains=gains)


@answers(Rule.DOOR)
@login_required
def split(request: HttpRequest, pk: int) -> HttpResponse:
    """The words under a heading become a draft."""
    actor = actor_of(request)
    draft = draft_with_places(actor, pk)
    require(actor, "split", draft)
    sections = sections_to_take_out(draft)
    form = SplitForm(sent(request), sections=sections)
    begun: list[Draft] = []
    if succeeds(form, lambda data: begun.append(split_draft(draft, **data, actor=actor))):
        messages.success(request, _("The part is a draft of its own now. Those whose it is can write in it."))
        return redirect(begun[0])
    return page(request, "split", draft, here=_("Take a part out"), form=form if sections else None)


@answers(Rule.DOOR)
@login_required
def challenges(request: HttpRequest, pk: int) -> HttpResponse:
    """Which questions of practice it answers."""
    actor = actor_of(request)
    draft = draft_with_places(actor, pk)
    require(actor, "connect", draft)
    chosen = list(challenges_of(actor, draft).values_list("pk", flat=True))
    offered = challenges_to_choose(actor, draft)
    form = ChallengesForm(sent(request), challenges=offered, initial={"challenges": chosen})
    words = {
        "here": _("Answers which challenges?"),
        "action": _("Save the choice"),
        "lead": _("Once the draft is published, its readers see there which challenges it answers."),
        "said": _("The choice is saved."),
    }
    return asked_first(
        request, draft, form, lambda data: connect_challenges(draft, data["challenges"], actor=actor), draft, **words
    )
