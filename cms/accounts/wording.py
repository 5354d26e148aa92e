"""Sentences of django-allauth that people meet, listed so that our catalogue says them in our words (Sie-Form)."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

SENTENCES = (
    _("Authenticator App"),
    _("Authenticator code"),
    _("Be patient, you are sending too many requests."),
    _("Code"),
    _("Current Password"),
    _("Email"),
    _("Email address"),
    _("Forgot your password?"),
    _("Incorrect code."),
    _("Incorrect password."),
    _("New Password"),
    _("New Password (again)"),
    _("Password"),
    _("Password successfully changed."),
    _("Please type your current password."),
    _("The email address and/or password you specified are not correct."),
    _("This account is currently inactive."),
    _("Too many failed login attempts. Try again later."),
    _("Use a security key"),
    _("Use authenticator app or code"),
    _("Use your password"),
    _("You have signed out."),
    _("You must type the same password each time."),
)
