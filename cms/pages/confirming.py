"""For whoever is asked to confirm a version: reading it, suggesting changes, answering, and what became of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from cms.actions.confirming import answer_confirmation, suggest_change, take_back_suggestion
from cms.layers import would_release_whole_text
from cms.models import Confirmation, CountyAnswer
from cms.pages.preview import for_members
from cms.presenting import as_detail
from cms.projecting import article_context
from cms.queries.confirmations import own_confirmation, own_suggestion, suggestions_with_labels
from cms.suggesting import Part, parts_of
from plugins.api.access import may
from plugins.api.adapters.forms import refuse
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid, Missing


class AnswerForm(forms.Form):
    """Whether the county agrees; no answer is filled in beforehand."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Does your county agree that this is published?"),
        choices=[
            (CountyAnswer.NAMED, gettext_lazy("Yes. County and persons may be named as they are in the text.")),
            (CountyAnswer.UNNAMED, gettext_lazy("Yes, but without being named.")),
            (CountyAnswer.REFUSED, gettext_lazy("No, it should not be published.")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Please choose one of the answers.")},
    )
    note = forms.CharField(
        label=gettext_lazy("Note to the editors"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SuggestionForm(forms.Form):
    """Another wording for one part."""

    passage = forms.CharField(
        label=gettext_lazy("Which passage?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Copy the passage that should read differently.")},
    )
    wording = forms.CharField(
        label=gettext_lazy("How should it read instead?"),
        required=False,
        max_length=10000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    why = forms.CharField(
        label=gettext_lazy("Why?"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, part: Part, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        passage = self.fields["passage"]
        passage.required = not part.is_only_text
        passage.help_text = _("Copy it from the text above, exactly as it stands there, at most one paragraph.")
        if part.is_only_text:
            passage.help_text += " " + _("Leave it empty if you want to write the whole part anew.")
        else:
            passage.help_text += " " + _("There is more than text in this part, so only passages can be changed.")
        self.fields["wording"].help_text = _(
            "Plain text; an empty line begins a new paragraph. Leave it empty if the passage is to be left out."
        )


@answers(Rule.SIGNED_IN)
@login_required
def confirmation(request: HttpRequest, pk: int) -> HttpResponse:
    """While it is open the version and the form of the answer, afterwards what was answered and what became of it."""
    actor = actor_of(request)
    asked = own_confirmation(actor, pk)
    decision = may(actor, "answer", asked)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if decision and form.is_bound and form.is_valid():
        answer_confirmation(asked, **form.cleaned_data, actor=actor)
        messages.success(request, _("Thank you. The editors have your answer."))
        return redirect("confirmation", pk)
    context = {"asked": asked, "suggestions": suggestions_with_labels(asked)}
    if decision:
        article = _article(asked)
        parts = parts_of(asked.entry.specific, asked.content)
        context |= {"form": form, "article": article, "parts": parts}
    else:
        context["reason"] = decision.reason
    return private(render(request, "start/confirmation.html", context))


@answers(Rule.SIGNED_IN)
@login_required
def suggestion(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """One part as it stands, and the form below it; what does not fit is said at its field and loses nothing."""
    actor = actor_of(request)
    asked = own_confirmation(actor, pk)
    if not may(actor, "answer", asked):
        return redirect("confirmation", pk)
    shown = next((known for known in parts_of(asked.entry.specific, asked.content) if known.name == part), None)
    if shown is None:
        raise Missing
    form = SuggestionForm(request.POST if request.method == "POST" else None, part=shown)
    if form.is_bound and form.is_valid():
        try:
            suggest_change(asked, part=part, **form.cleaned_data, actor=actor)
        except Invalid as invalid:
            refuse(form, invalid)
        else:
            messages.success(request, _("Your suggestion is noted. The editors get it with your answer."))
            return redirect("confirmation", pk)
    context = {"asked": asked, "part": shown, "form": form}
    return private(render(request, "start/confirmation_suggestion.html", context))


@answers(Rule.SIGNED_IN)
@login_required
@require_POST
def take_back(request: HttpRequest, pk: int, suggestion_id: int) -> HttpResponse:
    """Leaves a suggestion out again."""
    actor = actor_of(request)
    take_back_suggestion(own_suggestion(actor, pk, suggestion_id), actor=actor)
    messages.success(request, _("The suggestion is left out."))
    return redirect("confirmation", pk)


def _article(asked: Confirmation) -> SafeString:
    """The version as members would read it, with a line that says what everybody would."""
    entry = asked.entry.specific.with_content_json(asked.content)
    content = for_members(entry)
    context = article_context(content, {"id": entry.pk, **as_detail(content)})
    context["entry"] |= {"is_asked": True, "would_be_public": would_release_whole_text(entry)}
    return mark_safe(render_to_string("wissen/article.html", context))  # noqa: S308 - cleaned and escaped there
