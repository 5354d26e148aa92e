"""What the programme office has said about plugins: rows of one that is not installed, so that nothing is off."""

from __future__ import annotations

from plugins.api.models import PluginSwitch, RemovedPlugin

SWITCH_MODELS = (PluginSwitch, RemovedPlugin)


def say_something_about_plugins() -> None:
    PluginSwitch.objects.create(plugin="stellwand", is_on=False)
    RemovedPlugin.objects.create(plugin="stellwand", title="Stellwand", prefixes=["/stellwand/"])
