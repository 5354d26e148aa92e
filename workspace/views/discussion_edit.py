"""Another title and other topics for a discussion."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from plugins.api.access import require
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from workspace.actions.discussions import edit_discussion
from workspace.queries.discussions import discussion_for
from workspace.views.discussion_forms import TitleForm, tell


@answers(Rule.DOOR)
@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """For whoever began it, and whoever is responsible for it."""
    actor = actor_of(request)
    found = discussion_for(actor, pk)
    require(actor, "edit", found)
    now = {"title": found.title, "topics": found.topics.all()}
    form = TitleForm(request.POST if request.method == "POST" else None, actor=actor, initial=now)
    if form.is_bound and form.is_valid():
        try:
            edit_discussion(found, actor=actor, **form.cleaned_data)
        except Invalid as invalid:
            tell(form, invalid)
        else:
            messages.success(request, _("The discussion is changed."))
            return redirect(found.get_absolute_url())
    return private(render(request, "diskussionen/edit_discussion.html", {"discussion": found, "form": form}))
