"""What a recommendation grew out of, put together from what is stored: it outlives other titles, groups and people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.db.models import BigIntegerField, Count, Max, Min, Model, Q, QuerySet
from wagtail.models import ModelLogEntry

from plugins.api.access import Actor, visible_to
from plugins.api.prepared import Given, Prepared
from workspace.models import (
    Challenge,
    Consultation,
    Draft,
    DraftOrigin,
    DraftVersion,
    Publication,
    PublicationState,
    WorkingGroup,
)
from workspace.policies.provenance import groups_named, people_named, traced

ORIGINS: Final = """
WITH RECURSIVE chain(draft) AS (
    SELECT draft_id FROM workspace_publication WHERE entry_id = %s AND state = %s
    UNION SELECT origin.source_id FROM workspace_draftorigin origin JOIN chain ON origin.draft_id = chain.draft
)
SELECT origin.* FROM workspace_draftorigin origin JOIN chain ON origin.draft_id = chain.draft
"""
"""However often drafts were merged and split on the way; each draft once, even where they went in a circle."""

_PUBLISHED_AS: Final = Prepared(
    lambda: (
        Publication.objects.filter(entry=Given("entry", BigIntegerField()), state=PublicationState.PUBLISHED)
        .order_by()
        .values_list("pk")
    )
)
"""Asked for every recommendation that is read; most of them no draft became."""


@dataclass
class Chain:
    """Everything that led to a recommendation. `until` says up to which moment each draft had a part in it."""

    publications: list[Publication]
    until: dict[int, datetime]
    drafts: dict[int, Draft]
    origins: list[DraftOrigin]
    challenges: dict[int, Challenge]
    consultations: list[Consultation]
    groups: dict[int, WorkingGroup]
    versions: dict[int, tuple[int, datetime, datetime]]
    """Of drafts that were published: how many were kept, when the first, when the last."""
    readable: dict[type[Model], set[int]] = field(default_factory=dict)
    """Of each model, what the reader may see; of groups, those that are named to the reader."""
    known_groups: set[int] = field(default_factory=set)
    """Those among them whose pages the reader finds."""
    open_groups: set[int] = field(default_factory=set)
    """Those among them that say to the reader how many people are in them."""

    def shows(self, thing: Model) -> bool:
        return thing.pk in self.readable[type(thing)]


def chain_of(actor: Actor, entry_id: int) -> Chain | None:
    """None for an entry that no draft became. In as many queries for a long one as for a short one."""
    if not _PUBLISHED_AS(entry=entry_id):
        return None
    rows = Publication.objects.filter(entry=entry_id, state=PublicationState.PUBLISHED)
    rows = rows.select_related("decision", "version").defer("version__content", "version__authors")
    publications = list(rows.prefetch_related("decision__voices"))
    if not publications:
        return None
    publications.sort(key=published_at)
    origins = list(DraftOrigin.objects.raw(ORIGINS, [entry_id, PublicationState.PUBLISHED]))
    until = _until(publications, origins)
    drafts = Draft.objects.select_related("group", "county").in_bulk(list(until))
    chain = Chain(
        publications=publications,
        until=until,
        drafts=drafts,
        origins=[one for one in origins if one.draft_id in until and one.at <= until[one.draft_id]],
        challenges=_challenges(until),
        consultations=_consultations(until),
        groups=_groups(drafts),
        versions=_versions(publications),
    )
    _what_is_read(actor, chain)
    return chain


def publications_to_trace(actor: Actor, draft: int) -> list[Publication]:
    """How a draft was published, the newest first, as far as the actor may know where it comes from."""
    rows = Publication.objects.filter(draft=draft, state=PublicationState.PUBLISHED, entry__live=True)
    rows = rows.select_related("version", "entry", "draft__group", "draft__county", "decision__called_by")
    return list(traced(actor, rows).prefetch_related("decision__voices__person", "decision__voices__county"))


def versions_until(version: DraftVersion) -> QuerySet[DraftVersion]:
    """What was kept of a draft up to a version, this one first; without texts."""
    rows = DraftVersion.objects.filter(draft=version.draft_id, number__lte=version.number)
    return rows.select_related("saved_by").defer("content", "authors")


def group_named(actor: Actor, draft: Draft) -> WorkingGroup | None:
    """The group of a draft, where it may be named to this reader."""
    if draft.group is None:
        return None
    return groups_named(actor, WorkingGroup.objects.filter(pk=draft.group.pk)).first()


def _until(publications: list[Publication], origins: list[DraftOrigin]) -> dict[int, datetime]:
    """What came into a draft after it was published has no part in what was published."""
    until: dict[int, datetime] = {}
    for publication in publications:
        until[publication.draft_id] = published_at(publication)
    waiting = list(until)
    while waiting:
        draft = waiting.pop()
        for origin in origins:
            known = until.get(origin.source_id)
            if origin.draft_id == draft and origin.at <= until[draft] and (known is None or known < origin.at):
                until[origin.source_id] = origin.at
                waiting.append(origin.source_id)
    return until


def published_at(publication: Publication) -> datetime:
    """When it came into the knowledge base."""
    return publication.ended_at or publication.submitted_at


def _challenges(until: dict[int, datetime]) -> dict[int, Challenge]:
    rows = Challenge.objects.filter(drafts__in=list(until)).select_related("discussion").distinct()
    last = max(until.values())
    return {challenge.pk: challenge for challenge in rows if challenge.discussion.created_at <= last}


def _consultations(until: dict[int, datetime]) -> list[Consultation]:
    rows = Consultation.objects.filter(draft__in=list(until)).annotate(
        said=Count("contributions", distinct=True), counties=Count("contributions__county", distinct=True)
    )
    return [one for one in rows.order_by("pk") if one.opened_at <= until[one.draft_id]]


def _groups(drafts: dict[int, Draft]) -> dict[int, WorkingGroup]:
    """Whose the drafts are, and whose they were before somebody else went on with them."""
    given = ModelLogEntry.objects.filter(action="workspace.hand_over_draft", data__draft__in=list(drafts))
    former = {int(pk) for pk in given.values_list("object_id", flat=True)}
    now = {draft.group_id for draft in drafts.values() if draft.group_id is not None}
    return WorkingGroup.objects.in_bulk(now | former)


def _versions(publications: list[Publication]) -> dict[int, tuple[int, datetime, datetime]]:
    last = {publication.draft_id: publication.version.number for publication in publications}
    kept = Q()
    for draft, number in last.items():
        kept |= Q(draft=draft, number__lte=number)
    rows = DraftVersion.objects.filter(kept).order_by().values("draft")
    counted = rows.annotate(n=Count("pk"), first=Min("saved_at"), last=Max("saved_at"))
    return {row["draft"]: (row["n"], row["first"], row["last"]) for row in counted}


def _what_is_read(actor: Actor, chain: Chain) -> None:
    asked: dict[type[Model], QuerySet[Any]] = {
        Challenge: visible_to(actor, Challenge.objects.filter(pk__in=chain.challenges)),
        Consultation: visible_to(actor, Consultation.objects.filter(pk__in=[one.pk for one in chain.consultations])),
        Draft: visible_to(actor, Draft.objects.filter(pk__in=chain.drafts)),
        Publication: traced(actor, Publication.objects.filter(pk__in=[one.pk for one in chain.publications])),
        WorkingGroup: groups_named(actor, WorkingGroup.objects.filter(pk__in=chain.groups)),
    }
    for model, rows in asked.items():
        chain.readable[model] = set(rows.values_list("pk", flat=True))
    known = visible_to(actor, WorkingGroup.objects.filter(pk__in=chain.groups))
    chain.known_groups = set(known.values_list("pk", flat=True))
    named = (group for group in chain.groups.values() if chain.shows(group))
    chain.open_groups = {group.pk for group in named if people_named(actor, group)}
