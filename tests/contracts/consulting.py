"""Consultations in the world of contracts: open and ended, answered and not, of groups and of a county."""

from __future__ import annotations

from cms.accounts.models import User
from cms.models import County
from plugins.api.actors import actor_for
from tests.factories import contribute_to, end_of, make_consultation, make_draft
from workspace.actions.consultations import answer_contribution, nothing_to_add
from workspace.models import Owner, WorkingGroup


def consult_members(group: WorkingGroup, shut: WorkingGroup, people: dict[str, User]) -> None:
    """One is open; each has two contributions, one of which is answered in the last."""
    coordinator, member, mentor = (people[name] for name in ("coordinator", "member", "mentor"))
    owners: list[tuple[Owner, User]] = [
        *((owner, coordinator) for owner in (group, group, shut)),
        (County.objects.get(key="99001"), member),
    ]
    asked = [make_consultation(make_draft(owner, "Für alle?", by=author), by=author) for owner, author in owners]
    nothing_to_add(asked[0], actor=actor_for(people["outsider"]))
    for consultation in asked:
        said = [contribute_to(consultation, by=person) for person in (member, mentor)]
        if consultation is not asked[0]:
            end_of(consultation)
    answer_contribution(said[0], "partly", "Der zweite Satz.", actor=actor_for(member))
