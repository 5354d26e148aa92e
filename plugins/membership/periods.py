"""How long counties wait, and how long their applications are kept. The public page says the same."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

CHECKED_WITHIN: Final = timedelta(days=14)
"""From the receipt, or from an answer, until the office has asked what is missing."""
ANSWERED_WITHIN: Final = timedelta(days=21)
"""How long the applicant has to answer a question."""
DECIDED_WITHIN: Final = timedelta(days=84)
"""From the receipt to the decision, where no round says another day."""

REMINDED_AFTER: Final = timedelta(days=60)
"""An application that was begun and left alone: the applicant gets one reminder."""
FORGOTTEN_AFTER: Final = timedelta(days=90)
"""… and then it is gone."""
REFUSED_KEPT: Final = timedelta(days=180)
"""Until a declined or withdrawn application loses everything personal, and its county."""
ACCEPTED_KEPT: Final = timedelta(days=365)
"""Until an accepted one loses everything personal; its county is a member and stays."""
