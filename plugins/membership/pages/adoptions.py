"""The adoption register: as a whole, of one entry, and of one county with one entry."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cms.models import Entry
from cms.queries.entry_rows import ShownLayer, entry_by_slug
from plugins.api.access import Actor, may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.lists import Asked, Row
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.membership.actions.adoptions import change_adoption, move_adoption, record_adoption, take_back_adoption
from plugins.membership.forms.adoptions import DetailsForm, MoveForm, RecordForm
from plugins.membership.models import Adoption, AdoptionState
from plugins.membership.queries import adoptions as queries

PAGE_SIZE = 20


@answers(Rule.DOOR)
@login_required
def register(request: HttpRequest) -> HttpResponse:
    """What all counties do with all entries, narrowed by state and county."""
    actor, asked = _reader(request), _asked(request)
    rows = queries.adoptions_for(actor, county=asked.get("county"), state=asked.get("state"))
    counties = [(county.key, county.full_name, None) for county in queries.counties_in_register(actor)]
    context = _listed(request, rows, asked)
    context["facets"].append(asked.facet("county", _("County"), counties))
    return private(render(request, "uebernahmen/register.html", context))


@answers(Rule.DOOR)
@login_required
def of_entry(request: HttpRequest, slug: str) -> HttpResponse:
    """All counties that work or worked with one entry."""
    actor, asked = _reader(request), _asked(request)
    layer = entry_by_slug(actor, slug)
    rows = queries.adoptions_for(actor, entry=layer.entry_id, state=asked.get("state"))
    context = _listed(request, rows, asked) | _about(layer, slug)
    context |= {
        "sum": queries.in_words(queries.counted(layer.entry_id)),
        "may_record": queries.counties_to_record_for(actor, layer.entry_id).exists(),
    }
    return private(render(request, "uebernahmen/of_entry.html", context))


@answers(Rule.DOOR)
@login_required
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """“We will try this”, or any other state that a county is in already."""
    actor = _reader(request)
    layer = entry_by_slug(actor, slug)
    require(actor, "create", Adoption)
    counties = queries.counties_to_record_for(actor, layer.entry_id)
    if not counties:
        return redirect("adoptions_of_entry", slug)
    form = RecordForm(_sent(request), counties=counties, person=actor.user)
    entry = Entry.objects.get(pk=layer.entry_id)
    saved: list[Adoption] = []
    if succeeds(form, lambda said: saved.append(record_adoption(entry, actor=actor, **said))):
        messages.success(request, _("Your county stands in the register. You can add effort and result at any time."))
        return redirect(saved[0])
    return private(render(request, "uebernahmen/new.html", {"form": form, **_about(layer, slug)}))


@answers(Rule.DOOR)
@login_required
def adoption(request: HttpRequest, pk: int) -> HttpResponse:
    """What one county did with one entry, step by step."""
    actor = _reader(request)
    found = queries.adoption_for(actor, pk)
    context = {
        "adoption": found,
        "steps": list(found.steps.order_by("-recorded_at", "-pk")),
        "contact": queries.contacts_of([found]).get(found.contact_id or 0),
        "may_edit": bool(may(actor, "edit", found)),
    }
    return private(render(request, "uebernahmen/adoption.html", context))


@answers(Rule.DOOR)
@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """What the county does differently, what it costs, what came of it, whom to ask."""
    actor = _reader(request)
    found = queries.adoption_for(actor, pk)
    require(actor, "edit", found)
    form = DetailsForm(_sent(request), adoption=found)
    if succeeds(form, lambda said: change_adoption(found, actor=actor, **said)):
        messages.success(request, _("What your county says about it has been saved."))
        return redirect(found.get_absolute_url())
    return private(render(request, "uebernahmen/edit.html", {"form": form, "adoption": found}))


@answers(Rule.DOOR)
@login_required
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Still so, or otherwise: the answer to the yearly question, and any other change."""
    actor = _reader(request)
    found = queries.adoption_for(actor, pk)
    require(actor, "edit", found)
    form = MoveForm(_sent(request), adoption=found)
    if succeeds(form, lambda said: move_adoption(found, actor=actor, **said)):
        messages.success(request, _("Thank you. The register says so now, and whoever answers for the entry is told."))
        return redirect(found.get_absolute_url())
    return private(render(request, "uebernahmen/move.html", {"form": form, "adoption": found}))


@answers(Rule.DOOR)
@login_required
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks before an entry of the register goes that was made by mistake, and names the way for everything else."""
    actor = _reader(request)
    found = queries.adoption_for(actor, pk)
    require(actor, "take_back", found)
    if request.method == "POST":
        slug = found.slug  # type: ignore[attr-defined]
        take_back_adoption(found, actor=actor)
        messages.success(request, _("Your county does not stand in the register with this entry any more."))
        return redirect("adoptions_of_entry", slug)
    return private(render(request, "uebernahmen/take_back.html", {"adoption": found}))


def _reader(request: HttpRequest) -> Actor:
    """Raises Missing for whoever has no register: to them it does not exist."""
    actor = actor_of(request)
    if not may(actor, "browse", Adoption):
        raise Missing
    return actor


def _sent(request: HttpRequest) -> QueryDict | None:
    """A form that was sent empty was sent all the same."""
    return request.POST if request.method == "POST" else None


def _about(layer: ShownLayer, slug: str) -> dict[str, Any]:
    return {"title": layer.title, "slug": slug}


def _asked(request: HttpRequest) -> Asked:
    """What the address says and makes sense."""
    state, county = request.GET.get("state", ""), request.GET.get("county", "")
    filters = {"state": state if state in AdoptionState.values else "", "county": county[:5]}
    return Asked(request.path, {name: value for name, value in filters.items() if value})


def _listed(request: HttpRequest, rows: Any, asked: Asked) -> dict[str, Any]:
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    states: list[Row] = [(state, words, None) for state, words in AdoptionState.choices]
    return {
        "lines": page.object_list,
        "count": page.paginator.count,
        "pages": asked.pages(page),
        "facets": [asked.facet("state", _("State"), states)],
        "is_dropped": asked.get("state") == AdoptionState.DROPPED,
    }
