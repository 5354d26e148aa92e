"""From the bytes of one line to an object of plain text."""

from __future__ import annotations

import json
import re
from typing import Any

from django.utils.translation import gettext as _

LONGEST_LINE = 4 * 1024 * 1024
"""In bytes; a longer one is a mistake, and reading it would cost the memory of everything else."""
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Control characters but tab and line end; PostgreSQL refuses some of them."""


class NotUnderstood(Exception):
    """The line cannot be imported; the text is a sentence that says why."""


def object_of_line(raw: bytes) -> dict[str, Any]:
    """The JSON object of a line. Raises NotUnderstood where there is none, or where a name stands in it twice."""
    if len(raw) > LONGEST_LINE:
        raise NotUnderstood(_("The line is longer than %d megabytes.") % (LONGEST_LINE // 1024**2))
    try:
        said = json.loads(raw.decode(), object_pairs_hook=_without_repetition)
        json.dumps(said, ensure_ascii=False).encode()  # half a surrogate pair is valid JSON and no text
    except json.JSONDecodeError as error:
        raise NotUnderstood(_("The line is not valid JSON from character %d on.") % (error.pos + 1)) from None
    except UnicodeError:
        raise NotUnderstood(_("The line holds characters that are not valid UTF-8.")) from None
    except (ValueError, RecursionError):
        raise NotUnderstood(_("The line is not valid JSON.")) from None
    if not isinstance(said, dict):
        raise NotUnderstood(_("The line is not a JSON object, which would stand in curly brackets."))
    return {name: _clean(value) for name, value in said.items()}


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    said = dict(pairs)
    if len(said) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise NotUnderstood(_("“%s” stands in the line more than once.") % twice[:50])
    return said


def _clean(value: Any) -> Any:
    match value:
        case str():
            return _NOT_TEXT.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
        case list():
            return [_clean(part) for part in value]
    return value
