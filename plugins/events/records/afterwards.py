"""What stays of events, as it is plugged in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.events import remains
from plugins.events.actions import follow_ups
from plugins.events.demo import afterwards as demo
from plugins.events.models import EventMaterial, EventResult, FollowUp, Outcome
from plugins.events.notification_kinds.afterwards import afterwards_kind
from plugins.events.personal_data import afterwards as personal_data
from plugins.events.policies.afterwards import EventMaterialPolicy, EventResultPolicy, FollowUpPolicy
from plugins.events.queries import afterwards as queries


def afterwards_records() -> Iterator[Any]:
    for policy in (EventMaterialPolicy(), EventResultPolicy(), FollowUpPolicy()):
        yield slots.PolicyRecord(policy)
    yield slots.Remains("events.outcomes", _("What became of results"), remains.outcomes_in)
    yield slots.UrlMount("termine/", "plugins.events.urls.afterwards")
    yield slots.OriginSource(
        queries.RESULT,
        find=queries.origin_of_result,
        keep=follow_ups.keep_what_became_of_result,
        origins_of=queries.origins_behind,
    )
    yield slots.OriginSource(
        queries.MATERIAL,
        find=queries.origin_of_material,
        keep=follow_ups.keep_what_became_of_material,
        origins_of=lambda becoming, made, actor: (),  # said with the results, in one look-up
    )
    yield slots.TaskSchedule("events.afterwards", timedelta(hours=1), follow_ups.nudge_about_materials)
    yield afterwards_kind()
    yield slots.PersonalData(
        title=_("Minutes and results of events"),
        models=(EventMaterial, EventResult, Outcome, FollowUp),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "Minutes, slides, photos and results that you put beside events, and what you made of results. Whoever "
            "reads them does not see your name."
        ),
    )
    yield slots.DemoData(
        order=84,
        needs_members=True,
        load=demo.load,
        to_try=(_("Read what stays of a meeting that was: %(url)stermine/?when=past"),),
    )
