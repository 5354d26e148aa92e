from __future__ import annotations

import pytest

from tests.factories import adopt, hand_in, make_draft

TEXT = """# Worum es geht

Wohnungen stehen leer.

# Was wir empfehlen

1. Eine **Telefonnummer**, die auch abends jemand abnimmt.
2. Ein Treffen im Jahr.
"""


@pytest.fixture
def draft(group, coordinator):
    """Adopted by its group."""
    made = make_draft(group, "Leer stehenden Wohnraum gewinnen", by=coordinator, text=TEXT)
    adopt(made, by=coordinator)
    made.refresh_from_db()
    return made


@pytest.fixture
def publication(draft, member, coordinator):
    """Handed in by the coordinator, who also wrote it."""
    return hand_in(draft, by=coordinator)
