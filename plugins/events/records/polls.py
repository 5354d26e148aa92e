"""What date polls plug in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.events.demo import polls as demo
from plugins.events.facts import DatesAsked
from plugins.events.mails.polls import send_questions
from plugins.events.models import DatePoll, PollVoter
from plugins.events.personal_data import polls as personal_data
from plugins.events.policies.polls import DatePollPolicy, PollVoterPolicy


def poll_records() -> Iterator[Any]:
    yield slots.PolicyRecord(DatePollPolicy())
    yield slots.PolicyRecord(PollVoterPolicy())
    yield slots.UrlMount("termine/", "plugins.events.urls.polls")
    yield slots.FactListener("events.poll_mails", (DatesAsked,), send_questions)
    yield slots.PersonalData(
        title=_("Dates that you were asked for"),
        models=(DatePoll, PollVoter),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_("When you said that you can meet. Your working group reads it."),
    )
    yield slots.DemoData(
        order=82,
        load=demo.load,
        to_try=(_("Say when you can meet, and fix the date as coordinator: %(url)stermine/umfragen/1/"),),
    )
