"""The programme office asks members to look at a challenge, and they may say no."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from plugins.api.access import require
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from workspace.actions.challenge_requests import ask_members, decline_request
from workspace.queries.challenges import challenge_for, request_for
from workspace.queries.suitable import Suitable, suitable_members
from workspace.views.discussion_forms import tell


class PeopleForm(forms.Form):
    """Whom to ask, each with what speaks for them."""

    people = forms.MultipleChoiceField(
        label=gettext_lazy("Whom do you ask?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one of the members who are proposed.")},
    )

    def __init__(self, *args: Any, proposed: list[Suitable], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposed = proposed
        choices = [(str(one.person.pk), f"{one.person}: {' '.join(one.reasons)}") for one in proposed]
        self.fields["people"].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> list[Any]:
        return [one.person for one in self.proposed if str(one.person.pk) in self.cleaned_data["people"]]


@answers(Rule.DOOR)
@login_required
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Members for whom something speaks, with the reasons in words."""
    actor = actor_of(request)
    found = challenge_for(actor, pk)
    require(actor, "ask_members", found)
    form = PeopleForm(request.POST if request.method == "POST" else None, proposed=suitable_members(found, actor))
    if form.is_bound and form.is_valid():
        try:
            ask_members(found, form.chosen(), actor=actor)
        except Invalid as invalid:
            tell(form, invalid)
        else:
            messages.success(request, _("The members are asked. They are told at once."))
            return redirect(found.get_absolute_url())
    return private(render(request, "herausforderungen/ask.html", {"form": form, "challenge": found}))


@answers(Rule.DOOR)
@login_required
@require_POST
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """The asked person cannot help here."""
    actor = actor_of(request)
    found = decline_request(request_for(actor, pk), actor=actor)
    messages.success(request, _("The programme office sees that you cannot help here. Thank you for the answer."))
    return redirect(found.challenge.get_absolute_url())
