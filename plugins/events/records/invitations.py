"""What inviting and answering plug in, and the rules for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.events.actions.lead_reports import tell_of_last_year
from plugins.events.demo import invitations as demo
from plugins.events.facts import ParticipantInvited, ParticipantReminded
from plugins.events.mails import invitations as mails
from plugins.events.notification_kinds.invitations import invited_kind
from plugins.events.notification_kinds.lead_times import lead_times_kind
from plugins.events.policies.lead_reports import LeadTimeReportPolicy


def invitation_records() -> Iterator[Any]:
    yield slots.PolicyRecord(LeadTimeReportPolicy())
    yield slots.UrlMount("termine/", "plugins.events.urls.invitations")
    yield slots.FactListener("events.invitations", (ParticipantInvited,), mails.send_invitations, takes_long=True)
    yield slots.FactListener("events.reminders", (ParticipantReminded,), mails.send_reminders, takes_long=True)
    yield slots.TaskSchedule("events.lead_times", timedelta(hours=12), tell_of_last_year)
    yield invited_kind()
    yield lead_times_kind()
    yield slots.DemoData(
        order=81, load=demo.load, to_try=(_("Answer the invitation to the network meeting: %(url)stermine/"),)
    )
