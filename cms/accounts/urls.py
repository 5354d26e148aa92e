"""Addresses under `/konto/`; the names are django-allauth's, so that its own links and redirects lead here."""

from __future__ import annotations

from allauth.account import views as allauth
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import re_path

from cms.accounts import feed_pages, passkey_pages, profile, token_pages, views
from cms.accounts.elsewhere import pages as elsewhere
from cms.accounts.front_ends import pages as front_end_pages
from cms.accounts.routes import account_page, ruled
from plugins.api.adapters.routes import Rule

urlpatterns = [
    account_page("", views.overview, "account"),
    account_page("profil/", profile.profile, "account_profile"),
    account_page("daten/", views.personal_data, "account_data"),
    account_page("daten/herunterladen/", views.download_personal_data, "account_data_download"),
    account_page("zugaenge/", token_pages.token_list, "account_tokens"),
    account_page("zugaenge/neu/", token_pages.token_create, "account_token_create"),
    account_page("zugaenge/<int:pk>/beenden/", token_pages.token_revoke, "account_token_revoke"),
    account_page("oberflaechen/", front_end_pages.front_end_list, "account_front_ends"),
    account_page("oberflaechen/<int:pk>/beenden/", front_end_pages.front_end_end, "account_front_end_end"),
    account_page("feeds/", feed_pages.address_list, "account_feeds"),
    account_page("feeds/neu/", feed_pages.address_create, "account_feed_create"),
    account_page("feeds/<int:pk>/beenden/", feed_pages.address_revoke, "account_feed_revoke"),
    account_page("sitzungen/", views.sessions, "usersessions_list"),
    # signing in and out
    account_page("anmelden/", passkey_pages.sign_in, "account_login", Rule.EVERYBODY),
    account_page("abmelden/", allauth.logout, "account_logout", Rule.EVERYBODY),
    account_page("bestaetigen/", allauth.reauthenticate, "account_reauthenticate"),
    account_page("geschlossen/", allauth.account_inactive, "account_inactive", Rule.EVERYBODY),
    account_page("registrieren/", allauth.signup, "account_signup", Rule.EVERYBODY),
    # signing in with an account elsewhere
    account_page("anmelden/mit/<slug:provider_id>/", elsewhere.sign_in, "openid_connect_login", Rule.EVERYBODY),
    account_page(
        "anmelden/mit/<slug:provider_id>/zurueck/", elsewhere.come_back, "openid_connect_callback", Rule.EVERYBODY
    ),
    account_page("verbindungen/", elsewhere.connections, "socialaccount_connections"),
    account_page("verbindungen/<int:pk>/beenden/", elsewhere.end_connection, "account_disconnect"),
    # passwords
    account_page("passwort/vergessen/", allauth.password_reset, "account_reset_password", Rule.EVERYBODY),
    account_page(
        "passwort/vergessen/gesendet/", allauth.password_reset_done, "account_reset_password_done", Rule.EVERYBODY
    ),
    re_path(
        r"^passwort/neu/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        ruled(allauth.password_reset_from_key, Rule.EVERYBODY),
        name="account_reset_password_from_key",
    ),
    account_page(
        "passwort/gesetzt/",
        allauth.password_reset_from_key_done,
        "account_reset_password_from_key_done",
        Rule.EVERYBODY,
    ),
    account_page("passwort/aendern/", allauth.password_change, "account_change_password"),
    # second factor
    account_page("zweiter-faktor/", factor.index, "mfa_index"),
    account_page("zweiter-faktor/code/", passkey_pages.second_step, "mfa_authenticate", Rule.EVERYBODY),
    account_page("zweiter-faktor/bestaetigen/", factor.reauthenticate, "mfa_reauthenticate"),
    account_page("zweiter-faktor/app/", totp.activate_totp, "mfa_activate_totp"),
    account_page("zweiter-faktor/app/entfernen/", totp.deactivate_totp, "mfa_deactivate_totp"),
    account_page("zweiter-faktor/notfallcodes/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    account_page("zweiter-faktor/notfallcodes/neu/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    account_page(
        "zweiter-faktor/notfallcodes/herunterladen/", codes.download_recovery_codes, "mfa_download_recovery_codes"
    ),
    # passkeys
    account_page("passkeys/", passkey_pages.passkey_list, "mfa_list_webauthn"),
    account_page("passkeys/neu/", passkey_pages.passkey_add, "mfa_add_webauthn"),
    account_page("passkeys/<int:pk>/umbenennen/", passkey_pages.passkey_rename, "mfa_edit_webauthn"),
    account_page("passkeys/<int:pk>/entfernen/", passkey_pages.passkey_remove, "mfa_remove_webauthn"),
    account_page("passkeys/anmelden/", passkey_pages.passkey_sign_in, "mfa_login_webauthn", Rule.EVERYBODY),
    account_page("passkeys/bestaetigen/", passkey_pages.passkey_confirm, "mfa_reauthenticate_webauthn"),
    # what django-allauth offers and this forum does not: the office looks after addresses
    account_page("e-mail/", views.to_overview, "account_email"),
    account_page("passwort/setzen/", views.to_password_reset, "account_set_password", Rule.EVERYBODY),
    account_page("e-mail/gesendet/", views.not_offered, "account_email_verification_sent", Rule.EVERYBODY),
    account_page("e-mail/<key>/", views.not_offered, "account_confirm_email", Rule.EVERYBODY),
    account_page("anmelden/fehler/", views.not_offered, "socialaccount_login_error", Rule.EVERYBODY),
    account_page("anmelden/abgebrochen/", views.not_offered, "socialaccount_login_cancelled", Rule.EVERYBODY),
    account_page("anmelden/registrieren/", views.not_offered, "socialaccount_signup", Rule.EVERYBODY),
    account_page("code/", views.not_offered, "account_confirm_login_code", Rule.EVERYBODY),
]
