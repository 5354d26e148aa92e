"""Registering front ends: where they may send people back to, from where their pages ask, what they may ask for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from allauth.idp.oidc.adapter import get_adapter
from allauth.idp.oidc.models import Client
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.front_ends.scopes import LABELS, OPENID
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid

THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass
class Registration:
    """What the programme office says about a front end."""

    name: str
    is_public: bool = True
    """Without a secret: pages in a browser and programs on people's devices cannot keep one."""
    redirect_uris: list[str] = field(default_factory=list)
    after_logout: list[str] = field(default_factory=list)
    cors_origins: list[str] = field(default_factory=list)
    scopes: list[str] = field(default_factory=list)

    def problems(self) -> dict[str, list[str]]:
        """Sentences by field; none where all is well."""
        found = {
            "name": [] if self.name.strip() else [_("Give the front end a name that people recognise.")],
            "redirect_uris": _wrong_addresses(self.redirect_uris),
            "after_logout": _wrong_addresses(self.after_logout),
            "cors_origins": [_not_an_origin(one) for one in self.cors_origins if not _is_origin(one)],
            "scopes": [_("“%s” does not exist.") % one for one in self.scopes if one not in LABELS],
        }
        if not self.redirect_uris:
            found["redirect_uris"].append(_("Name at least one address to which people come back."))
        return {name: sentences for name, sentences in found.items() if sentences}

    def write_to(self, client: Client) -> None:
        """What django-allauth calls it. Only code and refresh token; nothing is let in unasked."""
        client.name = self.name.strip()
        client.type = Client.Type.PUBLIC if self.is_public else Client.Type.CONFIDENTIAL
        client.set_redirect_uris(self.redirect_uris)
        client.set_post_logout_redirect_uris(self.after_logout)
        client.set_cors_origins(self.cors_origins)
        client.set_scopes([scope for scope in LABELS if scope in {OPENID, *self.scopes}])
        client.set_default_scopes([OPENID])
        client.set_grant_types([Client.GrantType.AUTHORIZATION_CODE, Client.GrantType.REFRESH_TOKEN])
        client.set_response_types([Client.ResponseType.CODE])
        client.allow_uri_wildcards = client.skip_consent = False


@transaction.atomic
def register(registration: Registration, *, client_id: str = "", actor: Actor) -> tuple[Client, str]:
    """A new front end and its secret, which exists only in this answer; a public one has none."""
    require(actor, "create", Client)
    _check(registration)
    client = Client(pk=client_id) if client_id else Client()
    registration.write_to(client)
    secret = give_secret(client)
    client.save(force_insert=True)
    log(client, "wagtail.create", user=actor.user)
    return client, secret


@transaction.atomic
def change(client: Client, registration: Registration, *, actor: Actor) -> tuple[Client, str]:
    """From now on the front end is like this. A secret is given where it became confidential just now."""
    client = Client.objects.select_for_update().get(pk=client.pk)
    require(actor, "edit", client)
    _check(registration)
    was_public = client.type == Client.Type.PUBLIC
    registration.write_to(client)
    secret = give_secret(client) if was_public else ""
    client.save()
    log(client, "wagtail.edit", user=actor.user)
    return client, secret


@transaction.atomic
def renew_secret(client: Client, *, actor: Actor) -> str:
    """The front end proves itself with this secret from now on; only its hash is stored."""
    require(actor, "edit", client)
    secret = give_secret(client)
    client.save(update_fields=["secret"])
    log(client, "accounts.renew_client_secret", user=actor.user)
    return secret


@transaction.atomic
def remove(client: Client, *, actor: Actor) -> None:
    """All that it holds of anybody ends with it."""
    require(actor, "delete", client)
    log(client, "wagtail.delete", user=actor.user)
    client.delete()


def give_secret(client: Client) -> str:
    """A new one; a public front end gets one that nobody learns."""
    secret: str = get_adapter().generate_client_secret()
    client.set_secret(secret)
    return "" if client.type == Client.Type.PUBLIC else secret


def _check(registration: Registration) -> None:
    if problems := registration.problems():
        raise Invalid(problems)


def _wrong_addresses(addresses: Iterable[str]) -> list[str]:
    return [
        _("“%s” does not work here: the address begins with https:// and holds neither # nor *.") % one
        for one in addresses
        if not _is_address(one)
    ]


def _not_an_origin(value: str) -> str:
    return _("“%s” is not an origin: give scheme and host, like https://front.example, with nothing behind.") % value


def _is_address(value: str) -> bool:
    """HTTPS; HTTP on this machine; or the scheme of an app, which is a domain backwards (RFC 8252, 7.1)."""
    parts = _split(value)
    if parts is None or "*" in value or "#" in value or any(sign.isspace() for sign in value):
        return False
    if parts.scheme == "http":
        return parts.hostname in THIS_MACHINE
    return bool(parts.hostname) if parts.scheme == "https" else "." in parts.scheme


def _is_origin(value: str) -> bool:
    """As browsers write it: small letters, no default port, nothing behind."""
    parts = _split(value)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or "*" in value:
        return False
    is_default = parts.port == {"http": 80, "https": 443}[parts.scheme]
    return not is_default and value == f"{parts.scheme}://{parts.netloc}" == value.lower()


def _split(value: str) -> SplitResult | None:
    try:
        parts = urlsplit(value)
        _port = parts.port  # raises for one that is no number
    except ValueError:
        return None
    return None if parts.username or parts.password else parts
