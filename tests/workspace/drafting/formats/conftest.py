from __future__ import annotations

import pytest
from django.utils import translation

from tests.workspace.drafting.formats.texts import Shelf


@pytest.fixture(autouse=True)
def english():
    """Sentences are compared in the language in which they are written in the source."""
    with translation.override("en"):
        yield


@pytest.fixture
def shelf():
    return Shelf()
