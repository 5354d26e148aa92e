"""The form in which anybody reports a barrier, and the page that says it has arrived."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control

from cms.actions.barriers import report_barrier
from plugins.api.adapters.forms import TRAP, refused_by_anybodys_form
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers

TOO_MANY = _(
    "Very many reports came from your connection. Please try again in an hour, or write to the programme office."
)


class BarrierForm(forms.Form):
    """Only the description is needed."""

    description = forms.CharField(
        label=_("What does not work?"),
        help_text=_("In your own words. What did you want to do, and what happened?"),
        error_messages={"required": _("Tell us in a few words what does not work.")},
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    page = forms.CharField(
        label=_("On which page?"),
        help_text=_("The address or the title of the page."),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reads_with = forms.CharField(
        label=_("What do you read with?"),
        help_text=_("For example a screen reader, large type, the keyboard alone, a telephone."),
        required=False,
        max_length=200,
    )
    email = forms.EmailField(
        label=_("E-mail address for our answer"),
        help_text=_("Without an address we receive your report too, but cannot answer you."),
        error_messages={"invalid": _("This is not a complete e-mail address, such as name@example.org.")},
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


@answers(Rule.EVERYBODY)
@cache_control(private=True, no_store=True)
def report(request: HttpRequest) -> HttpResponse:
    """The same for everybody; what a program filled in is thanked for and thrown away."""
    form = BarrierForm(request.POST if request.method == "POST" else None)
    status = refused_by_anybodys_form(
        request,
        form,
        lambda data: report_barrier(**data, actor=actor_of(request)),
        limit="report_barrier",
        too_many=TOO_MANY,
    )
    if status is None:
        return redirect("barrier_reported")
    return render(request, "pages/report_barrier.html", {"form": form, "trap": TRAP}, status=status)


@answers(Rule.EVERYBODY)
@cache_control(private=True, no_store=True)
def received(request: HttpRequest) -> HttpResponse:
    """The receipt."""
    return render(request, "pages/barrier_reported.html")
