"""Lists of drafts: those of one group, and all that somebody reads. Both begin new ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cms.models import County
from plugins.api.access import Actor
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.becoming import PARAMETER, Origin, origin_named
from workspace.actions.draft_challenges import connect_challenges
from workspace.actions.drafts import LONGEST_TITLE, start_draft
from workspace.models import Draft, DraftState, WorkingGroup
from workspace.policies.discussions import TO_ALL
from workspace.policies.drafts import starting
from workspace.queries.draft_challenges import challenges_to_choose
from workspace.queries.drafts import drafts_for, drafts_of, own_drafts, owners_to_write_for
from workspace.queries.groups import group_by_slug
from workspace.views.discussion_lists import page_of
from workspace.views.draft_forms import StartForm
from workspace.views.draft_outlines import OUTLINES, with_words

CLOSED_SHOWN = 50
"""Of the closed drafts of a group, those that changed last."""


@answers(Rule.DOOR)
@login_required
def of_group(request: HttpRequest, slug: str) -> HttpResponse:
    """What one group writes, as far as the reader reads it; a POST begins a draft."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    decision = starting(actor, group)
    form, begun = _begin(request, actor, [group])
    if begun:
        return _to_the_top(begun)
    rows = drafts_of(actor, group)
    closed = rows.filter(state=DraftState.CLOSED)
    context = page_of(request, rows.exclude(state=DraftState.CLOSED), ()) | {
        "group": group,
        "closed": list(closed[:CLOSED_SHOWN]),
        "closed_count": closed.count(),
        "form": form if decision or form.errors else None,
        "why_not": decision.reason,
        "tab": "drafts",
        "here": _("Drafts"),
    }
    return private(render(request, "entwuerfe/of_group.html", context))


@answers(Rule.DOOR)
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """All that this person reads; `show` narrows it."""
    actor = actor_of(request)
    owners = owners_to_write_for(actor)
    form, begun = _begin(request, actor, owners)
    if begun:
        return _to_the_top(begun)
    chosen = request.GET.get("show", "")
    context = page_of(request, _narrowed(actor, chosen), ("show",)) | {
        "filters": [
            {"label": label, "is_chosen": name == chosen, "url": f"?show={name}" if name else "?"}
            for name, label in (
                ("", _("All that are being written")),
                ("own", _("Of my groups and my county")),
                ("closed", _("Closed")),
            )
        ],
        "form": form if owners or form.errors else None,
        "knows_consultations": actor.has(*TO_ALL),
    }
    return private(render(request, "entwuerfe/index.html", context))


def _narrowed(actor: Actor, chosen: str) -> QuerySet[Draft]:
    if chosen == "closed":
        return drafts_for(actor).filter(state=DraftState.CLOSED)
    rows = own_drafts(actor) if chosen == "own" else drafts_for(actor)
    return rows.exclude(state=DraftState.CLOSED)


def _to_the_top(draft: Draft) -> HttpResponse:
    """Where it is said that the draft is begun; the form stood at the end of its page."""
    return redirect(f"{draft.get_absolute_url()}#content")


def _begin(
    request: HttpRequest, actor: Actor, owners: Sequence[WorkingGroup | County]
) -> tuple[StartForm, Draft | None]:
    challenges = challenges_to_choose(actor) if owners else ()
    origin = origin_named(request.GET.get(PARAMETER, ""), actor)
    form = StartForm(
        request.POST if request.method == "POST" else None,
        owners=owners,
        challenges=challenges,
        initial=_wished(origin, owners),
    )
    form.origin = origin
    begun: list[Draft] = []

    @transaction.atomic
    def act(data: dict[str, Any]) -> None:
        outline = with_words(origin.text if origin else "", OUTLINES[data["begins"]].document())
        draft = start_draft(form.chosen, title=data["title"], actor=actor, outline=outline, origin=origin)
        if data.get("challenge"):
            connect_challenges(draft, [data["challenge"]], actor=actor)
        begun.append(draft)

    if form.is_bound and not owners:
        form.add_error(None, _("Drafts belong to a working group or a county; you are in none."))
    elif succeeds(form, act):
        messages.success(request, _("The draft is begun. Those whose it is can write in it now."))
    return form, begun[0] if begun else None


def _wished(origin: Origin | None, owners: Sequence[WorkingGroup | County]) -> dict[str, Any]:
    """What stands in the form at first: the words that the draft grows out of, for the group that they belong to."""
    if origin is None:
        return {}
    own = (
        number for number, owner in enumerate(owners) if isinstance(owner, WorkingGroup) and owner.pk == origin.group_id
    )
    return {"title": origin.title[:LONGEST_TITLE], "owner": next(own, None)}
