"""Saved searches: kept from the page of results, listed, renamed and deleted under the account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.access import Actor, may, visible_to
from plugins.api.adapters.forms import refuse
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from search.actions.saved_searches import NO_NAME, choose_alert, forget_search, rename_search, save_search
from search.addresses import Address, newest_first
from search.models import Alert, SavedSearch


class NameForm(forms.Form):
    """What a search is called."""

    name = forms.CharField(
        label=gettext_lazy("Name of the search"),
        help_text=gettext_lazy("For you, so that you recognise it later."),
        error_messages={"required": NO_NAME},
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


def saved_by(actor: Actor) -> list[dict[str, Any]]:
    """The actor's searches by name, each with the address of its results and of what can be done with it."""
    if actor.user is None:
        return []
    return [
        {
            "pk": search.pk,
            "name": search.name,
            "alert": search.alert,
            "one_url": reverse("saved_search", args=[search.pk]),
            "url": _address_of(search),
            "rename_url": reverse("rename_search", args=[search.pk]),
            "forget_url": reverse("forget_search", args=[search.pk]),
        }
        for search in visible_to(actor, SavedSearch.objects.all())
    ]


@answers(Rule.SIGNED_IN)
@login_required
def save(request: HttpRequest) -> HttpResponse:
    """Asks for a name; what is saved stands in the address."""
    actor, address = actor_of(request), Address(reverse("search"), request.GET)
    decision = may(actor, "create", SavedSearch)
    form = NameForm(request.POST if request.method == "POST" else None, initial={"name": address.text[:100]})
    if form.is_bound and form.is_valid():
        try:
            search = save_search(form.cleaned_data["name"], address.parts(), actor=actor)
        except Invalid as invalid:
            refuse(form, invalid)
        else:
            messages.success(request, _("The search “%(name)s” is saved.") % {"name": search.name})
            return HttpResponseRedirect(address.with_())
    context = {"form": form, "back_url": address.with_(), "refusal": "" if decision else decision.reason}
    return private(render(request, "konto/save_search.html", context))


@answers(Rule.SIGNED_IN)
@login_required
def saved_list(request: HttpRequest) -> HttpResponse:
    """All that this person has saved."""
    context = {"searches": saved_by(actor_of(request)), "alerts": Alert.choices}
    return private(render(request, "konto/saved_searches.html", context))


@answers(Rule.SIGNED_IN)
@login_required
def saved(request: HttpRequest, pk: int) -> HttpResponse:
    """Leads to what it finds today, the newest first. A POST chooses how often its owner is told of new results."""
    search = _own(request, pk)
    if request.method == "POST":
        wanted = request.POST.get("alert", "")
        if wanted in Alert.values:
            choose_alert(pk, wanted, actor=actor_of(request))
            messages.success(request, _("Your choice is saved."))
        return redirect("saved_searches")
    return private(HttpResponseRedirect(newest_first(reverse("search"), search.parameters).with_()))


@answers(Rule.SIGNED_IN)
@login_required
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name for the same question."""
    search = _own(request, pk)
    form = NameForm(request.POST if request.method == "POST" else None, initial={"name": search.name})
    if form.is_bound and form.is_valid():
        try:
            rename_search(pk, form.cleaned_data["name"], actor=actor_of(request))
        except Invalid as invalid:
            refuse(form, invalid)
        else:
            messages.success(request, _("The new name is saved."))
            return redirect("saved_searches")
    return private(render(request, "konto/rename_search.html", {"form": form, "name": search.name}))


@answers(Rule.SIGNED_IN)
@login_required
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first; after the POST it is gone."""
    search = _own(request, pk)
    if request.method == "POST":
        forget_search(pk, actor=actor_of(request))
        messages.success(request, _("The search “%(name)s” is deleted.") % {"name": search.name})
        return redirect("saved_searches")
    return private(render(request, "konto/forget_search.html", {"name": search.name}))


def _own(request: HttpRequest, pk: int) -> SavedSearch:
    return get_object_or_404(visible_to(actor_of(request), SavedSearch.objects.all()), pk=pk)


def _address_of(search: SavedSearch) -> str:
    return f"{reverse('search')}?{search.parameters}"
