from __future__ import annotations

import pytest

from cms.actions.founding import found_forum

pytest_plugins = ["plugins.api.testing.fixtures"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Pages, roles and counties, as in every forum."""
    with django_db_blocker.unblock():
        found_forum()
