"""The person's own profile: how they are called, what they do, in which language the forum speaks to them."""

from __future__ import annotations

from typing import cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from cms.accounts.actions import change_profile
from cms.accounts.language import remember_language
from cms.accounts.models import User
from plugins.api.adapters.http import actor_of


class ProfileForm(forms.ModelForm[User]):
    """Names stand beside what the person writes; the office looks after the address."""

    first_name = forms.CharField(label=gettext_lazy("First name"), max_length=150)
    last_name = forms.CharField(label=gettext_lazy("Last name"), max_length=150)

    class Meta:
        model = User
        fields = ("first_name", "last_name", "function", "language")


@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Shows the profile and keeps what was changed."""
    user = User.objects.get(pk=cast(User, request.user).pk)
    form = ProfileForm(request.POST if request.method == "POST" else None, instance=user)
    if form.is_bound and form.is_valid():
        person = change_profile(user, actor=actor_of(request), **form.cleaned_data)
        with override(person.language):
            messages.success(request, _("Your profile has been saved."))
        return remember_language(redirect("account"), person.language)
    return render(request, "konto/profile.html", {"form": form, "email": user.email})
