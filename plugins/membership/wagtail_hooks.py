"""What Wagtail's admin learns from membership."""

from __future__ import annotations

from plugins.membership.tables import register_tables

register_tables()
