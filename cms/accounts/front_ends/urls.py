"""Addresses of the provider, where django-allauth has them; front ends elsewhere read them from discovery."""

from __future__ import annotations

from allauth.idp.oidc import views as allauth
from django.urls import include, path

from cms.accounts.front_ends import views
from cms.accounts.routes import account_page
from cms.accounts.views import not_offered
from plugins.api.adapters.routes import Rule, answers

_addresses = [
    path(".well-known/openid-configuration", answers(Rule.EVERYBODY)(allauth.configuration), name="configuration"),
    path(".well-known/jwks.json", answers(Rule.EVERYBODY)(allauth.jwks), name="jwks"),
    account_page("identity/o/authorize", views.authorization, "authorization", Rule.EVERYBODY),
    account_page("identity/o/logout", views.logout, "logout", Rule.EVERYBODY),
    account_page("identity/o/api/token", views.token, "token", Rule.EVERYBODY),
    account_page("identity/o/api/revoke", views.revoke, "revoke", Rule.EVERYBODY),
    account_page("identity/o/api/userinfo", views.user_info, "userinfo", Rule.SIGNED_IN),
    # devices without a browser: django-allauth asks for the address, the forum has no use for it
    account_page("identity/o/api/device/code", not_offered, "device_code", Rule.EVERYBODY),
]

urlpatterns = [path("", include(([path("", include((_addresses, "oidc")))], "idp")))]
