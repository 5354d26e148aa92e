"""What all addresses share under which programs write."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, JsonResponse


def created(item: dict[str, Any], path: str) -> HttpResponse:
    """201 with what has come into being, and where it is read."""
    answer = JsonResponse(item, status=201, json_dumps_params={"ensure_ascii": False})
    answer["Location"] = f"/api/v1/{path}"
    answer["Cache-Control"] = "no-store"
    return answer


def changed(item: dict[str, Any]) -> JsonResponse:
    """200 with what it says now."""
    answer = JsonResponse(item, json_dumps_params={"ensure_ascii": False})
    answer["Cache-Control"] = "no-store"
    return answer
