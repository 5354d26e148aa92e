"""Addresses of a person's feeds: listed, created with the address shown once, ended."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from cms.accounts.feed_addresses import create_feed_address, revoke_feed_address
from cms.accounts.forms import FeedAddressForm
from cms.accounts.queries import feed_addresses
from plugins.api.adapters.forms import refuse
from plugins.api.adapters.http import actor_of
from plugins.api.errors import Invalid


@login_required
def address_list(request: HttpRequest) -> HttpResponse:
    """The person's addresses that work."""
    addresses = [
        {
            "name": address.name,
            "beginning": address.beginning,
            "created_at": address.created_at,
            "last_used_at": address.last_used_at,
            "revoke_url": reverse("account_feed_revoke", args=[address.pk]),
        }
        for address in feed_addresses(actor_of(request))
    ]
    return render(request, "konto/feeds.html", {"addresses": addresses, "create_url": reverse("account_feed_create")})


@login_required
@sensitive_variables("secret")
def address_create(request: HttpRequest) -> HttpResponse:
    """The secret stands in the answer to the form and nowhere else."""
    form = FeedAddressForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "list_url": reverse("account_feeds")}
    if form.is_bound and form.is_valid():
        try:
            address, secret = create_feed_address(**form.cleaned_data, actor=actor_of(request))
        except Invalid as invalid:
            refuse(form, invalid)
        else:
            url = settings.WAGTAILADMIN_BASE_URL + reverse("feed_of_person", args=[secret])
            return render(request, "konto/feed_created.html", {**context, "name": address.name, "url": url})
    return render(request, "konto/feed_create.html", context)


@login_required
def address_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first; after the POST the address leads nowhere."""
    actor = actor_of(request)
    address = get_object_or_404(feed_addresses(actor), pk=pk)
    if request.method == "POST":
        revoke_feed_address(address, actor=actor)
        messages.success(request, _("The address “%(name)s” has ended.") % {"name": address.name})
        return redirect("account_feeds")
    return render(request, "konto/feed_revoke.html", {"address": address, "list_url": reverse("account_feeds")})
