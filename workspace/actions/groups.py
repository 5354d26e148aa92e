"""What a group says about itself: proposed, edited, its mandate recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from cms.models import Topic
from cms.slugs import free_slug, slug_of
from plugins.api.access import Actor, require
from plugins.api.becoming import Origin, keep_origin
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from workspace.actions.activity import locked, note, note_activity
from workspace.actions.places import found_if_enough, take_place
from workspace.facts import GroupChanged, GroupProposed, MandateRecorded
from workspace.models import GroupRole, GroupVisibility, JoinMode, PastVisibility, WorkingGroup
from workspace.queries.widening import widening

RESERVED: Final = frozenset({"vorschlagen"})
"""Parts of addresses that no group may have."""
LEAST, MOST = 2, 30
"""How many counties at least a group may ask for."""

PROPOSED_FIELDS: Final = (
    "title",
    "question",
    "expected_result",
    "wanted",
    "planned_until",
    "visibility",
    "join",
    "least_counties",
)
EDITED_FIELDS: Final = (*PROPOSED_FIELDS, "mandate", "shows_members", "past", "quorum")


@transaction.atomic
def propose_group(
    fields: Mapping[str, Any], *, topics: Iterable[Topic] = (), actor: Actor, origin: Origin | None = None
) -> WorkingGroup:
    """A new proposal; whoever makes it coordinates, and nobody has to allow it. `fields`: some of PROPOSED_FIELDS."""
    require(actor, "create", WorkingGroup)
    given = {name: value for name, value in fields.items() if name in PROPOSED_FIELDS}
    _check(given, needed=("title", "question", "expected_result"))

    group = WorkingGroup(**given)
    group.slug = _free_slug(group)
    group.save()
    group.topics.set(topics)
    take_place(group, actor.user, GroupRole.COORDINATOR)
    keep_origin(origin, "group", group.pk, actor)
    note(group, "propose", actor)
    announce(GroupProposed(group_id=group.pk))
    announce(GroupChanged(group_id=group.pk))
    return group


@transaction.atomic
def edit_group(
    group: WorkingGroup,
    changes: Mapping[str, Any],
    *,
    topics: Iterable[Topic] | None = None,
    confirmed: bool = False,
    actor: Actor,
) -> WorkingGroup:
    """Change what the group says about itself. A new mandate is to be recorded anew.

    Raises Invalid with the sentence of `widening` where more people would see more and nobody has confirmed that.
    """
    group = locked(group)
    require(actor, "edit", group)
    given = {name: value for name, value in changes.items() if name in EDITED_FIELDS}
    _check(given)
    sentences = widening(group, given)
    if sentences and not confirmed:
        raise Invalid({"confirmed": sentences})

    if given.get("mandate", group.mandate) != group.mandate:
        group.mandate_recorded_at = None
    for name, value in given.items():
        setattr(group, name, value)
    group.save()
    if topics is not None:
        group.topics.set(topics)
    found_if_enough(group)
    note_activity(group.pk)
    note(group, "edit", actor, fields=sorted(given))
    announce(GroupChanged(group_id=group.pk))
    return group


@transaction.atomic
def record_mandate(group: WorkingGroup, *, actor: Actor) -> WorkingGroup:
    """The programme office notes that it has the present mandate. This is no permission."""
    group = locked(group)
    require(actor, "record_mandate", group)

    group.mandate_recorded_at = timezone.now()
    group.save(update_fields=["mandate_recorded_at"])
    note(group, "record_mandate", actor)
    announce(GroupChanged(group_id=group.pk))
    announce(MandateRecorded(group_id=group.pk, by_id=actor.user.pk if actor.user else None))
    return group


def _check(given: Mapping[str, Any], needed: Iterable[str] = ()) -> None:
    """What no form may let through either."""
    errors: dict[str, list[str]] = {}
    for name in ("title", "question", "expected_result"):
        if (name in needed or name in given) and not str(given.get(name, "")).strip():
            errors[name] = [_("This is needed so that others know what the group is about.")]
    if not LEAST <= given.get("least_counties", LEAST) <= MOST:
        errors["least_counties"] = [_("Between two and thirty counties.")]
    for name, choices in (("visibility", GroupVisibility), ("join", JoinMode), ("past", PastVisibility)):
        if name in given and given[name] not in choices.values:
            errors[name] = [_("Please choose one of the answers.")]
    if errors:
        raise Invalid(errors)


def _free_slug(group: WorkingGroup) -> str:
    """From the title. Of a hidden group it ends in chance, so that a taken address does not betray the group."""
    if group.visibility == GroupVisibility.HIDDEN:
        return f"{slug_of(group.title)}-{get_random_string(8, 'abcdefghijkmnpqrstuvwxyz23456789')}"
    taken = WorkingGroup.objects.filter(slug__startswith=slug_of(group.title)).values_list("slug", flat=True)
    return free_slug(group.title, RESERVED | set(taken))
