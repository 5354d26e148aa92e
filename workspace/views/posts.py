"""One post: correcting it, its earlier wordings, deleting and reporting it, and marking it as the answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import may, require
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from workspace.actions.discussions import mark_answer
from workspace.actions.posts import delete_post, edit_post, report_post, resolve_report
from workspace.models import Post
from workspace.queries.discussions import earlier_wordings, post_for, report_for
from workspace.views.attaching import Attaching
from workspace.views.discussion_forms import PostForm, ReasonForm, ResolutionForm, tell
from workspace.views.discussion_words import byline
from workspace.views.file_forms import sent


@answers(Rule.DOOR)
@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Another wording."""
    actor = actor_of(request)
    post = post_for(actor, pk)
    require(actor, "edit", post)
    form = PostForm(*sent(request), initial=_as_typed(post))
    attaching = Attaching(request, actor, post)
    attaching.take(form)
    if form.is_bound and form.is_valid():
        try:
            edit_post(
                post,
                form.cleaned_data["text"],
                actor=actor,
                attachments=attaching.chosen(),
                is_formatted=form.cleaned_data["is_formatted"],
            )
        except Invalid as invalid:
            tell(form, invalid)
        else:
            messages.success(request, _("Your post is changed. Readers find the earlier wording behind “edited”."))
            return redirect(post.get_absolute_url())
    return private(render(request, "diskussionen/edit.html", {"post": post, "form": form, "attaching": attaching}))


@answers(Rule.DOOR)
@login_required
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """What it said before."""
    post = post_for(actor_of(request), pk)
    context = {"post": post, "by": byline(post), "versions": earlier_wordings(post)}
    return private(render(request, "diskussionen/history.html", context))


@answers(Rule.DOOR)
@login_required
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first."""
    actor = actor_of(request)
    post = post_for(actor, pk)
    require(actor, "delete", post)
    if request.method == "POST":
        delete_post(post, actor=actor)
        messages.success(request, _("The post is deleted."))
        return redirect(post.get_absolute_url())
    return private(render(request, "diskussionen/delete.html", {"post": post, "by": byline(post)}))


@answers(Rule.DOOR)
@login_required
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks those who are responsible to look at it."""
    actor = actor_of(request)
    post = post_for(actor, pk)
    require(actor, "report", post)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        report_post(post, form.cleaned_data["reason"], actor=actor)
        messages.success(request, _("Your report is on its way. You read under “Reports” what became of it."))
        return redirect(post.get_absolute_url())
    return private(render(request, "diskussionen/report.html", {"post": post, "by": byline(post), "form": form}))


@answers(Rule.DOOR)
@login_required
@require_POST
def solve(request: HttpRequest, pk: int) -> HttpResponse:
    """This post is the answer."""
    actor = actor_of(request)
    post = post_for(actor, pk)
    mark_answer(post, actor=actor)
    messages.success(request, _("The post stands at the top as the answer."))
    return redirect(post.discussion.get_absolute_url())


@answers(Rule.DOOR)
@login_required
def resolve(request: HttpRequest, pk: int) -> HttpResponse:
    """What was reported, and the word about what was done."""
    actor = actor_of(request)
    found = report_for(actor, pk)
    decision = may(actor, "resolve", found)
    form = ResolutionForm(request.POST if request.method == "POST" else None)
    if decision and form.is_bound and form.is_valid():
        resolve_report(found, form.cleaned_data["resolution"], actor=actor)
        messages.success(request, _("The report is resolved."))
        return redirect("post_reports")
    context = {
        "report": found,
        "post": found.post if may(actor, "see", found.post) else None,
        "by": byline(found.post),
        "form": form if decision else None,
    }
    return private(render(request, "diskussionen/resolve.html", context))


def _as_typed(post: Post) -> dict[str, Any]:
    return {"text": post.text, "is_formatted": "1" if post.is_formatted else ""}
