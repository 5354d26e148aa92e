"""The transparency log, and what the office writes in it."""

from __future__ import annotations

from itertools import groupby

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api.access import may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.lists import Asked
from plugins.api.adapters.routes import Rule, answers
from plugins.membership.actions.office_decisions import mark_decision_as_past, note_decision
from plugins.membership.forms.office_decisions import LogForm, OfficeDecisionForm
from plugins.membership.models import OfficeDecision
from plugins.membership.queries import office_decisions as queries

PAGE_SIZE = 30


@answers(Rule.DOOR)
def log(request: HttpRequest) -> HttpResponse:
    """What the office decided, by year; narrowed to one year or kind."""
    actor, asked = actor_of(request), _asked(request)
    year, kind = int(asked.get("year") or 0) or None, asked.get("kind")
    page = Paginator(queries.decisions(actor, year=year, kind=kind), PAGE_SIZE).get_page(request.GET.get("page"))
    of_years = queries.years(queries.decisions(actor, kind=kind))
    facets = [
        asked.facet("year", _("Year"), [(str(one), str(one), number) for one, number in of_years]),
        asked.facet("kind", _("Kind of decision"), queries.kinds(queries.decisions(actor, year=year))),
    ]
    context = {
        "count": page.paginator.count,
        "years": [
            (year, list(of_year)) for year, of_year in groupby(page.object_list, key=lambda one: one.decided_on.year)
        ],
        "facets": facets,
        "chosen": asked.chosen(facets),
        "asked": asked.filters,
        "pages": asked.pages(page),
        "may_note": bool(may(actor, "create", OfficeDecision)),
    }
    return private(render(request, "entscheidungen/index.html", context))


@answers(Rule.DOOR)
def note(request: HttpRequest) -> HttpResponse:
    """A new line of the log. Members are told why they cannot; to everybody else there is no log."""
    actor = actor_of(request)
    queries.decisions(actor)
    require(actor, "create", OfficeDecision)
    form = OfficeDecisionForm(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: note_decision(**data, actor=actor)):
        messages.success(request, _("The decision has been noted. All members read it."))
        return redirect("office_decisions")
    return private(render(request, "entscheidungen/note.html", {"form": form}))


@answers(Rule.DOOR)
def past(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a decision as no longer valid, once that was confirmed."""
    actor = actor_of(request)
    decision = queries.decision(actor, pk)
    require(actor, "edit", decision)
    if request.method == "POST":
        mark_decision_as_past(decision, actor=actor)
        messages.success(request, _("The decision is marked as no longer valid."))
        return redirect("office_decisions")
    context = {"decision": decision, "today": timezone.localdate()}
    return private(render(request, "entscheidungen/past.html", context))


def _asked(request: HttpRequest) -> Asked:
    """What the address says and makes sense."""
    form = LogForm(request.GET)
    form.is_valid()
    return Asked("/entscheidungen/", {name: str(value) for name, value in form.cleaned_data.items() if value})
