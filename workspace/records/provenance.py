"""What a recommendation grew out of, and what puts drafts together and takes them apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from workspace.actions.later_reviews import tell_of_due_reviews
from workspace.demo import provenance as demo
from workspace.facts import GroupChanged
from workspace.models import DraftOrigin
from workspace.notification_kinds import reviews
from workspace.personal_data import provenance as personal_data
from workspace.queries.later_reviews import who_reviews
from workspace.queries.provenance_steps import outlines_changed, steps_of_entry


def provenance_records() -> Iterator[Any]:
    yield slots.UrlMount("entwuerfe/", "workspace.views.provenance_urls")
    yield slots.ProvenanceSource("workspace", ("recommendation",), steps_of_entry)
    yield slots.FactListener("workspace.provenance", (GroupChanged,), outlines_changed)
    yield slots.ReviewTask("workspace", who_reviews)
    yield reviews.review_kind()
    yield slots.TaskSchedule("workspace.tell_of_due_reviews", timedelta(days=1), tell_of_due_reviews)
    yield slots.PersonalData(
        title=_("Origins of drafts"),
        models=(DraftOrigin,),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_("Which drafts you merged or split. Nobody else is told that it was you."),
    )
    yield slots.DemoData(
        order=96,
        load=demo.load,
        needs_members=True,
        to_try=(_("See what a recommendation grew out of: %(url)swissen/kosten-der-sprachmittlung/"),),
    )
