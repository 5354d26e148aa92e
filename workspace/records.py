"""What the workspace plugs in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.api.facts import Fact
from workspace import principals
from workspace.actions.notifications import forget_old_notifications, tell
from workspace.facts import MailDue
from workspace.mails import write_about_notifications
from workspace.models import GroupMembership, MailState, Notification, NotificationChoice, TopicFollow
from workspace.notification_kinds import topics as topic_news
from workspace.personal_data import groups as group_data
from workspace.personal_data import notifications as notification_data
from workspace.policies.groups import GroupMembershipPolicy, WorkingGroupPolicy
from workspace.policies.notifications import (
    MailStatePolicy,
    NotificationChoicePolicy,
    NotificationPolicy,
    TopicFollowPolicy,
)
from workspace.schedules import MAIL_LISTENER, announce_mails


def all_records() -> Iterator[Any]:
    yield slots.PrincipalProvider("workspace", principals.principals_of, principals.people_with, principals.in_words)
    yield from _groups()
    yield from _notifications()


def _groups() -> Iterator[Any]:
    yield slots.PolicyRecord(WorkingGroupPolicy())
    yield slots.PolicyRecord(GroupMembershipPolicy())
    yield slots.PersonalData(
        title=_("Working groups"),
        models=(GroupMembership,),
        hand_out=group_data.hand_out,
        erase=group_data.erase,
        text=_("The groups that you belong to, with dates. Who sees them stands on the page of each group."),
    )


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
