"""The OpenAPI document holds our own API and nothing of Wagtail's."""

from __future__ import annotations

from typing import Any


def only_our_api(endpoints: list[tuple[str, str, str, Any]], **kwargs: Any) -> list[tuple[str, str, str, Any]]:
    """drf-spectacular's preprocessing hook."""
    return [endpoint for endpoint in endpoints if endpoint[0].startswith("/api/v1/")]
