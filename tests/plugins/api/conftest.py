from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from plugins.api.registry import SLOTS, registry


@pytest.fixture
def plugged_in(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes these records the only ones of their slots until the test ends."""

    def plug_in(*records: Any) -> None:
        for slot in {type(record) for record in records}:
            assert slot in SLOTS
            only = tuple(record for record in records if type(record) is slot)
            kept = registry.records

            def found(wanted: type, only=only, slot=slot, kept=kept) -> tuple:
                return only if wanted is slot else kept(wanted)

            monkeypatch.setattr(registry, "records", found)

    return plug_in
