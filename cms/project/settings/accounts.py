"""Accounts: sign-in by e-mail through django-allauth, sign-up closed, Wagtail's own login covered by ours."""

from __future__ import annotations

from cms.project import env

AUTH_USER_MODEL = "accounts.User"
# The first two answer for what they know and their no is final; Django's own backend stands behind allauth's, and is
# not named here: each that knows passwords would hash every attempt once more.
AUTHENTICATION_BACKENDS = [
    "plugins.api.adapters.backend.DoorBackend",
    "cms.accounts.backend.RolesBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "home"

ACCOUNT_ADAPTER = "cms.accounts.adapter.ClosedSignUp"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# Django's: allauth's would store the address a second time, and the old one would go on working after a change.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "passkey_challenge": "60/m/ip",
    "report_barrier": "10/h/ip",
    "ask_for_contact": "10/h/ip,3/d/key",
    "begin_application": "20/h/ip,3/h/key",
    "application_mail": "6/h/key",
    "register_for_event": "20/h/ip,3/d/key",
    "search_in_vain": "60/h/ip",
    "search_feedback": "60/h/ip",
}
USERSESSIONS_TRACK_ACTIVITY = False

MFA_ADAPTER = "cms.accounts.adapter.SecondFactor"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_USER_VERIFICATION = "required"
"""Fingerprint, face or PIN each time: a passkey stands for the password and the second factor together."""
MFA_RATE_LIMITS = {"webauthn_login": "30/m/ip"}
MFA_ALLOW_UNVERIFIED_EMAIL = True
"""The office makes accounts, and the link to the first password proves the address."""
MFA_TOTP_TOLERANCE = 1
LERNNETZ_REQUIRE_2FA = env.flag("LERNNETZ_REQUIRE_2FA")

SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True

# Accounts in Wagtail's admin are ours (`cms.accounts.people_admin`): nobody sets a password for somebody else.
WAGTAILUSERS_PASSWORD_ENABLED = False
