"""How long things about events hold. The pages say the same."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

OFFER_HOLDS: Final = timedelta(hours=48)
"""How long a place is kept for whoever moved up; never longer than until the event begins."""
NEEDS_KEPT: Final = timedelta(days=30)
"""After the event, until diet and access are erased."""
UNCONFIRMED_KEPT: Final = timedelta(days=7)
"""A registration whose address nobody confirmed is gone after that."""
MATERIALS_WITHIN: Final = timedelta(days=7)
"""After the event, for minutes and results; then the organisers are told once that both are missing."""
NUDGED_WITHIN: Final = timedelta(days=14)
"""After the event: of what is over for longer nobody is told."""
