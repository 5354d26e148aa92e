"""The way into Wagtail's admin: through our sign-in, for people with a role, with a second factor where one is due."""

from __future__ import annotations

from functools import wraps
from typing import Any

from allauth.account.views import logout
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, path, re_path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms.accounts import views
from cms.accounts.backend import ADMIN
from cms.accounts.routes import View, ruled
from plugins.api.adapters.routes import Rule, answers


def guarded(view: View) -> View:
    """Before Wagtail asks: whoever is signed in without a role reads why not.

    Wagtail would send them to the sign-in, which would send them back, for ever. Visitors are left to Wagtail, which
    does the right thing with them.
    """

    @answers(Rule.STAFF)
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            if not request.user.has_perm(ADMIN):
                raise PermissionDenied(_("Only authors, editors and the programme office work here."))
            if lacks_second_factor(request):
                messages.info(request, _("To work here you need a second factor. Please set one up now."))
                return redirect("mfa_index")
        return view(request, *args, **kwargs)

    return answer


def lacks_second_factor(request: HttpRequest) -> bool:
    """`LERNNETZ_REQUIRE_2FA=1` demands one of everybody who may enter."""
    factors = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return settings.LERNNETZ_REQUIRE_2FA and not is_mfa_enabled(request.user, factors)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Wagtail's sign-in is ours, whatever the method; where the person wanted to go is kept."""
    wanted = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        wanted = reverse("wagtailadmin_home")
    return redirect_to_login(wanted)


# Wagtail's own ways in would open the admin with a password alone, so ours stand before them.
urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", ruled(to_sign_in, Rule.EVERYBODY)),
    path("logout/", ruled(logout, Rule.EVERYBODY)),
    re_path(r"^password_reset(?:/.*)?$", ruled(views.to_password_reset, Rule.EVERYBODY)),
    *decorate_urlpatterns(wagtailadmin_urls.urlpatterns, guarded),
]
