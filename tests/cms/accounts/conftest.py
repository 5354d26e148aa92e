from __future__ import annotations

import pytest
from django.core.cache import cache

from tests.factories import PASSWORD
from tests.forum_process import forum_process


@pytest.fixture(autouse=True)
def nobody_has_tried_yet():
    """Limits count in the cache, which outlives a test."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def sign_in(client):
    """Sign in as a browser does; gives the answer to the form."""

    def submit(email, password=PASSWORD, browser=None, **more):
        return (browser or client).post("/konto/anmelden/", {"login": str(email), "password": password, **more})

    return submit


@pytest.fixture
def is_signed_in():
    return lambda browser: "_auth_user_id" in browser.session


@pytest.fixture(scope="session")
def served_forum(demo_world):
    """The demo world on the wire, for front ends elsewhere and as identity provider."""
    with forum_process(demo_world()) as forum:
        yield forum
