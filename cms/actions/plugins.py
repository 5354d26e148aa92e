"""What the programme office does with plugins while the forum runs: on, off, in groups, and away for good."""

from __future__ import annotations

import logging
import secrets
import tempfile
from collections.abc import Collection
from datetime import timedelta
from functools import partial
from typing import IO, Final

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.roles import OFFICE
from plugins.api import removing, switching
from plugins.api.access import PUBLIC, Actor, require
from plugins.api.adapters.switched import prefixes_of
from plugins.api.errors import Invalid, Refused
from plugins.api.models import PluginSwitch, RemovedPlugin
from plugins.api.plugin import Plugin
from plugins.api.turning import tell, turn

logger = logging.getLogger(__name__)

FOLDER: Final = "removed"
"""Where copies lie among the files."""
EXPORT_FOR: Final = timedelta(days=30)
"""How long the copy of what a removed plugin had stored is kept."""


@transaction.atomic
def switch_on(plugin: Plugin, *, actor: Actor) -> None:
    """In the whole forum and in all working groups. A plugin that was removed begins anew, with nothing."""
    _check(plugin, actor)

    _begin_anew(plugin)
    turn(plugin, {PluginSwitch.FORUM: True}, by=_number(actor))
    _log("cms.switch_plugin_on", plugin, actor)


@transaction.atomic
def switch_off(plugin: Plugin, *, actor: Actor) -> None:
    """Everywhere. What it has stored stays."""
    _check(plugin, actor)

    turn(plugin, {PluginSwitch.FORUM: False}, by=_number(actor))
    _log("cms.switch_plugin_off", plugin, actor)


@transaction.atomic
def switch_in_groups(plugin: Plugin, *, every: bool, groups: Collection[str] = (), actor: Actor) -> None:
    """Its parts in working groups: in all of them, or in these, by their principals. The rest of it stays as it is."""
    _check(plugin, actor)

    place = switching.where(plugin)
    said = {PluginSwitch.EVERY_GROUP: every, **({} if every else dict.fromkeys(groups, True))}
    _begin_anew(plugin)
    if switching.has_been_said(plugin):
        said[PluginSwitch.FORUM] = place.forum
    turn(plugin, said, by=_number(actor))
    _log("cms.switch_plugin_in_groups", plugin, actor, every=every, groups=sorted(groups))


def remove_for_good(plugin: Plugin, *, typed: str, actor: Actor) -> RemovedPlugin:
    """A copy of all that it has stored is kept, then it is erased with everything that points to it: all or nothing.

    `typed` is its name, as a person has to write it. Raises Refused and Invalid.
    """
    _check(plugin, actor)
    if not switching.where(plugin).is_off:
        raise Refused(_("Switch it off first. Then everybody sees for a while what will be missing."))
    if " ".join(typed.split()).casefold() != str(plugin.title).casefold():
        raise Invalid({"typed": [_("Please type “%(name)s” exactly as it stands there.") % {"name": plugin.title}]})

    export = ""
    try:
        export = _keep_copy(plugin)
        return _erase(plugin, export, actor)
    except Exception as error:
        logger.exception("Plugin %s could not be removed", plugin.name)
        if export:
            default_storage.delete(export)
        sentence = _("It could not be removed, and nothing was changed. Whoever runs the forum finds why in its log.")
        raise Refused(sentence) from error


@transaction.atomic
def _erase(plugin: Plugin, export: str, actor: Actor) -> RemovedPlugin:
    office = Actor(user=None, principals=frozenset({PUBLIC, OFFICE}))
    counts = removing.stored(plugin)
    values = {
        "title": str(plugin.title),
        "prefixes": prefixes_of(plugin),
        "removed_at": timezone.now(),
        "removed_by": _number(actor),
        "counts": counts,
        "export": export,
        "is_open_to_office": removing.may_read_everything(plugin, office),
    }
    removing.erase(plugin)
    for before in RemovedPlugin.objects.filter(plugin=plugin.label).exclude(export=""):
        transaction.on_commit(partial(default_storage.delete, before.export))
    gone, _made = RemovedPlugin.objects.update_or_create(plugin=plugin.label, defaults=values)
    PluginSwitch.objects.create(plugin=plugin.label, is_on=False, changed_by=_number(actor))
    tell(plugin)
    log(gone, "cms.remove_plugin", user=actor.user, title=plugin.label, data={"rows": dict(counts)})
    return gone


def opened_copy(gone: RemovedPlugin, *, actor: Actor) -> IO[bytes]:
    """The copy, for whoever may have it; that somebody took it is written down."""
    require(actor, "download", gone)
    if not gone.export or not default_storage.exists(gone.export):
        raise Refused(_("The copy is no longer there. It is kept for 30 days."))
    log(gone, "cms.download_removed_plugin", user=actor.user, title=gone.plugin)
    return default_storage.open(gone.export)


def forget_copies() -> None:
    """By the clock: copies are kept for 30 days."""
    for gone in RemovedPlugin.objects.filter(removed_at__lt=timezone.now() - EXPORT_FOR).exclude(export=""):
        default_storage.delete(gone.export)
        RemovedPlugin.objects.filter(pk=gone.pk).update(export="")
    for name in _copies_of_nobody():
        default_storage.delete(name)


def _begin_anew(plugin: Plugin) -> None:
    """What was removed and is wanted again begins with nothing; its copy is kept as long as it would have been."""
    RemovedPlugin.objects.filter(plugin=plugin.label).update(prefixes=[])


def _copies_of_nobody() -> list[str]:
    """What a process left behind that was killed while it removed something; a young one may be at work still."""
    if not default_storage.exists(FOLDER):
        return []
    known = set(RemovedPlugin.objects.values_list("export", flat=True))
    young = timezone.now() - timedelta(days=1)
    names = [f"{FOLDER}/{name}" for name in default_storage.listdir(FOLDER)[1]]
    return [name for name in names if name not in known and default_storage.get_modified_time(name) < young]


def _keep_copy(plugin: Plugin) -> str:
    """Under a name that nobody guesses; no address leads to it but that of the office."""
    with tempfile.TemporaryFile() as made:
        removing.write_export(plugin, made)
        made.seek(0)
        return default_storage.save(f"{FOLDER}/{secrets.token_hex(16)}.zip", File(made))


def _check(plugin: Plugin, actor: Actor) -> None:
    require(actor, "create", PluginSwitch)
    if plugin.is_fixed:
        raise Refused(_("“%(name)s” cannot be switched off: everything else stands on it.") % {"name": plugin.title})


def _number(actor: Actor) -> int | None:
    return actor.user.pk if actor.user is not None else None


def _log(action: str, plugin: Plugin, actor: Actor, **data: object) -> None:
    switch = PluginSwitch.objects.filter(plugin=plugin.label).order_by("pk").first()
    log(switch, action, user=actor.user, title=plugin.label, data=data)
