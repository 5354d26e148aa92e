"""The mails of the demo world, which lie in files, and what they lead to."""

from __future__ import annotations

import re
import time
from email import message_from_bytes, policy
from pathlib import Path


def link_for(folder: Path, address: str, below: str, seen: set[str]) -> str:
    """The newest address below these paths (a regular expression) in a mail to this one, unless it was seen before."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for found in links_to(folder, address, below):
            if found not in seen:
                seen.add(found)
                return found
        time.sleep(0.3)
    raise AssertionError(f"No mail to {address}")


def links_to(folder: Path, address: str, below: str) -> list[str]:
    """All of them, the newest first."""
    files = sorted((folder / "mails").glob("*"), key=lambda one: one.stat().st_mtime, reverse=True)
    return [found for file in files for found in _links(file, address, below)]


def _links(file: Path, address: str, below: str) -> list[str]:
    """Of all mails in one file of the demo's mailbox."""
    found = []
    for raw in re.split(rb"^-{20,}$", file.read_bytes(), flags=re.M):
        mail = message_from_bytes(raw.lstrip(), policy=policy.default)
        part = mail.get_body(("plain",)) if mail["To"] == address else None
        if part is not None:
            found += re.findall(rf"({below}\S+)", part.get_content())
    return found[::-1]
