from __future__ import annotations

import pytest
from django.utils import timezone

from tests.factories import contribute_to, end_of, make_challenge, make_consultation, make_draft, make_publication
from workspace.models import Draft


@pytest.fixture
def challenge(mentor):
    return make_challenge("Wer vermittelt zwischen Vermietern und Familien?", by=mentor)


@pytest.fixture
def draft(challenge, group, coordinator):
    """Of the group, read by nobody else; it answers the challenge."""
    group.mandate = "Wir empfehlen, wie Landkreise beim Wohnen helfen."
    group.mandate_recorded_at = timezone.now()
    group.save(update_fields=["mandate", "mandate_recorded_at"])
    made = make_draft(group, by=coordinator, text="# Wozu\n\nWohnraum vermitteln.\n\n# Wie\n\nEine Telefonnummer.")
    made.challenges.add(challenge)
    return made


@pytest.fixture
def publication(draft, coordinator, outsider):
    """All members were asked, the group decided, the text stands in the knowledge base, released to everybody."""
    consultation = make_consultation(draft, by=coordinator)
    contribute_to(consultation, by=outsider)
    end_of(consultation)
    return make_publication(Draft.objects.get(pk=draft.pk), by=coordinator, released=True)
