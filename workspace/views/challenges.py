"""The board of challenges, one challenge, putting one and taking it back."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cms.accounts.roles import OFFICE
from plugins.api.access import Actor, may, require
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.becoming import PARAMETER, Origin, origin_named
from plugins.api.errors import Invalid, Missing
from workspace.actions.challenges import post_challenge, withdraw_challenge
from workspace.models import Challenge, ChallengeState
from workspace.policies.discussions import CHALLENGE_READERS
from workspace.queries.challenges import (
    Likely,
    challenge_for,
    challenges_for,
    likely_answers,
    narrowed,
    requests_for,
    silent_among,
    topics_of_challenges,
)
from workspace.queries.discussions import discussion_for
from workspace.views.challenge_forms import ChallengeForm
from workspace.views.discussion import thread_page
from workspace.views.discussion_forms import tell
from workspace.views.discussion_lists import page_of

FILTERS = ("state", "topic", "urgent", "silent")


@answers(Rule.DOOR)
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """All challenges, newest first; `state`, `topic` and `urgent` narrow them."""
    actor = actor_of(request)
    _insist_on_knowing(actor)
    chosen = {name: request.GET[name] for name in FILTERS if request.GET.get(name)}
    rows = challenges_for(actor, chosen.get("state", ""))
    rows = narrowed(rows, actor, topic=chosen.get("topic", ""), urgent="urgent" in chosen)
    is_office = actor.has(OFFICE)
    if is_office and "silent" in chosen:
        rows = silent_among(rows)
    topics = topics_of_challenges(actor)
    context = page_of(request, rows, FILTERS) | {
        "facets": [
            _facet(_("State"), "state", chosen, list(ChallengeState.choices)),
            _facet(_("Topics"), "topic", chosen, [(topic.slug, topic.title) for topic in topics]),
            _facet(_("Urgency"), "urgent", chosen, [("1", _("only urgent ones"))]),
            _facet(_("Silent"), "silent", chosen, [("1", _("for seven days"))] if is_office else []),
        ],
        "may_ask": bool(may(actor, "create", Challenge)),
    }
    return private(render(request, "herausforderungen/index.html", context))


@answers(Rule.DOOR)
@login_required
def challenge(request: HttpRequest, pk: int) -> HttpResponse:
    """The thread, with how far the challenge has come."""
    actor = actor_of(request)
    found = challenge_for(actor, pk)
    more = {
        "challenge": found,
        "requests": requests_for(actor, found) if actor.has(OFFICE) else [],
        "asked": next((one for one in requests_for(actor, found) if one.person == actor.user), None),
        "entry": found.entry if found.entry and found.entry.live and may(actor, "see", found.entry) else None,
        "may_make_entry": bool(may(actor, "make_entry", found)),
        "may_ask_members": bool(may(actor, "ask_members", found)),
        "may_withdraw": bool(may(actor, "withdraw", found)),
    }
    return thread_page(
        request, actor, discussion_for(actor, found.discussion_id), "herausforderungen/challenge.html", more
    )


@answers(Rule.DOOR)
@login_required
def new(request: HttpRequest) -> HttpResponse:
    """A new one. What may answer it already is shown once, with everything that was typed, before it is put."""
    actor = actor_of(request)
    _insist_on_knowing(actor)
    require(actor, "create", Challenge)
    given = request.POST.copy() if request.method == "POST" else None
    origin = origin_named(request.GET.get(PARAMETER, ""), actor)
    form = ChallengeForm(given, actor=actor, initial=_wished(request, origin))
    likely = Likely()
    if form.is_bound and form.is_valid():
        asked = form.asked()
        if not form.cleaned_data["was_shown"]:
            likely = likely_answers(asked["title"], asked["text"], actor=actor)
        if likely and given is not None:
            given["was_shown"] = "1"
            form = ChallengeForm(given, actor=actor)
        else:
            try:
                put = post_challenge(actor=actor, origin=origin, **asked)
            except Invalid as invalid:
                tell(form, invalid)
            else:
                messages.success(request, _("Your challenge is with all members."))
                return redirect(put.get_absolute_url())
    return private(render(request, "herausforderungen/new.html", {"form": form, "likely": likely, "origin": origin}))


@answers(Rule.DOOR)
@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """The question is settled otherwise."""
    actor = actor_of(request)
    found = withdraw_challenge(challenge_for(actor, pk), actor=actor)
    messages.success(request, _("You have taken the challenge back. You can open it again."))
    return redirect(found.get_absolute_url())


def _wished(request: HttpRequest, origin: Origin | None) -> dict[str, Any]:
    """What stands in the form at first: what was looked for, or what the question grows out of."""
    if origin is None:
        return {"title": request.GET.get("title", "")[:150]}
    return {"title": origin.title[:150], "text": origin.text}


def _insist_on_knowing(actor: Actor) -> None:
    """Guests are not told that there are challenges. Raises Missing."""
    if not actor.has(*CHALLENGE_READERS):
        raise Missing


def _facet(label: str, name: str, chosen: dict[str, str], options: list[tuple[str, Any]]) -> dict[str, Any]:
    """Links that choose a value and keep the other filters; the chosen one's takes it away."""
    others = {key: value for key, value in chosen.items() if key != name}
    lines = []
    for value, title in options:
        is_chosen = chosen.get(name) == value
        query = others if is_chosen else {**others, name: value}
        lines.append({"label": title, "is_chosen": is_chosen, "url": f"?{urlencode(query)}"})
    return {"label": label, "options": lines}
