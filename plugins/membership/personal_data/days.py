"""Days in what is handed out."""

from __future__ import annotations

from datetime import date


def iso(day: date | None) -> str | None:
    """As ISO 8601 writes it."""
    return day.isoformat() if day else None
