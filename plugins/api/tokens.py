"""Secret links: whoever knows one comes in; the database knows only its hash."""

from __future__ import annotations

import hashlib
import logging
import re
import secrets
from typing import Final

LOGGERS: Final = ("django.request", "django.security.csrf")
"""Those that write down the address of a request that was refused or failed."""


def new_token() -> str:
    return secrets.token_urlsafe(24)


def hash_of(token: str) -> str:
    """What is stored. Tokens are long and random, so that a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def keep_out_of_logs(before_token: str) -> None:
    """Called once, at the start, with a pattern for what stands before a token in addresses: logs leave it out."""
    in_address = re.compile(rf"({before_token})[^/?\s]+")

    def without_token(record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(in_address.sub(r"\1…", one) if isinstance(one, str) else one for one in record.args)
        return True

    for name in LOGGERS:
        logging.getLogger(name).addFilter(without_token)
