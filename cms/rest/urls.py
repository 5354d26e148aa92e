"""REST addresses of the knowledge base."""

from __future__ import annotations

urlpatterns: list = []
