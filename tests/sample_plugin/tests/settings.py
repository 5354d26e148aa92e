"""A forum with people and this plugin. Its tables are kept between runs; `pytest --create-db` makes them anew."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ["LERNNETZ_PLUGINS"] = "pinboard"

from cms.project.settings.test import *  # noqa: E402, F403
from cms.project.settings.test import DATABASES, INSTALLED_APPS  # noqa: E402

INSTALLED_APPS = [*INSTALLED_APPS, "plugins.api.testing.apps.CastPlugin"]
DATABASES["default"]["TEST"] = {"NAME": Path(tempfile.gettempdir()) / "lernnetz-pinboard.sqlite3"}
