"""The settings of pytest: those of every test run, and a stand-in where no plugin makes members of people."""

from __future__ import annotations

from cms.project.settings.test import *  # noqa: F403
from cms.project.settings.test import INSTALLED_APPS, PLUGINS

if "membership" not in PLUGINS:
    INSTALLED_APPS = [*INSTALLED_APPS, "tests.stand_in.apps.StandInPlugin"]
