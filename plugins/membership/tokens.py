"""Secret links: whoever knows one comes in; the database knows only its hash."""

from __future__ import annotations

import hashlib
import logging
import re
import secrets
from typing import Final

IN_ADDRESS: Final = re.compile(r"(/mitglied-werden/(?:bewerbung|sitz)/)[^/?\s]+")
"""Where such a link stands in an address."""
LOGGERS: Final = ("django.request", "django.security.csrf")
"""Those that write down the address of a request that was refused or failed."""


def new_token() -> str:
    return secrets.token_urlsafe(24)


def hash_of(token: str) -> str:
    """What is stored. Tokens are long and random, so that a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def without_token(record: logging.LogRecord) -> bool:
    """Addresses in the log keep everything but the secret piece."""
    if isinstance(record.args, tuple):
        record.args = tuple(IN_ADDRESS.sub(r"\1…", one) if isinstance(one, str) else one for one in record.args)
    return True


def keep_out_of_logs() -> None:
    """Called once, at the start."""
    for name in LOGGERS:
        logging.getLogger(name).addFilter(without_token)
