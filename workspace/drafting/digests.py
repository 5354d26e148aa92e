"""By what it is told that two texts are the same."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def digest_of(title: str, content: Any) -> str:
    """SHA-256 over title and text, in hexadecimal: what two people agree on has the same."""
    canonical = json.dumps([title, content], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
