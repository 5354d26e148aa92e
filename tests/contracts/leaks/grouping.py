"""Working groups: what a group says for all members, what a hidden one and its reports say for nobody outside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.factories import UserFactory, join_group, make_group
from workspace.models import Admission, GroupReport, WorkingGroup

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
MEMBERS = frozenset({"member", "members' token"})
"""Authors and editors without a seat are no members: groups are not their business."""


def plant_groups(garden: Garden) -> None:
    """A group that all members know of and that shows only itself who takes part, and a hidden one, of strangers."""
    for name, visibility, readers in (("known", "members", MEMBERS), ("hidden", "hidden", NOBODY)):
        leader = _person(garden, f"coordinator of the {name} group", readers)
        group = _group(garden, name, visibility, readers, leader)
        join_group(group, _person(garden, f"member of the {name} group", NOBODY))
        asking = _person(garden, f"who asks the {name} group", NOBODY)
        words = garden.secret(f"request to the {name} group", NOBODY)
        Admission.objects.create(group=group, person=asking, kind="request", text=words, made_by=asking)
        report = f"Bericht {garden.secret(f'report of the {name} group', readers)}"
        GroupReport.objects.create(group=group, text=report, author=leader)


def _group(garden: Garden, name: str, visibility: str, readers: frozenset[str], leader: object) -> WorkingGroup:
    def planted(part: str) -> str:
        return garden.secret(f"{part} of the {name} group", readers)

    return make_group(
        f"AG {planted('title')}",
        slug=planted("slug"),
        question=planted("question"),
        expected_result=planted("expected result"),
        wanted=planted("who is wanted"),
        mandate=planted("mandate"),
        visibility=visibility,
        shows_members=False,
        coordinator=leader,
    )


def _person(garden: Garden, place: str, readers: frozenset[str]) -> object:
    """Without a seat, so that no directory and no choice of people names them: only the group can tell the name."""
    return UserFactory(last_name=garden.secret(f"name of a {place}", readers))
