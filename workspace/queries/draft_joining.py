"""Which drafts can become one, who would read more then, and where a draft came from and went to."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from cms.accounts.models import User
from plugins.api.access import Actor, may, visible_to
from workspace.drafting.sections import Section, sections_of
from workspace.drafting.store import load
from workspace.models import Draft, DraftOrigin, DraftState, GroupMembership, OriginKind
from workspace.queries.drafts import own_drafts, people_reading_draft


def drafts_to_merge(actor: Actor, into: Draft) -> list[Draft]:
    """The other drafts that the actor is responsible for and that are being written."""
    places = GroupMembership.objects.in_force().select_related("user", "county")
    rows = own_drafts(actor).filter(state=DraftState.WRITING).exclude(pk=into.pk)
    rows = rows.exclude(successors__draft=into, successors__kind=OriginKind.MERGED)
    return [
        draft for draft in rows.prefetch_related(Prefetch("group__memberships", places)) if may(actor, "merge", draft)
    ]


def people_gained_by_merging(into: Draft, source: Draft) -> QuerySet[User]:
    """Who reads the one draft and not the other."""
    now = people_reading_draft(source.owner, source.reach)
    return people_reading_draft(into.owner, into.reach).exclude(pk__in=now.values("pk"))


def came_from(actor: Actor, draft: Draft) -> list[DraftOrigin]:
    """The drafts behind this one that the actor reads."""
    rows = draft.origins.filter(source__in=visible_to(actor, Draft.objects.all()))
    return list(rows.select_related("source"))


def went_to(actor: Actor, draft: Draft) -> list[DraftOrigin]:
    """The drafts that came of this one, where the actor reads them."""
    rows = draft.successors.filter(draft__in=visible_to(actor, Draft.objects.all()))
    return list(rows.select_related("draft"))


def sections_to_take_out(draft: Draft) -> list[Section]:
    """The headings of its text, each with what stands under it."""
    return sections_of(load(draft.pk)[0].blocks())
