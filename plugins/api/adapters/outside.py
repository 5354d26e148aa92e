"""What programs outside are told on a page: search engines and link previews."""

from __future__ import annotations

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

_ESCAPED = (("<", "\\u003C"), (">", "\\u003E"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
"""Signs that could end a script element or mean something in it; inside JSON strings these say the same."""

DESCRIPTION = 300
"""Characters of a summary in a link preview."""


def shortened(text: str) -> str:
    """One line, ending with a word."""
    line = " ".join(text.split())
    return line if len(line) <= DESCRIPTION else line[:DESCRIPTION].rsplit(" ", 1)[0] + " …"


def as_script(data: dict[str, Any]) -> SafeString:
    """JSON that can stand in a script element."""
    text = json.dumps(data, ensure_ascii=False)
    for sign, escaped in _ESCAPED:
        text = text.replace(sign, escaped)
    return mark_safe(text)  # noqa: S308 - escaped here
