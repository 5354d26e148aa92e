"""Guests and their roles, and what office and groups do about guests."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.membership.actions.mandates import agree_to_guest, end_guest_in_group, end_mandate, record_mandate
from plugins.membership.forms.mandates import EndMandateForm, MandateForm
from plugins.membership.models import GuestMandate
from plugins.membership.queries import mandates as queries
from plugins.membership.queries.mandate_things import Named, titles_of
from workspace.models import WorkingGroup

TURNS = {"zustimmen": agree_to_guest, "beenden": end_guest_in_group}


@answers(Rule.DOOR)
def guest_list(request: HttpRequest) -> HttpResponse:
    """All guests for members, their own mandate for guests; for everybody what guests are and those that agreed."""
    actor = actor_of(request)
    now, before = queries.now_and_before(actor)
    things = titles_of([*now, *before], actor)
    sees_all = actor.has("members", "office")
    named = [] if sees_all else queries.named_in_public(besides=[*now, *before])
    context = {
        "now": [_shown(mandate, things) for mandate in now],
        "before": [_shown(mandate, things) for mandate in before],
        "named": named,
        "sees_all": sees_all,
        "may_record": bool(may(actor, "create", GuestMandate)),
    }
    return private(render(request, "gaeste/index.html", context))


@answers(Rule.DOOR)
def guest_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One mandate: who, what for, what it opens, who answers for it, from when to when."""
    actor = actor_of(request)
    mandate = queries.mandate_with(actor, pk)
    may_end = bool(may(actor, "end", mandate))
    shown = _shown(mandate, titles_of([mandate], actor))
    context = {**shown, "may_end": may_end, "sees_all": actor.has("members", "office")}
    return private(render(request, "gaeste/guest.html", context))


@answers(Rule.DOOR)
def record(request: HttpRequest) -> HttpResponse:
    """The office records a mandate. To everybody else there is no such page."""
    actor = actor_of(request)
    if not may(actor, "create", GuestMandate):
        raise Missing
    sent = request.POST if request.method == "POST" else None
    form = MandateForm(sent, actor=actor, initial={"start": timezone.localdate()})

    def act(data: dict[str, Any]) -> GuestMandate:
        given = {name: data.get(name, ()) for name in ("people", "topics", "groups")}
        return record_mandate(form.said(), **given, things=form.things(), reason=data["reason"], actor=actor)

    if succeeds(form, act):
        messages.success(request, _("The mandate is recorded, and the decision stands in the log."))
        return redirect("guests")
    return private(render(request, "gaeste/record.html", {"form": form}))


@answers(Rule.DOOR)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The office says which day is the last one."""
    actor = actor_of(request)
    mandate = queries.mandate_with(actor, pk)
    require(actor, "end", mandate)
    sent = request.POST if request.method == "POST" else None
    form = EndMandateForm(sent, initial={"end": timezone.localdate()})

    def act(data: dict[str, Any]) -> GuestMandate:
        return end_mandate(mandate, on=data["end"], reason=data["reason"], actor=actor)

    if succeeds(form, act):
        messages.success(request, _("The last day is set, and the decision stands in the log."))
        return redirect("guest", pk)
    return private(render(request, "gaeste/end.html", {"form": form, "mandate": mandate}))


@answers(Rule.DOOR)
@require_POST
def answer(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Coordinators agree to a guest in their group, decline it or let it go."""
    actor = actor_of(request)
    line = queries.line_with(actor, pk)
    if what not in TURNS:
        raise Missing
    TURNS[what](line, actor=actor)
    messages.success(request, _("Noted."))
    return redirect(line.group)


def guests_of_group(request: HttpRequest, kind: str, pk: int) -> str:
    """On the page of a group: its guests, and the question about new ones for those who coordinate."""
    actor = actor_of(request)
    group = WorkingGroup.objects.filter(pk=pk).first()
    lines = queries.guests_of_group(actor, group) if group else []
    if not lines:
        return ""
    may_answer = bool(group and not group.is_closed and actor.has(group.coordinator_principal))
    opens = actor.has("members", "office")
    context = {"lines": lines, "may_answer": may_answer, "opens": opens}
    return render_to_string("gaeste/of_group.html", context, request)


def _shown(mandate: GuestMandate, things: Named) -> dict[str, Any]:
    waiting = [line.group for line in mandate.groups.all() if line.is_open]
    return {"mandate": mandate, "scope": queries.scope_in_words(mandate, things), "waiting": waiting}
