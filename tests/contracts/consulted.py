"""What all members of the small world are asked about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cms.models import County
from plugins.api.actors import actor_for
from tests.factories import contribute_to, end_of, make_consultation, make_draft
from workspace.actions.consultations import answer_contribution
from workspace.models import WorkingGroup


def ask_all_members(people: Mapping[str, Any], group: WorkingGroup) -> None:
    """Open and ended, of a group and of a county, answered and not."""
    coordinator, member, outsider = (people[name] for name in ("coordinator", "member", "outsider"))
    make_consultation(make_draft(group, "In Konsultation", by=coordinator), by=coordinator)
    make_consultation(make_draft(County.objects.get(key="99001"), "In Konsultation", by=member), by=member)
    over = make_consultation(make_draft(group, "Zu Ende", by=coordinator, for_all=True), by=coordinator)
    said = contribute_to(over, by=outsider)
    contribute_to(over, by=member)
    end_of(over)
    answer_contribution(said, "taken_up", "Es steht jetzt so da.", actor=actor_for(coordinator))
