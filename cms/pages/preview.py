"""What Wagtail's preview panel shows."""

from __future__ import annotations
