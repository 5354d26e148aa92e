"""From the names in settings.PLUGINS to app configurations, by entry point, importing nothing."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import entry_points

from django.core.exceptions import ImproperlyConfigured

GROUP = "lernnetz.plugins"


def installed_plugins() -> dict[str, str]:
    """Name -> dotted path of the Plugin class, for every installed package that offers one."""
    return {point.name: point.value.replace(":", ".") for point in entry_points(group=GROUP)}


def app_paths(names: Sequence[str]) -> list[str]:
    """What goes into INSTALLED_APPS for these plugins. A name that no package offers stops start-up."""
    offered = installed_plugins()
    unknown = [name for name in names if name not in offered]
    if unknown:
        known = ", ".join(sorted(offered)) or "none"
        raise ImproperlyConfigured(
            f"LERNNETZ_PLUGINS names “{', '.join(unknown)}”, but no installed package offers it. Installed: {known}."
        )
    return [offered[name] for name in names]
