"""What editors decide is felt with the next search, by visitors too."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from plugins.api import generation
from search.models import Placement, SearchWeights, Synonym


@receiver([post_save, post_delete], sender=Synonym)
@receiver([post_save, post_delete], sender=Placement)
@receiver([post_save, post_delete], sender=SearchWeights)
def answers_have_changed(**kwargs: Any) -> None:
    """Answers kept for visitors were given without this decision."""
    generation.advance()
