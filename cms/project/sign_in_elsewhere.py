"""Identity providers of counties with whose accounts people sign in here: read from the environment."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit

from cms.project import env

HERE = frozenset({"localhost", "127.0.0.1", "::1"})
NEEDED = ("issuer", "client_id", "name")
KNOWN = frozenset({*NEEDED, "client_secret", "trust_email"})


def identity_providers() -> list[dict[str, Any]]:
    """As django-allauth wants them. One by OIDC_ISSUER and its neighbours, several by OIDC_PROVIDERS (JSON)."""
    found = [_app(given) for given in _given()]
    names = [app["provider_id"] for app in found]
    if len(names) != len(set(names)):
        raise env.NonsenseValue("OIDC_PROVIDERS nennt denselben Aussteller (issuer) zweimal.")
    return found


def id_of(issuer: str) -> str:
    """Stands in addresses, and ties what people connected to this issuer: another one is another provider."""
    parts = urlsplit(issuer)
    return re.sub(r"[^a-z0-9]+", "-", f"{parts.netloc}{parts.path}".lower()).strip("-")


def _given() -> list[dict[str, Any]]:
    text = env.secret("OIDC_PROVIDERS", str)
    if env.address("OIDC_ISSUER"):
        if text:
            raise env.NonsenseValue("OIDC_ISSUER und OIDC_PROVIDERS sind beide gesetzt; bitte nur eines davon angeben.")
        return [
            {
                "issuer": env.text("OIDC_ISSUER"),
                "client_id": env.text("OIDC_CLIENT_ID"),
                "client_secret": env.secret("OIDC_CLIENT_SECRET", str),
                "name": env.text("OIDC_NAME", "Landkreis"),
                "trust_email": env.flag("OIDC_TRUST_EMAIL"),
            }
        ]
    if not text:
        return []
    try:
        several = json.loads(text)
    except ValueError:
        several = None
    if not isinstance(several, list) or not all(isinstance(one, dict) for one in several):
        raise env.NonsenseValue("OIDC_PROVIDERS ist keine Liste (JSON) von Einträgen mit issuer, client_id und name.")
    return several


def _app(given: dict[str, Any]) -> dict[str, Any]:
    if unknown := sorted(set(given) - KNOWN):
        raise env.NonsenseValue(f"OIDC_PROVIDERS enthält „{unknown[0]}“; erlaubt sind {', '.join(sorted(KNOWN))}.")
    if missing := [name for name in NEEDED if not isinstance(given.get(name), str) or not given[name].strip()]:
        raise env.NonsenseValue(f"OIDC_{missing[0].upper()} fehlt; ohne diese Angabe kann sich dort niemand anmelden.")
    issuer = given["issuer"].strip().rstrip("/")
    if not _is_issuer(issuer):
        raise env.NonsenseValue(
            "OIDC_ISSUER ist keine Adresse, die hier geht; sie beginnt mit https:// und hat weder ? noch #."
        )
    if not isinstance(given.get("trust_email", False), bool):
        raise env.NonsenseValue("OIDC_PROVIDERS: trust_email ist true oder false.")
    return {
        "provider_id": id_of(issuer),
        "name": given["name"].strip()[:40],
        "client_id": given["client_id"].strip(),
        "secret": str(given.get("client_secret", "")),
        "settings": {"server_url": issuer, "trust_email": given.get("trust_email", False)},
    }


def _is_issuer(value: str) -> bool:
    try:
        parts = urlsplit(value)
        _port = parts.port  # raises for one that is no number
    except ValueError:
        return False
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in HERE)
    return is_safe and bool(parts.hostname) and not (parts.query or parts.fragment or parts.username)
