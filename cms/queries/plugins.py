"""Looking up plugins for the programme office: what each brings, where it is at work, what is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.api import switching
from plugins.api.access import Actor, visible_to
from plugins.api.discovery import version_of
from plugins.api.errors import Missing
from plugins.api.models import RemovedPlugin, Trouble
from plugins.api.plugin import Plugin
from plugins.api.registry import registry
from plugins.api.switching import Where
from plugins.api.troubles import recent

BRINGS: tuple[tuple[tuple[type, ...], Promise], ...] = (
    ((slots.UrlMount,), _("pages")),
    ((slots.NavItem,), _("a place in the head of every page")),
    ((slots.HomePanel, slots.EntryPanel, slots.PageButtons), _("sections and buttons on other pages")),
    ((slots.StartList,), _("a list on the start page")),
    ((slots.GroupTab,), _("a part in working groups")),
    ((slots.SearchSource,), _("results of the search")),
    ((slots.NotificationKind,), _("notifications")),
    ((slots.PublicFeed,), _("a feed for everybody")),
    ((slots.RestMount, slots.WebhookEvent), _("something for programs")),
    ((slots.PrincipalProvider, slots.MandateScope), _("rights of people")),
    ((slots.PersonalData,), _("data about people")),
)
"""Slots, and what people call what stands in them."""


@dataclass(frozen=True)
class ShownPlugin:
    """One line of the office's list."""

    plugin: Plugin
    version: str
    brings: list[str]
    where: Where
    is_in_groups: bool
    """Whether it has something to offer in working groups."""
    troubles: list[Trouble]
    removed: RemovedPlugin | None


def plugin_called(label: str) -> Plugin:
    """One that can be switched. Raises Missing."""
    for plugin in registry.plugins:
        if plugin.label == label and not plugin.is_fixed:
            return plugin
    raise Missing


def shown_plugins(actor: Actor) -> list[ShownPlugin]:
    """Everything that is not core, by title."""
    troubles: dict[str, list[Trouble]] = defaultdict(list)
    for trouble in recent():
        troubles[trouble.plugin].append(trouble)
    gone = {one.plugin: one for one in removed_plugins(actor)}
    found = (plugin for plugin in registry.plugins if not plugin.is_core)
    return [
        ShownPlugin(
            plugin,
            version_of(plugin),
            what_it_brings(plugin),
            switching.where(plugin),
            is_in_groups(plugin),
            troubles[plugin.name],
            gone.get(plugin.label),
        )
        for plugin in sorted(found, key=lambda plugin: str(plugin.title).casefold())
    ]


def removed_plugins(actor: Actor) -> QuerySet[RemovedPlugin]:
    """What was removed for good, the latest first."""
    return visible_to(actor, RemovedPlugin.objects.order_by("-removed_at"))


def what_it_brings(plugin: Plugin) -> list[str]:
    """In words, in a fixed order."""
    return [str(words) for of, words in BRINGS if _brings(plugin, of)]


def is_in_groups(plugin: Plugin) -> bool:
    """Whether it has something to offer in working groups."""
    return _brings(plugin, (slots.GroupTab,))


def _brings(plugin: Plugin, of: Iterable[type]) -> bool:
    return any(registry.brought_by(plugin, slot) for slot in of)
