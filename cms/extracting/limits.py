"""How much of a file is read, and what reading it may cost."""

from __future__ import annotations

MOST_BYTES = 25 * 1024 * 1024
"""Size of the file itself; uploads are smaller (`WAGTAILDOCS_MAX_UPLOAD_SIZE`), imports need not be."""
MOST_UNPACKED_BYTES = 200 * 1024 * 1024
"""What the parts of an office document say that they unpack to."""
MOST_PARTS = 5_000
"""Files within an office document."""
MOST_CHARACTERS = 200_000
"""Kept of one file: some eighty pages of plain text."""
MOST_PAGES = 500
"""Pages of a PDF, slides of a presentation."""
MOST_CELLS = 200_000
"""Cells of a spreadsheet that are looked at, empty ones included."""
MOST_SECONDS = 30
"""Of processor time, so that a busy machine makes no file unreadable."""
LONGEST_WAIT = 120
"""Seconds by the clock, whatever the process does with them; less than the lease of a listener."""
MOST_MEMORY = 512 * 1024 * 1024
"""Address space of the reading process; its libraries take up to 180 MB of it."""
