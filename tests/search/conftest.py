from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from search.engines import engine


@pytest.fixture
def index(settings, tmp_path):
    """The configured engine with an empty index of its own."""
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    with engine().rebuild():
        pass  # nothing is there yet, and that is all there is
    mine = engine()
    yield mine
    mine.close()


COLLECTIONS = Path(__file__).resolve().parents[3] / "shared" / "eval" / "german-ir"


@pytest.fixture(scope="session")
def score():
    """The module that loads the collections with judged answers and measures how good an answer is."""
    if not COLLECTIONS.exists():
        pytest.skip(f"The collections are not there: {COLLECTIONS}")
    spec = importlib.util.spec_from_file_location("german_ir_score", COLLECTIONS / "score.py")
    module = sys.modules["german_ir_score"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
