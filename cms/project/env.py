"""Typed reading of environment variables: what makes no sense stops the start with one sentence.

The sentences are German and not translated: they are needed before Django knows a language.
An empty variable counts as not set, as compose files hand it over that way; only for lists it means "none".
"""

from __future__ import annotations

import os
import re
import secrets
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from difflib import get_close_matches
from email.utils import parseaddr
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from environ import Env

KNOWN = frozenset(
    {
        "LERNNETZ_ADMIN_EMAIL",
        "LERNNETZ_ADMIN_PASSWORD",
        "LERNNETZ_ADMIN_PASSWORD_FILE",
        "LERNNETZ_DATA",
        "LERNNETZ_DEBUG",
        "LERNNETZ_NEW_PLUGINS_ON",
        "LERNNETZ_PLUGINS",
        "LERNNETZ_REQUIRE_2FA",
        "LERNNETZ_THREADS",
        "LERNNETZ_WEBHOOKS_TO_PRIVATE_ADDRESSES",
    }
)
"""Every variable with our prefix that the product reads; a test holds the source against it."""

DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql")
EMAIL_SCHEMES = ("smtp", "smtp+tls", "smtp+ssl", "consolemail", "filemail", "memorymail", "dummymail")
EMAIL_SETTINGS = frozenset(
    {
        "EMAIL_BACKEND",
        "EMAIL_FILE_PATH",
        "EMAIL_HOST",
        "EMAIL_HOST_PASSWORD",
        "EMAIL_HOST_USER",
        "EMAIL_PORT",
        "EMAIL_SUBJECT_PREFIX",
        "EMAIL_TIMEOUT",
        "EMAIL_USE_SSL",
        "EMAIL_USE_TLS",
    }
)
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",  # stands in for select_for_update(), which SQLite does not have
    "timeout": 20,  # seconds that a writer waits for another one
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;",
}


class NonsenseValue(ImproperlyConfigured):
    """A variable holds something that it cannot mean; the text is one sentence for whoever set it."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    value = text(name)
    if value not in ("", "0", "1"):
        raise NonsenseValue(f"{name} ist „{value}“; erlaubt sind 0 (aus) und 1 (an).")
    return value == "1" if value else default


def names(name: str, default: Iterable[str] = ()) -> list[str]:
    """A list separated by commas, in its order, each name once."""
    if name not in os.environ:
        return list(default)
    parts = [part.strip() for part in os.environ[name].split(",")]
    for part in parts:
        if re.search(r"\s", part):
            raise NonsenseValue(
                f"{name} enthält „{part}“; Namen werden durch Kommas getrennt und enthalten keine Leerzeichen."
            )
    return list(dict.fromkeys(part for part in parts if part))


def hosts(name: str, default: Iterable[str]) -> list[str]:
    """Names of machines as Django's ALLOWED_HOSTS takes them: without scheme, path and port."""
    found = names(name, default)
    for host in found:
        if not re.fullmatch(r"\*|\.?[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\]", host, re.IGNORECASE):
            raise NonsenseValue(f"{name} enthält „{host}“; erlaubt sind Namen von Rechnern wie forum.example.de.")
    return found


def networks(name: str) -> list[str]:
    """IP addresses and networks separated by commas; `*` stands for all."""
    found = names(name)
    for network in found:
        try:
            ip_network("0.0.0.0/0" if network == "*" else network)
        except ValueError:
            raise NonsenseValue(f"{name} enthält „{network}“; erlaubt sind IP-Adressen und Netze.") from None
    return found


def sender(name: str, default: str) -> str:
    """An e-mail address, perhaps with a name before it: `Forum <forum@example.de>`."""
    value = text(name, default)
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", parseaddr(value)[1]):
        raise NonsenseValue(f"{name} ist „{value}“; erlaubt ist eine E-Mail-Adresse, auch Name <adresse@example.de>.")
    return value


def number(name: str, default: int, *, least: int = 0, most: int | None = None) -> int:
    value = text(name)
    if not value:
        return default
    allowed = f"eine ganze Zahl ab {least}" if most is None else f"eine ganze Zahl von {least} bis {most}"
    if not re.fullmatch(r"\d{1,18}", value, re.ASCII) or int(value) < least or (most is not None and int(value) > most):
        raise NonsenseValue(f"{name} ist „{value}“; erlaubt ist {allowed}.")
    return int(value)


def address(name: str, default: str = "", *, schemes: tuple[str, ...] = ("https", "http")) -> str:
    """A URL with a host; the value itself is not repeated in the sentence, as it may hold a password."""
    value = text(name, default)
    if value and not _is_url(value, schemes):
        raise NonsenseValue(
            f"{name} ist keine Adresse, die hier geht; sie beginnt mit {_starts(schemes)} und nennt einen Rechner."
        )
    return value


def template(name: str, part: str) -> str:
    """A URL into which something is put: `{part}` stands in it. Empty where it is not set."""
    value = address(name)
    if value and f"{{{part}}}" not in value:
        raise NonsenseValue(f"{name} enthält kein {{{part}}}; dort wird es eingesetzt.")
    return value


def origins(name: str) -> list[str]:
    """Addresses of front ends, separated by commas: scheme, host and port, nothing behind them."""
    values = [value.strip() for value in text(name).split(",") if value.strip()]
    for value in values:
        if not _is_url(value, ("https", "http")) or origin_of(value) != value:
            raise NonsenseValue(f"{name} enthält „{value}“; erlaubt sind Adressen wie https://front.example ohne Pfad.")
    return values


def origin_of(url: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if url else ""


def addresses(name: str, default: Iterable[str] = (), *, schemes: tuple[str, ...] = ("https", "http")) -> list[str]:
    """Servers of one kind, separated by commas, each with its port; passwords in them are not repeated."""
    values = [value.strip() for value in text(name).split(",") if value.strip()] or list(default)
    for value in values:
        if not (_is_url(value, schemes) and urlsplit(value).port):
            raise NonsenseValue(
                f"{name} enthält etwas, das keine Adresse eines Servers ist; jede beginnt mit {_starts(schemes)}"
                " und nennt Rechner und Port."
            )
    return values


def word(name: str, default: str) -> str:
    """A name for something on a server: small letters, digits and hyphens, a letter first."""
    value = text(name, default)
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,60}", value):
        raise NonsenseValue(f"{name} ist „{value}“; erlaubt sind kleine Buchstaben, Ziffern und Bindestriche.")
    return value


def folder(name: str, default: Path) -> Path:
    """An absolute path, made when it is missing."""
    path = Path(text(name, str(default))).expanduser().absolute()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise NonsenseValue(f"{name} ist „{path}“; dort lässt sich kein Ordner anlegen ({reason}).") from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise NonsenseValue(f"{name} ist „{path}“; in diesen Ordner darf der Dienst nicht schreiben.")
    return path


def secret(name: str, default_factory: Callable[[], str], *, least: int = 0) -> str:
    """The variable itself, or the content of the file that NAME_FILE names; at least so many characters long."""
    value = _secret(name) or default_factory()
    if len(value) < least:
        raise NonsenseValue(f"{name} ist zu kurz; nötig sind mindestens {least} Zeichen, die niemand erraten kann.")
    return value


def _secret(name: str) -> str:
    value, path = text(name), text(f"{name}_FILE")
    if value and path:
        raise NonsenseValue(f"{name} und {name}_FILE sind beide gesetzt; bitte nur eines davon angeben.")
    if not path:
        return value
    try:
        content = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise NonsenseValue(f"{name}_FILE ist „{path}“; diese Datei lässt sich nicht lesen.") from error
    if not content:
        raise NonsenseValue(f"{name}_FILE ist „{path}“; diese Datei ist leer.")
    return content


def kept_secret(path: Path, make: Callable[[], str] = lambda: secrets.token_urlsafe(64)) -> str:
    """A random key that is made once and then stays; two processes that start at once agree on one."""
    if not path.exists():
        with tempfile.NamedTemporaryFile("w", dir=path.parent) as draft:  # readable to nobody else
            draft.write(make())
            draft.flush()
            with suppress(FileExistsError):  # another process was quicker: its key counts
                os.link(draft.name, path)
    return path.read_text(encoding="ascii").strip()


def database(name: str, default_path: Path) -> dict[str, Any]:
    """Django's settings of one database; connections stay open, because a fixed pool of threads uses them."""
    url = text(name) or f"sqlite:///{quote(str(default_path))}"
    if not _is_url(url, DATABASE_SCHEMES, host=False) or "\n" in url:
        raise NonsenseValue(
            f"{name} ist keine Adresse einer Datenbank; erlaubt sind sqlite:///PFAD und postgres://NAME:KENNWORT@RECHNER/DATENBANK."
        )
    try:
        config = Env.db_url_config(url)
    except ValueError as error:
        raise NonsenseValue(f"{name} ist unvollständig: {error}.") from error
    if not config["NAME"]:
        raise NonsenseValue(f"{name} nennt keine Datenbank; nach dem Rechner fehlt /DATENBANK.")
    if url.startswith("sqlite"):
        config["OPTIONS"] = {**SQLITE_OPTIONS, **config.get("OPTIONS", {})}
    return {**config, "CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": not url.startswith("sqlite")}


def email(name: str, default: str = "consolemail://") -> dict[str, Any]:
    """Django's EMAIL_* settings, for `globals().update(...)`."""
    url = text(name, default)
    if not _is_url(url, EMAIL_SCHEMES, host=url.startswith("smtp")):
        raise NonsenseValue(
            f"{name} ist keine Adresse eines Postausgangs; erlaubt ist zum Beispiel smtp+tls://NAME:KENNWORT@RECHNER:587."
        )
    config = Env.email_url_config(url)
    return {key: value for key, value in config.items() if key in EMAIL_SETTINGS and value not in (None, "")}


def refuse_misspelt() -> None:
    """Stop when a variable looks like one of ours but is none; what resembles nothing belongs to another tool."""
    for name in sorted(os.environ):
        if not name.startswith("LERNNETZ_") or name in KNOWN:
            continue
        near = get_close_matches(
            name.removeprefix("LERNNETZ_"), [known.removeprefix("LERNNETZ_") for known in sorted(KNOWN)], 1, 0.6
        )
        if near:
            raise NonsenseValue(f"{name} gibt es nicht; gemeint ist wohl LERNNETZ_{near[0]}.")


def _is_url(value: str, schemes: tuple[str, ...], *, host: bool = True) -> bool:
    try:
        parts = urlsplit(value)
        _ = parts.port  # raises for a port that is no number
    except ValueError:
        return False
    return parts.scheme in schemes and (bool(parts.hostname) or not host) and "://" in value


def _starts(schemes: tuple[str, ...]) -> str:
    return " oder ".join(f"{scheme}://" for scheme in schemes)
