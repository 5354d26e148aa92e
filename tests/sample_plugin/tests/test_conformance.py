"""What every plugin has to keep."""

from __future__ import annotations

from lernnetz_pinboard.models import Notice

from plugins.api.testing.conformance import PluginConformance


class TestConformance(PluginConformance):
    plugin = "pinboard"

    def make(self, words, person):
        return [Notice.objects.create(title=words(), text=words(), author=person)]
