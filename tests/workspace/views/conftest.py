from __future__ import annotations

import pytest

from tests.factories import join_group, make_draft
from workspace.models import GroupRole

TEXT = "# Worum es geht\n\nWir empfehlen eine Telefonnummer.\n\n# Was es kostet\n\nEtwa 3.500 Euro im Jahr."


@pytest.fixture
def draft(group, coordinator, mentor):
    """Of the group, in which the mentor suggests: two headings and some words of the coordinator."""
    join_group(group, mentor, GroupRole.ADVISER)
    return make_draft(group, by=coordinator, text=TEXT)
