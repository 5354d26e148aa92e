"""What notifications plug in: people are told what concerns them, on a page and by mail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.api.facts import Fact
from workspace import remains, start_lists
from workspace.actions.notifications import forget_old_notifications, tell
from workspace.facts import MailDue
from workspace.mails import write_about_notifications
from workspace.models import Follow, MailState, Notification, NotificationChoice, TopicFollow
from workspace.notification_kinds import discussions, groups, topics
from workspace.personal_data import notifications as personal_data
from workspace.policies.notifications import (
    MailStatePolicy,
    NotificationChoicePolicy,
    NotificationPolicy,
    TopicFollowPolicy,
)
from workspace.schedules import MAIL_LISTENER, announce_mails


def notification_records() -> Iterator[Any]:
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
    yield slots.StartList("addressed", _("Addressed to you"), start_lists.addressed, "/mitteilungen/", order=10)
    yield slots.StartList("groups", _("New in your groups"), start_lists.in_groups, "/diskussionen/", order=30)
    yield slots.StartList("followed", _("New on all that you follow"), start_lists.followed, "/mitteilungen/", order=40)
    yield topics.kind()
    yield groups.admission_kind()
    yield groups.group_kind()
    yield discussions.addressed_kind()
    yield discussions.post_kind()
    yield discussions.report_kind()
    yield slots.Remains(
        "workspace.notifications", _("Notifications"), remains.notifications_about, remains.forget_choices
    )
    yield slots.FactListener("workspace.tell", (Fact,), tell)
    yield slots.TaskSchedule("workspace.announce_mails", timedelta(minutes=1), announce_mails)
    yield slots.FactListener(MAIL_LISTENER, (MailDue,), write_about_notifications, takes_long=True)
    yield slots.TaskSchedule("workspace.forget_notifications", timedelta(days=1), forget_old_notifications)
    yield slots.PersonalData(
        title=_("Notifications"),
        models=(Notification, NotificationChoice, MailState, TopicFollow, Follow),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "What you were told about and when, how often you want mail, what you follow, and whether mails came "
            "back. Only you see it. Read notifications are kept for 90 days, others for a year."
        ),
    )
