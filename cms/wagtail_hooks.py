"""What Wagtail's admin learns from the knowledge base."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse, reverse_lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.permissions import register_permission_policy

from cms.editing.action_menu import in_our_words
from cms.editing.barriers import register_barriers
from cms.editing.bringing_in import BringInItem
from cms.editing.checking import ReleaseLogFormatter
from cms.editing.confirming import CONFIRMATION_ACTIONS
from cms.editing.copying import EntryCopyForm
from cms.editing.dashboard import arrange
from cms.editing.due import due_menu_item
from cms.editing.panels import entry_form
from cms.editing.plugins import plugins_menu_item
from cms.editing.publishing import refuse_many, refuse_to_publish, without_publishing
from cms.editing.tables import register_tables
from cms.models import KINDS, Entry, File, Picture
from plugins.api.access import may
from plugins.api.adapters import pages  # noqa: F401  (its hooks guard Wagtail's own page serving)
from plugins.api.adapters.backend import actor_behind
from plugins.api.adapters.wagtail import DoorPermissionPolicy

for _kind in KINDS.values():
    _kind.edit_handler = entry_form(_kind)
Entry.copy_form_class = EntryCopyForm
for _model in (Picture, File):
    # of the exact class, because Wagtail registers its own for these models after this module is read
    register_permission_policy(_model, DoorPermissionPolicy(_model), exact_class=True)
register_tables()
register_barriers()


WEBHOOK_ACTIONS = (
    ("cms.create_webhook", gettext_lazy("Create webhook"), gettext_lazy("Created a webhook")),
    ("cms.change_webhook", gettext_lazy("Change webhook"), gettext_lazy("Changed a webhook")),
    ("cms.renew_webhook_secret", gettext_lazy("Renew secret"), gettext_lazy("Renewed the secret of a webhook")),
    ("cms.end_webhook", gettext_lazy("End webhook"), gettext_lazy("Ended a webhook")),
)


PLUGIN_ACTIONS = (
    ("cms.switch_plugin_on", gettext_lazy("Switch on a plugin"), gettext_lazy("Switched a plugin on")),
    ("cms.switch_plugin_off", gettext_lazy("Switch off a plugin"), gettext_lazy("Switched a plugin off")),
    (
        "cms.switch_plugin_in_groups",
        gettext_lazy("Choose groups for a plugin"),
        gettext_lazy("Chose the working groups of a plugin"),
    ),
    ("cms.remove_plugin", gettext_lazy("Remove a plugin"), gettext_lazy("Removed a plugin for good")),
    (
        "cms.download_removed_plugin",
        gettext_lazy("Download the data of a removed plugin"),
        gettext_lazy("Downloaded the copy of what a removed plugin had stored"),
    ),
)


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """The words of the audit trail."""
    actions.register_action("cms.release")(ReleaseLogFormatter)
    actions.register_action("cms.withdraw", gettext_lazy("Withdraw"), gettext_lazy("Withdrawn from the public"))
    actions.register_action("cms.hand_over", gettext_lazy("Hand over"), gettext_lazy("Handed over with a seat"))
    for name, label, message in (*CONFIRMATION_ACTIONS, *WEBHOOK_ACTIONS, *PLUGIN_ACTIONS):
        actions.register_action(name, label, message)


@hooks.register("register_admin_urls")
def our_addresses() -> list[URLResolver]:
    return [path("entries/", include("cms.editing.urls")), path("plugins/", include("cms.editing.plugin_urls"))]


@hooks.register("register_admin_menu_item")
def plugins_of_the_forum() -> MenuItem:
    return plugins_menu_item()


@hooks.register("register_admin_menu_item")
def what_is_due() -> MenuItem:
    return due_menu_item()


@hooks.register("register_page_header_buttons")
def buttons_of_entries(page: Page, user: AbstractBaseUser, **kwargs: Any) -> Iterator[Button]:
    """In the menu beside the title of an entry, wherever its page is shown."""
    entry = page.specific_deferred
    if not isinstance(entry, Entry):
        return
    actor = actor_behind(user)
    if may(actor, "ask_county", entry):
        url = reverse("editing:ask_county", args=[entry.pk])
        yield Button(_("Ask the county to confirm …"), url, icon_name="mail", priority=4)
    if not entry.live:
        return
    if may(actor, "publish", entry):
        url = reverse("editing:release", args=[entry.pk])
        yield Button(_("Release to everybody …"), url, icon_name="view", priority=5)
    if may(actor, "withdraw", entry):
        url = reverse("editing:withdraw", args=[entry.pk])
        yield Button(_("Withdraw from the public …"), url, icon_name="no-view", priority=6)


@hooks.register("construct_homepage_panels")
def what_is_waiting(request: HttpRequest, panels: list[Any]) -> None:
    arrange(panels)


@hooks.register("construct_page_action_menu")
def buttons_in_our_words(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    in_our_words(items)
    without_publishing(items, request, context)


@hooks.register("before_publish_page")
def only_what_the_door_lets(request: HttpRequest, page: Page) -> HttpResponse | None:
    return refuse_to_publish(request, page)


@hooks.register("before_bulk_action")
def only_what_the_door_lets_of_many(
    request: HttpRequest, action: str, objects: Iterable[Any], action_instance: Any
) -> HttpResponse | None:
    return refuse_many(request, action, objects)


@hooks.register("register_admin_menu_item")
def bring_in_a_document() -> MenuItem:
    label, url = gettext_lazy("Bring in a text"), reverse_lazy("editing:bring_in")
    return BringInItem(label, url, name="bring-in", icon_name="upload", order=150)


@hooks.register("construct_main_menu")
def only_what_is_used(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's help leads to its own makers."""
    items[:] = [item for item in items if item.name != "help"]


@hooks.register("insert_editor_js")
def beside_the_form() -> SafeString:
    """Buttons that wait while Wagtail keeps the draft, hints that follow what was kept, names of fields of text."""
    files = ("editing/submitting.js", "editing/readability.js", "editing/naming.js")
    return format_html_join("", '<script src="{}"></script>', ((static(file),) for file in files))


@hooks.register("insert_global_admin_js")
def dates_as_typed() -> SafeString:
    return format_html('<script src="{}"></script>', static("editing/dates.js"))


@hooks.register("insert_global_admin_css")
def our_look() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("editing/admin.css"))
