"""What accounts plug in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.utils.translation import gettext_lazy as _

from cms.accounts import mails, personal_data, policies, roles, sessions
from cms.accounts.elsewhere.policies import ConnectionPolicy
from cms.accounts.elsewhere.queries import connections_of, identity_providers
from cms.accounts.facts import AccountOpened, PasswordLinkAsked
from cms.accounts.front_ends.actions import forget_used_up_tokens
from cms.accounts.front_ends.demo import load_front_end
from cms.accounts.front_ends.policies import ClientPolicy, FrontEndAccessPolicy
from cms.accounts.models import FeedAddress, FrontEndAccess, User
from plugins.api import extensions as slots
from plugins.api.adapters.sockets.publishing import tell_whose_access_changed, what_is_wrong
from plugins.api.facts import AccessChanged


def all_records() -> Iterator[Any]:
    for policy in (
        policies.UserPolicy(),
        policies.TokenPolicy(),
        policies.FeedAddressPolicy(),
        policies.GroupPolicy(),
        ClientPolicy(),
        FrontEndAccessPolicy(),
        ConnectionPolicy(),
    ):
        yield slots.PolicyRecord(policy)
    yield slots.PrincipalProvider("roles", roles.principals_of, roles.people_with, roles.in_words)
    yield slots.FactListener("accounts.mails", (PasswordLinkAsked,), mails.send_password_links)
    yield slots.FactListener("accounts.invitations", (AccountOpened,), mails.send_invitations)
    yield slots.FactListener("accounts.access", (AccessChanged,), tell_whose_access_changed, at_once=True)
    yield slots.HealthCheck("channel layer", what_is_wrong)
    yield slots.TaskSchedule("accounts.forget_ended_sessions", timedelta(days=1), sessions.forget_ended_sessions)
    yield slots.TaskSchedule("accounts.forget_used_up_tokens", timedelta(days=1), forget_used_up_tokens)
    yield slots.DemoData(
        order=15,
        load=load_front_end,
        to_try=(_("As office@demo.example, see which front ends elsewhere are registered: %(url)scms/front-ends/"),),
    )
    yield slots.PersonalData(
        title=_("Account"),
        models=(User, FeedAddress, FrontEndAccess, SocialAccount),
        hand_out=personal_data.hand_out_account,
        erase=personal_data.erase_account,
        text=_(
            "E-mail address, name, function, roles, tokens, front ends that you let in, accounts elsewhere with which "
            "you sign in, addresses of feeds, passkeys, devices on which you are signed in, and what you did here. "
            "Only you and the programme office see all of it."
        ),
    )
    yield from account_pages()


def account_pages() -> Iterator[slots.AccountPage]:
    yield slots.AccountPage(
        _("Profile and language"), _("Your name, your function, German or English."), "account_profile", 5, "user-round"
    )
    yield slots.AccountPage(
        _("Change password"), _("At least twelve characters."), "account_change_password", 10, "lock"
    )
    yield slots.AccountPage(
        _("Passkeys"),
        _("Sign in with fingerprint, face or PIN of your device, without a password."),
        "mfa_list_webauthn",
        15,
        "fingerprint",
    )
    yield slots.AccountPage(
        _("Second factor"),
        _("A code from your phone beside the password: nobody comes in with the password alone."),
        "mfa_index",
        20,
        "shield-check",
    )
    yield slots.AccountPage(
        _("Account of my county"),
        _("Sign in here with the account that you use at work."),
        "socialaccount_connections",
        25,
        "log-in",
        shown_to=lambda actor: bool(identity_providers()) or connections_of(actor).exists(),
    )
    yield slots.AccountPage(
        _("Where you are signed in"),
        _("Your devices, and how to sign out of the others."),
        "usersessions_list",
        30,
        "monitor",
    )
    yield from pages_of_programs()
    yield slots.AccountPage(
        _("My data"), _("What is stored about you here, to read and to take along."), "account_data", 50, "file-text"
    )
    yield slots.AccountPage(_("Sign out"), _("On this device."), "account_logout", 90, "log-out")


def pages_of_programs() -> Iterator[slots.AccountPage]:
    """What asks here for the person."""
    yield slots.AccountPage(
        _("Access for programs"),
        _("Tokens with which programs read and write for you."),
        "account_tokens",
        40,
        "key-round",
    )
    yield slots.AccountPage(
        _("Front ends"),
        _("Pages elsewhere that you sign in to with this account."),
        "account_front_ends",
        42,
        "link",
    )
    yield slots.AccountPage(
        _("My feeds"),
        _("Secret addresses with which a reader program tells you what is new."),
        "account_feeds",
        45,
        "tag",
    )
