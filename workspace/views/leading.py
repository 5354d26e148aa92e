"""What those who coordinate do with a group: settings, roles, reports, pauses, the end. And the office's note."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from workspace.actions import life
from workspace.actions.groups import edit_group, record_mandate
from workspace.actions.places import change_role, remove_person
from workspace.queries.drafts import heirs_for, writing_in
from workspace.queries.groups import group_by_slug, place_by_id
from workspace.queries.parts import switched_on_in
from workspace.views.forms import ClosingForm, ReasonForm, ReportForm, RoleForm, SettingsForm
from workspace.views.showing import page, topics_to_choose, who_sees

TURNS = {
    "pausieren": life.pause_group,
    "weiterarbeiten": life.resume_group,
    "weiterfuehren": life.carry_on_group,
    "mandat-vermerken": record_mandate,
}
"""The last part of an address -> what a POST there does."""


@answers(Rule.DOOR)
def settings(request: HttpRequest, slug: str) -> HttpResponse:
    """What the group says about itself. Where more people would see more, that is said first and confirmed."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    require(actor, "edit", group)
    sent = request.POST if request.method == "POST" else None
    form = SettingsForm(sent, topics=topics_to_choose(actor), instance=group)
    changed = succeeds(
        form,
        lambda data: edit_group(
            group,
            form.changes(),
            topics=data.get("topics"),
            confirmed=bool(data.get("confirmed")),
            actor=actor,
        ),
    )
    if changed:
        messages.success(request, _("The settings of the group are saved."))
        return redirect(group)
    if "confirmed" not in form.errors:
        del form.fields["confirmed"]
    return page(
        request,
        "settings",
        group,
        form=form,
        here=_("Settings"),
        audience=who_sees(group, actor),
        parts=switched_on_in(group),
    )


@answers(Rule.DOOR)
def place(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What somebody does in the group."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    shown = place_by_id(actor, group, pk)
    require(actor, "change_role", shown)
    form = RoleForm(request.POST if request.method == "POST" else None, initial={"role": shown.role})
    if succeeds(form, lambda data: change_role(shown, **data, actor=actor)):
        messages.success(request, _("The role is changed."))
        return redirect("group_members", slug)
    lead = _("%(person)s, %(county)s") % {"person": shown.user, "county": shown.county or "–"}
    context = {"here": _("Change a role"), "lead": lead, "action": _("Save the role")}
    return page(request, "form", group, form=form, tab="members", **context)


@answers(Rule.DOOR)
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ends somebody's place, with a reason that she reads."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    shown = place_by_id(actor, group, pk)
    require(actor, "remove", shown)
    form = ReasonForm(
        request.POST if request.method == "POST" else None, help_text=_("The person reads it for a month.")
    )
    if succeeds(form, lambda data: remove_person(shown, **data, actor=actor)):
        messages.success(request, _("%(person)s no longer takes part.") % {"person": shown.user})
        return redirect("group_members", slug)
    lead = _("%(person)s then reads nothing of the group any more, at once. What was written stays.")
    context = {"here": _("End a place"), "lead": lead % {"person": shown.user}, "action": _("End the place")}
    return page(request, "form", group, form=form, tab="members", **context)


@answers(Rule.DOOR)
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """An interim report."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    require(actor, "report", group)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: life.write_report(group, **data, actor=actor)):
        messages.success(request, _("The report is written."))
        return redirect("group_reports", slug)
    context = {"here": _("Write a report"), "action": _("Publish the report in the forum")}
    return page(request, "form", group, form=form, tab="reports", audience=who_sees(group, actor), **context)


@answers(Rule.DOOR)
def close(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks for one page and for what becomes of the drafts, and says what closing means."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    require(actor, "close", group)
    sent = request.POST if request.method == "POST" else None
    form = ClosingForm(sent, drafts=list(writing_in(group.pk)), heirs=heirs_for(actor, group))
    if succeeds(
        form, lambda data: life.close_group(group, report=data["text"], heirs=form.chosen_heirs(), actor=actor)
    ):
        messages.success(request, _("The group is closed. Its members can still read everything."))
        return redirect(group)
    lead = _(
        "A closed group is only read: by those who are in it now, and the programme office knows of it. Entries that "
        "came from it stay in the knowledge base. Closing cannot be undone."
    )
    return page(request, "form", group, form=form, here=_("Close the group"), lead=lead, action=_("Close the group"))


@answers(Rule.DOOR)
@require_POST
def turn(request: HttpRequest, slug: str, what: str) -> HttpResponse:
    """What one button does: pausing, resuming, going on, recording the mandate."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    if what not in TURNS:
        raise Missing
    TURNS[what](group, actor=actor)
    messages.success(request, _("Noted."))
    return redirect(group)
