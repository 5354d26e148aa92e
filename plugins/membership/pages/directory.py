"""The member directory, one member, and what a person decides about their own place in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from cms.queries.entries import answered_for
from plugins.api.access import Actor, may
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.lists import Asked
from plugins.api.adapters.routes import Rule, answers
from plugins.membership.actions.profiles import change_member_profile
from plugins.membership.forms.directory import ProfileForm, QuestionForm
from plugins.membership.models import ContactRequest, Seat
from plugins.membership.queries import directory as queries
from plugins.membership.queries.directory import Wanted
from plugins.membership.queries.office_decisions import reads_log
from plugins.membership.queries.roles import tasks_of

PAGE_SIZE = 20
MOST_ENTRIES = 20


@answers(Rule.DOOR)
def member_list(request: HttpRequest) -> HttpResponse:
    """Whom members find, by name; narrowed by words, county and topic."""
    actor, asked = actor_of(request), _asked(request)
    wanted = Wanted(asked.get("q"), asked.get("county"), asked.get("topic"))
    found = queries.by_name(queries.directory(actor, wanted))
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    facets = _facets(actor, wanted, asked, found)
    context = {
        "count": page.paginator.count,
        "opens_counties": bool(may(actor, "browse", Seat)),
        "members": queries.members(actor, list(page.object_list)),
        "facets": facets,
        "chosen": asked.chosen(facets),
        "asked": asked.filters,
        "pages": asked.pages(page),
        "keeps_figures": bool(may(actor, "browse", ContactRequest)),
        "here": {"label": _("Members"), "fields": [("type", "person")]},
        "reads_log": reads_log(actor),
        "is_member": actor.has("members"),
    }
    return private(render(request, "mitglieder/index.html", context))


@answers(Rule.DOOR)
def member_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One member: who they are, what they can be asked about, what they answer for."""
    actor = actor_of(request)
    member = queries.member(actor, pk)
    entries = answered_for(actor, pk)
    lines = entries[:MOST_ENTRIES].values_list("text__line_html", flat=True)
    context = {
        "member": member,
        "tasks": tasks_of(actor, pk),
        "opens_counties": bool(may(actor, "browse", Seat)),
        "is_own": actor.has(f"user:{pk}"),
        "lines": mark_safe("".join(lines)),  # noqa: S308 - stored as cleaned and escaped HTML
        "entries_count": entries.count(),
        "entries_shown": len(lines),
    }
    return private(render(request, "mitglieder/member.html", context))


@answers(Rule.SIGNED_IN)
@login_required
def own_place(request: HttpRequest) -> HttpResponse:
    """What members see of the person, and who can see their data."""
    actor = actor_of(request)
    profile = queries.own_profile(actor)
    form = ProfileForm(request.POST if request.method == "POST" else None, instance=profile, actor=actor)
    if succeeds(form, lambda data: change_member_profile(profile, actor=actor, **data)):
        messages.success(request, _("What members see of you has been saved."))
        return redirect("member_profile")
    is_member = actor.has("members")
    context = {"form": form, "is_member": is_member, "person": actor.user, "seats": queries.ending_seats(actor)}
    return private(render(request, "mitglieder/own.html", context))


def _asked(request: HttpRequest) -> Asked:
    """What the address says and makes sense."""
    form = QuestionForm(request.GET)
    form.is_valid()
    return Asked("/mitglieder/", {name: value for name, value in form.cleaned_data.items() if value})


def _facets(actor: Actor, wanted: Wanted, asked: Asked, found: list[int]) -> list[dict[str, Any]]:
    """Counties and topics, each with how many people it would leave, as if its own filter were not set."""
    of_counties = queries.numbers(actor, replace(wanted, county="")) if wanted.county else found
    of_topics = queries.numbers(actor, replace(wanted, topic="")) if wanted.topic else found
    counties = [(county.key, str(county), number) for county, number in queries.counties_of(of_counties)]
    topics = [(topic.slug, topic.title, number) for topic, number in queries.topics_of(of_topics, actor)]
    return [asked.facet("county", _("County"), counties), asked.facet("topic", _("Can be asked about"), topics)]
