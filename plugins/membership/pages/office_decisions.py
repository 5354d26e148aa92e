"""The transparency log, and what the office writes in it."""

from __future__ import annotations

from itertools import groupby
from math import ceil
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api.access import may, require
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from plugins.membership.actions.office_decisions import mark_decision_as_past, note_decision
from plugins.membership.forms.office_decisions import LogForm, OfficeDecisionForm
from plugins.membership.models import OfficeDecision
from plugins.membership.pages.assessments import add_errors
from plugins.membership.queries import office_decisions as queries

PAGE_SIZE = 30


@answers(Rule.DOOR)
def log(request: HttpRequest) -> HttpResponse:
    """What the office decided, by year; narrowed to one year or kind."""
    actor, asked = actor_of(request), _asked(request)
    year = int(asked["year"]) if "year" in asked else None
    kind = asked.get("kind", "")
    found = queries.decisions(actor, year=year, kind=kind)
    count = found.count()
    pages = _pager(asked, count, request.GET.get("page", ""))
    start = (pages["number"] - 1) * PAGE_SIZE
    shown = found[start : start + PAGE_SIZE]
    of_years = queries.years(queries.decisions(actor, kind=kind))
    facets = [
        _facet("year", _("Year"), [(str(one), str(one), number) for one, number in of_years], asked),
        _facet("kind", _("Kind of decision"), queries.kinds(queries.decisions(actor, year=year)), asked),
    ]
    context = {
        "count": count,
        "years": [(year, list(of_year)) for year, of_year in groupby(shown, key=lambda one: one.decided_on.year)],
        "facets": facets,
        "chosen": _chosen(facets, asked),
        "asked": asked,
        "pages": pages,
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
    if form.is_bound and form.is_valid():
        try:
            note_decision(**form.cleaned_data, actor=actor)
        except Invalid as invalid:
            add_errors(form, invalid)
        else:
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


def _asked(request: HttpRequest) -> dict[str, str]:
    """What the address says and makes sense."""
    form = LogForm(request.GET)
    form.is_valid()
    return {name: str(value) for name, value in form.cleaned_data.items() if value}


def _address(asked: dict[str, str], **changes: str) -> str:
    """The log with some parts of the question changed, an empty one left out."""
    parts = {name: value for name, value in {**asked, **changes}.items() if value}
    return f"/entscheidungen/?{urlencode(parts)}" if parts else "/entscheidungen/"


def _facet(name: str, label: str, rows: list[tuple[str, str, int]], asked: dict[str, str]) -> dict[str, Any]:
    return {
        "field": name,
        "label": label,
        "options": [
            {
                "label": words,
                "count": number,
                "chosen": asked.get(name) == value,
                "url": _address(asked, **{name: "" if asked.get(name) == value else value}),
            }
            for value, words, number in rows
        ],
    }


def _chosen(facets: list[dict[str, Any]], asked: dict[str, str]) -> list[dict[str, str]]:
    """The filters in force, each with the way to do without; what nothing fits is named as it was asked."""
    labels = {facet["field"]: one["label"] for facet in facets for one in facet["options"] if one["chosen"]}
    return [{"label": labels.get(name, asked[name]), "remove_url": _address(asked, **{name: ""})} for name in asked]


def _pager(asked: dict[str, str], count: int, wanted: str) -> dict[str, Any]:
    """What components/pager.html shows; nonsense is the first page."""
    total = max(1, ceil(count / PAGE_SIZE))
    number = min(max(1, int(wanted)), total) if wanted.isascii() and wanted.isdigit() and len(wanted) < 6 else 1
    return {
        "number": number,
        "total": total,
        "previous_url": _address(asked, page=str(number - 1)) if number > 1 else "",
        "next_url": _address(asked, page=str(number + 1)) if number < total else "",
    }
