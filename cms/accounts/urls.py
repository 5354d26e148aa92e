"""Addresses under `/konto/`; the names are django-allauth's, so that its own links lead here."""

from __future__ import annotations

from allauth.account import views as allauth
from django.urls import path

urlpatterns = [
    path("anmelden/", allauth.login, name="account_login"),
    path("abmelden/", allauth.logout, name="account_logout"),
    path("passwort/vergessen/", allauth.password_reset, name="account_reset_password"),
]
