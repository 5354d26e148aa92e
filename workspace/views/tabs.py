"""What the workspace itself shows on the pages of a group."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plugins.api.access import may
from plugins.api.extensions import GroupTab

TABS = (
    GroupTab(
        "discussions",
        _("Discussions"),
        url=lambda group: reverse("group_discussions", args=[group.slug]),
        order=10,
        shown_to=lambda actor, group: actor.has(group.principal),
    ),
    GroupTab(
        "drafts",
        _("Drafts"),
        url=lambda group: reverse("group_drafts", args=[group.slug]),
        order=20,
        shown_to=lambda actor, group: actor.has(group.principal),
    ),
    GroupTab(
        "files",
        _("Files"),
        url=lambda group: reverse("group_files", args=[group.slug]),
        order=30,
        shown_to=lambda actor, group: actor.has(group.principal),
    ),
    GroupTab(
        "tasks",
        _("Tasks"),
        url=lambda group: reverse("group_tasks", args=[group.slug]),
        order=40,
        shown_to=lambda actor, group: actor.has(group.principal),
    ),
    GroupTab(
        "members",
        _("Members"),
        url=lambda group: reverse("group_members", args=[group.slug]),
        order=80,
        shown_to=lambda actor, group: bool(may(actor, "see_members", group)),
    ),
    GroupTab(
        "reports",
        _("Reports"),
        url=lambda group: reverse("group_reports", args=[group.slug]),
        order=90,
    ),
)
