"""What events plug in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.events import principals
from plugins.events.demo import events as demo
from plugins.events.models import Event
from plugins.events.personal_data import events as personal_data
from plugins.events.policies.events import EventPolicy, KindRulePolicy
from plugins.events.webhook_events import event_events


def event_records() -> Iterator[Any]:
    yield slots.PolicyRecord(EventPolicy())
    yield slots.PolicyRecord(KindRulePolicy())
    yield slots.PrincipalProvider("events", principals.principals_of, principals.people_with, principals.in_words)
    yield slots.UrlMount("termine/", "plugins.events.urls.events")
    yield slots.NavItem(_("Events"), "/termine/", 35, "calendar")
    yield from event_events()
    yield slots.PersonalData(
        title=_("Events that you organise"),
        models=(Event,),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_("Events that you planned or organise. Whoever may know of the event sees it, without your name."),
    )
    yield slots.DemoData(order=80, load=demo.load, to_try=(_("See what is coming up: %(url)stermine/"),))
