"""What the workspace plugs in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.accounts.roles import OFFICE
from plugins.api import extensions as slots
from plugins.api.facts import Fact
from workspace import demo, principals, schedules, searchable
from workspace.actions.notifications import forget_old_notifications, tell
from workspace.facts import GroupChanged, GroupMembersChanged, MailDue
from workspace.mails import write_about_notifications
from workspace.models import (
    Admission,
    GroupMembership,
    GroupReport,
    MailState,
    Notification,
    NotificationChoice,
    TopicFollow,
)
from workspace.notification_kinds import topics as topic_news
from workspace.personal_data import groups as group_data
from workspace.personal_data import notifications as notification_data
from workspace.policies.admissions import AdmissionPolicy
from workspace.policies.groups import GroupMembershipPolicy, WorkingGroupPolicy
from workspace.policies.notifications import (
    MailStatePolicy,
    NotificationChoicePolicy,
    NotificationPolicy,
    TopicFollowPolicy,
)
from workspace.schedules import MAIL_LISTENER, announce_mails
from workspace.views.tabs import TABS


def all_records() -> Iterator[Any]:
    yield slots.PrincipalProvider("workspace", principals.principals_of, principals.people_with, principals.in_words)
    yield from _groups()
    yield from _notifications()


def _groups() -> Iterator[Any]:
    yield slots.PolicyRecord(WorkingGroupPolicy())
    yield slots.PolicyRecord(GroupMembershipPolicy())
    yield slots.PolicyRecord(AdmissionPolicy())
    yield slots.UrlMount("arbeitsgruppen/", "workspace.views.urls")
    yield slots.RestMount("groups/", "workspace.rest.urls")
    yield slots.NavItem(
        _("Working groups"),
        "/arbeitsgruppen/",
        30,
        "users",
        shown_to=lambda actor: actor.has("members", OFFICE) or bool(actor.keys("group")),
    )
    yield from TABS
    yield slots.PersonalData(
        title=_("Working groups"),
        models=(GroupMembership, Admission, GroupReport),
        hand_out=group_data.hand_out,
        erase=group_data.erase,
        text=_(
            "The groups that you belong to, with dates, your requests and invitations with their answers, and reports "
            "that you wrote. Who sees them stands on the page of each group."
        ),
    )
    yield slots.SearchSource(
        "group",
        searchable.group_documents,
        {GroupChanged: lambda fact: [fact.group_id], GroupMembersChanged: lambda fact: [fact.group_id]},
    )
    yield slots.DemoData(order=50, load=demo.load)
    yield slots.TaskSchedule("workspace.quiet_groups", timedelta(days=1), schedules.look_for_quiet_groups)


def _notifications() -> Iterator[Any]:
    """People are told what concerns them, on a page and by mail."""
    for policy in (NotificationPolicy(), NotificationChoicePolicy(), MailStatePolicy(), TopicFollowPolicy()):
        yield slots.PolicyRecord(policy)
    yield slots.UrlMount("", "workspace.views.notification_urls")
    yield slots.RestMount("notifications/", "workspace.rest.notification_urls")
    yield slots.AccountPage(
        _("Mails about notifications"),
        _("How often you get mail about what."),
        "notification_settings",
        47,
        "bell",
    )
    yield topic_news.kind()
    yield slots.FactListener("workspace.tell", (Fact,), tell)
    yield slots.TaskSchedule("workspace.announce_mails", timedelta(minutes=1), announce_mails)
    yield slots.FactListener(MAIL_LISTENER, (MailDue,), write_about_notifications, takes_long=True)
    yield slots.TaskSchedule("workspace.forget_notifications", timedelta(days=1), forget_old_notifications)
    yield slots.PersonalData(
        title=_("Notifications"),
        models=(Notification, NotificationChoice, MailState, TopicFollow),
        hand_out=notification_data.hand_out,
        erase=notification_data.erase,
        text=_(
            "What you were told about and when, how often you want mail, the topics that you follow, and whether mails "
            "came back. Only you see it. Read notifications are kept for 90 days, others for a year."
        ),
    )
