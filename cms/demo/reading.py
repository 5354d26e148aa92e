"""The files of the demo world as Python values. What they hold is explained in README.md beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
PICTURES = HERE / "pictures"
FILES = HERE / "files"


def topics() -> list[dict[str, Any]]:
    """`slug`, `title`, `description`, `open` of each topic."""
    return _read(HERE / "topics.yaml")


def counties() -> list[dict[str, Any]]:
    """`key`, `name`, `kind` and figures of each county, named as in the model."""
    return _read(HERE / "counties.yaml")


def people() -> list[dict[str, Any]]:
    """`email`, names, `function`, `county` (key or None) and `roles` of each account."""
    return _read(HERE / "people.yaml")


def entries() -> Iterator[dict[str, Any]]:
    """The entries in the order of their file names."""
    for path in sorted((HERE / "entries").glob("*.yaml")):
        yield _read(path)


def drafts() -> list[dict[str, Any]]:
    """What the author writes and nobody reads yet; `then` says what has happened to it."""
    return _read(HERE / "drafts.yaml")


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
