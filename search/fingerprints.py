"""A short text that is the same for two documents only when nothing that matters differs."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from plugins.api.searching import SearchDocument


def fingerprint(document: SearchDocument) -> str:
    """Equal documents have equal fingerprints, in every process and with every engine."""
    content = [
        document.key,
        document.type,
        document.object_id,
        document.title,
        document.url,
        sorted(document.audience),
        sorted(document.superseded_for),
        document.kind,
        document.layer,
        document.summary,
        document.body,
        sorted((name, sorted(values)) for name, values in document.keywords.items() if values),
        _moment(document.published_at),
        _moment(document.updated_at),
    ]
    return hashlib.blake2b(json.dumps(content, ensure_ascii=False).encode(), digest_size=12).hexdigest()


def _moment(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None
