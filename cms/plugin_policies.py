"""Who decides which plugins are at work: the programme office, and nobody else."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.accounts.roles import OFFICE
from plugins.api.access import SUPERUSERS, Actor, Decision, Policy, allowed, denied
from plugins.api.models import PluginSwitch, RemovedPlugin


def _office_only(actor: Actor) -> Decision:
    if actor.has(OFFICE, SUPERUSERS):
        return allowed()
    return denied(_("Only the programme office switches plugins on and off."))


class PluginSwitchPolicy(Policy[PluginSwitch]):
    """What is on, everybody notices; who switched it when, the office reads."""

    model = PluginSwitch

    def audience(self, switch: PluginSwitch) -> frozenset[str]:
        return frozenset({OFFICE})

    def visible_to(self, actor: Actor, switches: QuerySet[PluginSwitch]) -> QuerySet[PluginSwitch]:
        return switches if actor.has(OFFICE) else switches.none()

    def create(self, actor: Actor, model: type[PluginSwitch]) -> Decision:
        """To switch a plugin on or off, to choose its groups, and to remove it for good."""
        return _office_only(actor)


class RemovedPluginPolicy(Policy[RemovedPlugin]):
    """The office reads what was removed."""

    model = RemovedPlugin

    def audience(self, gone: RemovedPlugin) -> frozenset[str]:
        return frozenset({OFFICE})

    def visible_to(self, actor: Actor, gone: QuerySet[RemovedPlugin]) -> QuerySet[RemovedPlugin]:
        return gone if actor.has(OFFICE) else gone.none()

    def download(self, actor: Actor, gone: RemovedPlugin) -> Decision:
        """The copy may hold what a group or a few people had to themselves: then it is for administrators."""
        if gone.is_open_to_office or actor.has(SUPERUSERS):
            return allowed()
        return denied(
            _("The copy holds what the programme office may not read. Somebody of the administration can download it.")
        )
