"""The rules for each kind of event: members read them, the office sets them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from plugins.api.access import Actor, may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.events.actions.rules import set_rule
from plugins.events.forms.rules import RuleForm
from plugins.events.models import EventKind, KindRule
from plugins.events.queries.events import rule_of


@answers(Rule.DOOR)
def rule_list(request: HttpRequest) -> HttpResponse:
    """All kinds, also those of which nobody set anything."""
    actor = actor_of(request)
    rules = [_seen(actor, kind) for kind in EventKind]
    context = {"rules": rules, "may_set": bool(may(actor, "edit", rules[0]))}
    return private(render(request, "termine/rules.html", context))


@answers(Rule.DOOR)
def change_rule(request: HttpRequest, kind: str) -> HttpResponse:
    """One kind, by the office."""
    actor = actor_of(request)
    if kind not in EventKind.values:
        raise Missing
    rule = _seen(actor, kind)
    require(actor, "edit", rule)
    form = RuleForm(request.POST if request.method == "POST" else None, instance=rule)
    if succeeds(form, lambda data: set_rule(kind, **data, actor=actor)):
        messages.success(request, _("The rule is set. It holds for invitations from now on."))
        return redirect("event_rules")
    return private(render(request, "termine/rule.html", {"form": form, "rule": rule}))


def _seen(actor: Actor, kind: str) -> KindRule:
    rule = rule_of(kind)
    if not may(actor, "see", rule):
        raise Missing
    return rule
