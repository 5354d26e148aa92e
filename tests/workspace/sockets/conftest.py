from __future__ import annotations

import pytest

from tests.forum_process import Person, forum_process


@pytest.fixture(scope="module")
def data(demo_world):
    return demo_world()


@pytest.fixture(scope="module")
def served(data):
    """A served demo world, for all tests of a module."""
    with forum_process(data) as process:
        yield process


@pytest.fixture(scope="module")
def person(served):
    """`person("member")` is somebody who has signed in, once for all tests of a module."""
    known = {}

    def named(name):
        if name not in known:
            known[name] = Person(served, name)
        return known[name]

    return named
