from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from wagtail.models import Page


def test_tests_never_touch_the_data_of_a_forum():
    assert Path(settings.LERNNETZ_DATA).name.startswith("lernnetz-test-")


@pytest.mark.django_db
def test_what_migrations_made_is_there():
    assert Page.objects.filter(depth=1).count() == 1
    assert connection.vendor == "postgresql" or Path(connection.settings_dict["NAME"]).parent == settings.LERNNETZ_DATA


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_test_that_commits_leaves_no_trace(turn):
    """Each turn deletes what the migrations made and finds it again."""
    assert Page.objects.filter(depth=1).delete()[0]
