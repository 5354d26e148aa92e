"""The member directory, one member, and what a person decides about their own place in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import ceil
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from cms.queries.entries import answered_for
from plugins.api.access import Actor, may
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from plugins.membership.actions.profiles import change_member_profile
from plugins.membership.forms.directory import ProfileForm, QuestionForm
from plugins.membership.models import ContactRequest, MemberProfile, Seat
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
    wanted = Wanted(asked.get("q", ""), asked.get("county", ""), asked.get("topic", ""))
    numbers = queries.by_name(queries.directory(actor, wanted))
    pages = _pager(asked, len(numbers), request.GET.get("page", ""))
    start = (pages["number"] - 1) * PAGE_SIZE
    facets = _facets(actor, wanted, asked)
    context = {
        "count": len(numbers),
        "opens_counties": bool(may(actor, "browse", Seat)),
        "members": queries.members(actor, numbers[start : start + PAGE_SIZE]),
        "facets": facets,
        "chosen": _chosen(facets, asked),
        "asked": asked,
        "pages": pages,
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
    if form.is_bound and form.is_valid() and _is_saved(form, profile, actor):
        messages.success(request, _("What members see of you has been saved."))
        return redirect("member_profile")
    is_member = actor.has("members")
    context = {"form": form, "is_member": is_member, "person": actor.user, "seats": queries.ending_seats(actor)}
    return private(render(request, "mitglieder/own.html", context))


def _is_saved(form: ProfileForm, profile: MemberProfile, actor: Actor) -> bool:
    try:
        change_member_profile(profile, actor=actor, **form.cleaned_data)
    except Invalid as invalid:
        for field, sentences in invalid.errors.items():
            form.add_error(field, sentences)
        return False
    return True


def _asked(request: HttpRequest) -> dict[str, str]:
    """What the address says and makes sense."""
    form = QuestionForm(request.GET)
    form.is_valid()
    return {name: value for name, value in form.cleaned_data.items() if value}


def _address(asked: dict[str, str], **changes: str) -> str:
    """The directory with some parts of the question changed, an empty one left out, back on the first page."""
    parts = {name: value for name, value in {**asked, **changes}.items() if value}
    return f"/mitglieder/?{urlencode(parts)}" if parts else "/mitglieder/"


def _facets(actor: Actor, wanted: Wanted, asked: dict[str, str]) -> list[dict[str, Any]]:
    """Counties and topics, each with how many people it would leave, as if its own filter were not set."""
    of_counties = queries.directory(actor, replace(wanted, county=""))
    of_topics = queries.directory(actor, replace(wanted, topic=""))
    counties = [(county.key, str(county), number) for county, number in queries.counties_of(of_counties)]
    topics = [(topic.slug, topic.title, number) for topic, number in queries.topics_of(of_topics, actor)]
    return [
        {"field": "county", "label": _("County"), "options": _options("county", counties, asked)},
        {"field": "topic", "label": _("Can be asked about"), "options": _options("topic", topics, asked)},
    ]


def _options(name: str, rows: Iterable[tuple[str, str, int]], asked: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "label": label,
            "count": number,
            "chosen": asked.get(name) == value,
            "url": _address(asked, **{name: "" if asked.get(name) == value else value}),
        }
        for value, label, number in rows
    ]


def _chosen(facets: list[dict[str, Any]], asked: dict[str, str]) -> list[dict[str, str]]:
    """The filters in force, each with the way to do without; what nobody fits is named as it was asked."""
    labels = {facet["field"]: one["label"] for facet in facets for one in facet["options"] if one["chosen"]}
    return [
        {"label": labels.get(name, asked[name]), "remove_url": _address(asked, **{name: ""})}
        for name in ("county", "topic")
        if name in asked
    ]


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
