"""How an entry looks on paper, on the screen of whoever previews it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from plugins.api.adapters.routes import Rule, answers

PRINT = "@media print{"
PAPER = "@layer print{html{background:#ddd}body{max-width:174mm;margin:8mm auto;padding:20mm 18mm;background:#fff}}"
"""A sheet of A4 with its margins."""


@answers(Rule.STAFF)
@require_GET
def print_styles(request: HttpRequest) -> HttpResponse:
    """The rules for paper of the house's style sheet, valid for screens too; nobody keeps them twice."""
    return HttpResponse(_rules_for_paper(), content_type="text/css; charset=utf-8")


@cache
def _rules_for_paper() -> str:
    found = finders.find("lernnetz/lernnetz.css")
    style_sheet = Path(found).read_text(encoding="utf-8") if isinstance(found, str) else ""
    parts = [_block(rest) for rest in style_sheet.split(PRINT)[1:]]
    return "".join(f"@layer print{{{part}}}" for part in parts) + PAPER


def _block(text: str) -> str:
    """What stands before the brace that closes the block into which the text begins."""
    depth = 1
    for position, sign in enumerate(text):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return text[:position]
    return text
