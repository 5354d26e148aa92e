"""The key with which the forum signs who somebody is, for front ends elsewhere."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from cms.project import env

LEAST_BITS = 2048


def signing_key(name: str, kept_at: Path) -> str:
    """The variable (or the file that NAME_FILE names), else a key that is made once and then stays."""
    pem = env.secret(name, str)
    if not pem:
        return env.kept_secret(kept_at, _new_key)
    try:
        key = serialization.load_pem_private_key(pem.encode(), password=None)
    except (ValueError, TypeError):
        key = None
    if not isinstance(key, rsa.RSAPrivateKey) or key.key_size < LEAST_BITS:
        raise env.NonsenseValue(
            f"{name} ist kein Schlüssel, der hier geht; nötig ist ein privater RSA-Schlüssel (PEM, ohne Kennwort)"
            f" mit mindestens {LEAST_BITS} Bit."
        )
    return pem


def _new_key() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=LEAST_BITS)
    kind, form, locked = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return key.private_bytes(kind, form, locked).decode()
