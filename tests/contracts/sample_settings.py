"""A real forum's settings, with static files under their plain names."""

from __future__ import annotations

from cms.project.settings.production import *  # noqa: F403
from cms.project.settings.production import STORAGES

NEW_PLUGINS_ARE_ON = True
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
