"""Seats stand on the public home page, by the county's leave."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from plugins.api import generation
from plugins.membership.models import Seat


@receiver([post_save, post_delete], sender=Seat)
def seat_changed(**kwargs: Any) -> None:
    generation.advance()
