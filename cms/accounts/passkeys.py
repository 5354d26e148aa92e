"""Passkeys: to which name they belong, where they cannot work, and which ones a person has."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from ipaddress import ip_address
from typing import TypedDict
from urllib.parse import SplitResult, urlsplit

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import User

NO_NAME = _("Give the passkey a name, so that you recognise it later.")


@dataclass(frozen=True)
class Obstacle:
    """Why passkeys cannot work at an address: `host` is a number. At `url` they do; empty where none is known."""

    host: str
    url: str


def relying_party(request: HttpRequest) -> str:
    """The name that passkeys belong to: that of BASE_URL for itself and names below it, else the one asked for.

    So `www.` and the bare name share their passkeys, and a forum that moves keeps the old ones working under the old
    name as long as that one is among the allowed hosts.
    """
    host, base = _asked(request).hostname or "", _base().hostname or ""
    host = host.removesuffix(".")
    return base if not _is_number(base) and host.endswith(f".{base}") else host


def obstacle(request: HttpRequest) -> Obstacle | None:
    """Browsers bind passkeys to names; under an IP address there are none."""
    asked, base = _asked(request), _base()
    host = asked.hostname or ""
    if not _is_number(host):
        return None
    if base.hostname and not _is_number(base.hostname):
        return Obstacle(host, f"{base.geturl().rstrip('/')}/")
    if ip_address(host).is_loopback and "localhost" in settings.ALLOWED_HOSTS:
        port = f":{asked.port}" if asked.port else ""
        return Obstacle(host, f"{request.scheme}://localhost{port}/")
    return Obstacle(host, "")


class Passkey(TypedDict):
    """A passkey as lists show it. `is_elsewhere`: it belongs to another name and does not work under this one."""

    pk: int
    name: str
    created_at: object
    last_used_at: object
    is_elsewhere: bool


def passkeys_of(user: User, name: str) -> list[Passkey]:
    """The person's passkeys, oldest first, as seen from an address with this relying party."""
    here = sha256(name.encode()).digest()
    return [
        {
            "pk": key.pk,
            "name": key.wrap().name,
            "created_at": key.created_at,
            "last_used_at": key.last_used_at,
            "is_elsewhere": key.wrap().authenticator_data.rp_id_hash != here,
        }
        for key in Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).order_by("pk")
    ]


def _asked(request: HttpRequest) -> SplitResult:
    return urlsplit(f"//{request.get_host()}")


def _base() -> SplitResult:
    return urlsplit(settings.WAGTAILADMIN_BASE_URL)


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
