"""From the names in settings.PLUGINS to app configurations, by entry point, importing nothing."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import entry_points

from django.core.exceptions import ImproperlyConfigured

GROUP = "lernnetz.plugins"


def installed_plugins() -> dict[str, str]:
    """Name -> dotted path of the Plugin class, for every installed package that offers one."""
    return {point.name: point.value.replace(":", ".") for point in entry_points(group=GROUP)}


def offered_twice() -> dict[str, list[str]]:
    """Name -> the packages that offer different things under it."""
    found: dict[str, dict[str, str]] = {}
    for point in entry_points(group=GROUP):
        found.setdefault(point.name, {})[point.value] = point.dist.name if point.dist else point.value
    return {name: sorted(packages.values()) for name, packages in found.items() if len(packages) > 1}


def version_of(plugin: object) -> str:
    """The version of the package that offers this plugin; empty where it is not known."""
    path = f"{type(plugin).__module__}:{type(plugin).__qualname__}"
    return next((point.dist.version for point in entry_points(group=GROUP) if point.value == path and point.dist), "")


def app_paths(names: Sequence[str]) -> list[str]:
    """What goes into INSTALLED_APPS for these plugins. A name that no package offers stops start-up."""
    offered, twice = installed_plugins(), offered_twice()
    for name in names:
        if name in twice:
            packages = " and ".join(f"“{package}”" for package in twice[name])
            raise ImproperlyConfigured(f"{packages} both offer a plugin “{name}”. Uninstall one of them.")
    unknown = [name for name in names if name not in offered]
    if unknown:
        known = ", ".join(sorted(offered)) or "none"
        raise ImproperlyConfigured(
            f"LERNNETZ_PLUGINS names “{', '.join(unknown)}”, but no installed package offers it. Installed: {known}."
        )
    return [offered[name] for name in names]
