"""English pages show dates in fields as German ones do, so they must be read. Beside these Django reads ISO 8601."""

from __future__ import annotations

DATE_INPUT_FORMATS = ["%d.%m.%Y", "%m/%d/%Y"]
DATETIME_INPUT_FORMATS = ["%d.%m.%Y %H:%M", "%m/%d/%Y %H:%M"]
