from __future__ import annotations

from django.apps import AppConfig


class PluginApiConfig(AppConfig):
    """The ground floor as a Django app: its tables and its start-up checks."""

    name = "plugins.api"
    label = "plugins_api"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plugins.api import checks  # noqa: F401  (registers the checks once the apps are loaded)
