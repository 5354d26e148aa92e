"""Where a webhook may lead: addresses that make sense, and of machines only those that are public.

What somebody types must not make the forum knock at doors of the network that it stands in. So a name is resolved at
each delivery, every address that it has must be public, and the connection goes to the very address that was looked at.
"""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

LONGEST: Final = 500
_PRINTED = re.compile(r"[!-~]+")
_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9_-]*[a-z0-9])?)*\.?", re.IGNORECASE)
_TRANSLATED: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
"""IPv6 addresses behind which a gateway finds an IPv4 address (RFC 6052, RFC 8215)."""

Address = IPv4Address | IPv6Address


@dataclass(frozen=True)
class Destination:
    """Where one delivery goes: the machine that was looked at, and what is said to it."""

    ip: str
    host: str
    port: int
    path: str
    is_encrypted: bool

    @property
    def host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.is_encrypted else 80) else f"{host}:{self.port}"


def what_is_wrong(url: str) -> str | None:
    """A sentence about an address that no delivery could go to; None for one that makes sense."""
    if not 0 < len(url) <= LONGEST or not _PRINTED.fullmatch(url):
        return _("An address without spaces and umlauts is needed, of at most 500 characters.")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return _("This is no address: https://, the name of a machine, and a path.")
    if parts.scheme not in _schemes():
        return _("The address begins with https://, so that nobody reads along.")
    if "@" in parts.netloc:
        return _("Name and password do not belong into an address. The signature shows where a message comes from.")
    if "#" in url:
        return _("What stands behind # never reaches the receiver. Leave it out.")
    if not _is_port(port):
        return _("Deliveries go to port 443, or to one from 1024 to 65535.")
    return _what_is_wrong_with(host)


def destination_of(url: str) -> Destination | None:
    """Where a delivery goes now; None where the name leads nowhere or to a machine that is not public."""
    if what_is_wrong(url) is not None:
        return None
    parts = urlsplit(url)
    host, is_encrypted = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if is_encrypted else 80)
    found = _resolve(host, port)
    if not found or not all(may_be_reached(ip) for ip in found):
        return None
    return Destination(str(found[0]), host, port, _path(parts), is_encrypted)


def may_be_reached(ip: Address) -> bool:
    """Whether deliveries go to this machine: to public ones, and to all where the operator says so."""
    return settings.WEBHOOKS_TO_PRIVATE_ADDRESSES or is_public(ip)


def is_public(ip: Address) -> bool:
    """Not of a network of one's own, not of the machine itself, no group of machines; nor hidden in another form."""
    if isinstance(ip, IPv6Address) and (inside := _inside(ip)) is not None:
        return is_public(inside)
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _inside(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that stands in an IPv6 address."""
    if ip.ipv4_mapped or ip.sixtofour:
        return ip.ipv4_mapped or ip.sixtofour
    if ip.teredo:
        return ip.teredo[1]
    if any(ip in network for network in _TRANSLATED):
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return None


def _resolve(host: str, port: int) -> list[Address]:
    """All addresses of a name, in the order in which they would be tried."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(ip_address(str(row[4][0]).partition("%")[0]) for row in found))


def _what_is_wrong_with(host: str) -> str | None:
    private = _("This address is not public. Deliveries go only to machines that everybody can reach.")
    try:
        return None if may_be_reached(ip_address(host)) else private
    except ValueError:
        pass
    if not _NAME.fullmatch(host):
        return _("This is no address: https://, the name of a machine, and a path.")
    if host.lower().rstrip(".").endswith("localhost") and not settings.WEBHOOKS_TO_PRIVATE_ADDRESSES:
        return private
    return None


def _schemes() -> tuple[str, ...]:
    return ("https", "http") if settings.WEBHOOKS_TO_PRIVATE_ADDRESSES else ("https",)


def _is_port(port: int | None) -> bool:
    """Others belong to services that might take a message for something of theirs."""
    return port in (None, 443) or (port is not None and port >= 1024) or _is_plain_port(port)


def _is_plain_port(port: int | None) -> bool:
    return port == 80 and settings.WEBHOOKS_TO_PRIVATE_ADDRESSES


def _path(parts: SplitResult) -> str:
    path = parts.path or "/"
    return f"{path}?{parts.query}" if parts.query else path
