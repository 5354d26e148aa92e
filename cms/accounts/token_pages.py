"""Tokens for programs: listed, created with their plain text shown once, ended."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from cms.accounts.actions import create_token, revoke_token
from cms.accounts.forms import TokenForm
from cms.accounts.queries import living_tokens
from plugins.api.adapters.forms import refuse
from plugins.api.adapters.http import actor_of
from plugins.api.errors import Invalid


@login_required
def token_list(request: HttpRequest) -> HttpResponse:
    """The person's tokens that still work."""
    tokens = [
        {
            "name": token.name,
            "beginning": token.prefix,
            "scopes": token.lernnetz.scope_labels(),
            "created_at": token.created,
            "last_used_at": token.last_used_at,
            "revoke_url": reverse("account_token_revoke", args=[token.pk]),
        }
        for token in living_tokens(actor_of(request))
    ]
    return render(request, "konto/tokens.html", {"tokens": tokens, "create_url": reverse("account_token_create")})


@login_required
@sensitive_variables("plain_text")
def token_create(request: HttpRequest) -> HttpResponse:
    """The plain text stands in the answer to the form and nowhere else: no address, session or log ever holds it."""
    form = TokenForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "list_url": reverse("account_tokens")}
    if form.is_bound and form.is_valid():
        try:
            token, plain_text = create_token(**form.cleaned_data, actor=actor_of(request))
        except Invalid as invalid:
            refuse(form, invalid)
        else:
            return render(request, "konto/token_created.html", {**context, "name": token.name, "token": plain_text})
    return render(request, "konto/token_create.html", context)


@login_required
def token_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first; after the POST the token no longer works."""
    actor = actor_of(request)
    token = get_object_or_404(living_tokens(actor), pk=pk)
    if request.method == "POST":
        revoke_token(token, actor=actor)
        messages.success(request, _("The token “%(name)s” has ended.") % {"name": token.name})
        return redirect("account_tokens")
    return render(request, "konto/token_revoke.html", {"token": token, "list_url": reverse("account_tokens")})
