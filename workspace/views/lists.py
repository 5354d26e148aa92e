"""All groups that a reader knows of, and proposing one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cms.accounts.roles import OFFICE
from plugins.api.access import Actor, may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.becoming import PARAMETER, Origin, origin_named
from plugins.api.errors import Missing
from workspace.actions.groups import propose_group
from workspace.models import GroupState, WorkingGroup
from workspace.queries.admissions import own_open_admissions, waiting_for_office
from workspace.queries.groups import groups_for, places_taken_away, quiet_groups_of, unanswered_groups
from workspace.views.forms import ProposalForm
from workspace.views.showing import line, topics_to_choose


@answers(Rule.DOOR)
def group_list(request: HttpRequest) -> HttpResponse:
    """Mine, those at work, proposals, closed ones; and what waits for an answer of the reader."""
    actor = actor_of(request)
    topic = request.GET.get("topic", "")
    groups = list(groups_for(actor, topic))
    if not groups and not actor.has("members", OFFICE):
        raise Missing
    context = {
        "parts": [part for part in _parts(groups, actor) if part["lines"]],
        "topics": _topics(actor, topic),
        "topic": topic,
        "may_propose": may(actor, "create", WorkingGroup),
        "asked": own_open_admissions(actor),
        "taken_away": places_taken_away(actor),
        "quiet": quiet_groups_of(actor),
    }
    if actor.has(OFFICE):
        context |= {"to_pass_on": waiting_for_office(actor), "unanswered": unanswered_groups(actor)}
    return private(render(request, "arbeitsgruppen/index.html", context))


@answers(Rule.DOOR)
def propose(request: HttpRequest) -> HttpResponse:
    """The form of a new proposal."""
    actor = actor_of(request)
    if not actor.has("members", OFFICE):
        raise Missing
    require(actor, "create", WorkingGroup)
    sent = request.POST if request.method == "POST" else None
    origin = origin_named(request.GET.get(PARAMETER, ""), actor)
    wished = {"title": origin.title, "question": origin.text} if origin else {}
    form = ProposalForm(sent, topics=topics_to_choose(actor), instance=WorkingGroup(), initial=wished)
    made: list[WorkingGroup] = []
    if succeeds(form, lambda data: made.append(_propose(form, data, actor, origin))):
        messages.success(request, _("Your proposal stands. Others can join it from now on."))
        return redirect(made[0])
    return private(render(request, "arbeitsgruppen/propose.html", {"form": form, "origin": origin}))


def _propose(form: ProposalForm, data: dict[str, Any], actor: Actor, origin: Origin | None) -> WorkingGroup:
    return propose_group(form.changes(), topics=data.get("topics", ()), actor=actor, origin=origin)


def _parts(groups: list[WorkingGroup], actor: Actor) -> list[dict[str, Any]]:
    """Each group once: among mine as long as it is not closed, else by its state."""
    mine = [group for group in groups if actor.has(group.principal) and not group.is_closed]
    others = [group for group in groups if group not in mine]

    def those(title: str, chosen: Callable[[WorkingGroup], bool]) -> dict[str, Any]:
        return {"title": title, "lines": [line(group, actor) for group in others if chosen(group)]}

    return [
        {"title": _("My groups"), "lines": [line(group, actor) for group in mine]},
        those(_("Groups at work"), lambda group: group.is_founded),
        those(_("Proposals"), lambda group: group.state == GroupState.PROPOSED),
        those(_("Closed groups"), lambda group: group.is_closed),
    ]


def _topics(actor: Actor, chosen: str) -> list[dict[str, Any]]:
    """The topics of groups that the reader knows of, each a link; the chosen one leads back to all."""
    used: dict[str, str] = {}
    for group in groups_for(actor):
        used |= {topic.slug: topic.title for topic in group.topics.all()}
    return [
        {"title": title, "url": "?" if slug == chosen else f"?topic={slug}", "chosen": slug == chosen}
        for slug, title in sorted(used.items(), key=lambda pair: pair[1])
    ]
