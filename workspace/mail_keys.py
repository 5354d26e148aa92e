"""What stands in mails and comes back to us: an address that ends them, and a number by which a bounce is believed.

Both are signed and carry a person's key, no name and no address.
"""

from __future__ import annotations

from typing import Final

from django.core.signing import BadSignature, Signer
from django.utils.crypto import constant_time_compare, salted_hmac

ALL: Final = ""
"""Instead of a kind: mails about anything."""

_LEAVING = Signer(salt="workspace.leaving")
_SEAL = 20  # hexadecimal digits


def leave_token(key: str, kind: str) -> str:
    """For the address at the end of a mail that ends mails of this kind."""
    return _LEAVING.sign_object([key, kind])


def read_leave_token(token: str) -> tuple[str, str] | None:
    """Key and kind, or None for what we have not written."""
    try:
        key, kind = _LEAVING.unsign_object(token)
    except (BadSignature, ValueError, TypeError):
        return None
    return str(key), str(kind)


def message_id(key: str, first: int, last: int) -> str:
    """The part before the @ for a mail about the notifications from `first` to `last`: always the same for the same."""
    said = f"{key}.{first}.{last}"
    return f"{said}.{_seal(said)}"


def key_in_message_id(text: str) -> str | None:
    """Whose key it carries, or None for what we have not written."""
    said, _dot, seal = text.strip().strip("<>").partition("@")[0].rpartition(".")
    if not said or not constant_time_compare(seal, _seal(said)):
        return None
    return said.partition(".")[0]


def _seal(said: str) -> str:
    return salted_hmac("workspace.message_id", said).hexdigest()[:_SEAL]
