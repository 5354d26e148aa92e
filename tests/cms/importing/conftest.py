from __future__ import annotations

import json

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def english():
    """Sentences are compared in the language in which they are written in the source."""
    with translation.override("en"):
        yield


@pytest.fixture
def write_lines(tmp_path):
    """Writes objects (or finished lines) to a JSONL file and says where it is."""

    def write(*lines, name="texte.jsonl"):
        path = tmp_path / name
        texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
        path.write_text("\n".join(texts) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def a_line():
    """A line that makes sense, with some fields of one's own."""

    def line(**fields):
        return {"external_key": "quelle:1", "kind": "good_practice", "title": "Sprachkurs ohne Bus", **fields}

    return line
