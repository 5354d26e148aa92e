"""Front ends that somebody let in, under `/konto/`."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.accounts.front_ends.actions import shut_out
from cms.accounts.front_ends.queries import front_ends_of, open_to
from cms.accounts.front_ends.scopes import in_words
from plugins.api.adapters.http import actor_of


@login_required
def front_end_list(request: HttpRequest) -> HttpResponse:
    """Since when, for what, and when it last asked something."""
    front_ends = [
        {
            "name": access.client.name,
            "scopes": in_words(open_to(access)),
            "given_at": access.given_at,
            "last_used_at": access.last_used_at,
            "end_url": reverse("account_front_end_end", args=[access.pk]),
        }
        for access in front_ends_of(actor_of(request))
    ]
    return render(request, "konto/front_ends.html", {"front_ends": front_ends})


@login_required
def front_end_end(request: HttpRequest, pk: int) -> HttpResponse:
    """One button: whoever shuts a front end out by mistake lets it in again when they next sign in there."""
    actor = actor_of(request)
    access = get_object_or_404(front_ends_of(actor), pk=pk)
    if request.method == "POST":
        shut_out(access, actor=actor)
        messages.success(request, _("“%(name)s” has no access any more.") % {"name": access.client.name})
    return redirect("account_front_ends")
