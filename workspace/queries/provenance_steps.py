"""The provenance of a recommendation in words: each step with what this reader may read of it."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.api import generation
from plugins.api.access import Actor
from plugins.api.provenance import ProvenanceStep
from workspace.facts import GroupChanged
from workspace.models import OriginKind, Publication, PublicationState, WorkingGroup
from workspace.queries.decisions import result_of
from workspace.queries.provenance import Chain, chain_of, published_at


def steps_of_entry(entry_id: int, actor: Actor) -> Iterator[ProvenanceStep]:
    """From the challenge to the last revision, and how the groups ended."""
    chain = chain_of(actor, entry_id)
    if chain is None:
        return
    for steps in (_challenges, _owners, _origins, _versions, _consultations, _decisions, _publications):
        yield from steps(chain)


def outlines_changed(facts: list[GroupChanged]) -> None:
    """What visitors are shown says when a group closed; everything else of it comes before the publication."""
    groups = [fact.group_id for fact in facts]
    if WorkingGroup.objects.filter(
        pk__in=groups, closed_at__isnull=False, drafts__publications__state=PublicationState.PUBLISHED
    ).exists():
        generation.advance()


def _challenges(chain: Chain) -> Iterator[ProvenanceStep]:
    for challenge in chain.challenges.values():
        said = challenge.discussion
        step = ProvenanceStep(
            "challenge", _("A challenge from practice"), said.created_at, said.title, url=challenge.get_absolute_url()
        )
        yield step if chain.shows(challenge) else step.outlined()


def _owners(chain: Chain) -> Iterator[ProvenanceStep]:
    for group in chain.groups.values():
        yield from _of_group(chain, group)
    for draft in chain.drafts.values():
        if draft.county:
            label = _("A county writes a draft")
            step = ProvenanceStep("county", label, draft.created_at, draft.county.full_name)
            yield step if _is_seen(chain, draft.pk) else step.outlined()


def _of_group(chain: Chain, group: WorkingGroup) -> Iterator[ProvenanceStep]:
    is_named = chain.shows(group)
    url = group.get_absolute_url() if group.pk in chain.known_groups else _trace_of_group(chain, group)
    began = group.mandate_recorded_at or group.founded_at or group.proposed_at
    step = ProvenanceStep("group", _("Working group and mandate"), began, group.title, group.mandate, url)
    yield step if is_named else step.outlined()
    if group.closed_at:
        closed = ProvenanceStep("group_closed", _("The working group has closed"), group.closed_at, group.title)
        yield closed if is_named else closed.outlined()


def _origins(chain: Chain) -> Iterator[ProvenanceStep]:
    """Another draft is named to its own readers alone: it was never published itself."""
    labels = {
        OriginKind.MERGED.value: _("Another draft was merged into it"),
        OriginKind.SPLIT.value: _("It was taken out of another draft"),
    }
    for origin in chain.origins:
        source = chain.drafts[origin.source_id]
        step = ProvenanceStep(origin.kind, labels[origin.kind], origin.at, source.title, url=source.get_absolute_url())
        yield step if chain.shows(source) else step.outlined()


def _versions(chain: Chain) -> Iterator[ProvenanceStep]:
    for publication in _by_draft(chain).values():
        count, first, last = chain.versions[publication.draft_id]
        words = ngettext("%(n)d version, kept on %(date)s", "%(n)d versions, the last of %(date)s", count)
        text = words % {"n": count, "date": date_format(timezone.localtime(last))}
        url = f"{trace_url(publication)}#fassungen"
        step = ProvenanceStep("versions", _("Versions of the draft"), first, text=text, url=url)
        yield step if chain.shows(publication) else step.outlined()


def _consultations(chain: Chain) -> Iterator[ProvenanceStep]:
    for one in chain.consultations:
        said, counties = one.said, one.counties  # type: ignore[attr-defined]  # counted by the query
        contributions = ngettext("%(n)d contribution", "%(n)d contributions", said) % {"n": said}
        from_counties = ngettext("from %(n)d county", "from %(n)d counties", counties) % {"n": counties}
        text = f"{contributions} {from_counties}" if said else _("Nobody contributed.")
        step = ProvenanceStep(
            "consultation", _("All members were asked"), one.opened_at, text=text, url=one.get_absolute_url()
        )
        yield step if chain.shows(one) else step.outlined()


def _decisions(chain: Chain) -> Iterator[ProvenanceStep]:
    for publication in {one.decision_id: one for one in chain.publications}.values():
        decision = publication.decision
        result = result_of(decision)
        counted = {"agree": result.agree, "abstain": result.abstain, "object": result.object}
        text = _("%(agree)d agree, %(abstain)d abstain, %(object)d object.") % counted
        group = chain.drafts[publication.draft_id].group_id
        if group is None or group in chain.open_groups:
            answered = _("%(n)d of %(asked)d answered:") % {"n": result.answered, "asked": result.asked}
            text = f"{answered} {text}"
        step = ProvenanceStep(
            "decision",
            _("Decision"),
            decision.ended_at or decision.ends_at,
            decision.get_outcome_display(),
            text,
            f"{trace_url(publication)}#beschluss-{decision.pk}",
        )
        yield step if chain.shows(publication) else step.outlined()


def _publications(chain: Chain) -> Iterator[ProvenanceStep]:
    for number, publication in enumerate(chain.publications):
        kind, label = ("revised", _("Revised")) if number else ("published", _("Published"))
        title = _("Version %(number)d") % {"number": publication.version.number}
        url = f"{trace_url(publication)}#text-{publication.pk}"
        step = ProvenanceStep(kind, label, published_at(publication), title, url=url)
        yield step if chain.shows(publication) else step.outlined()


def trace_url(publication: Publication) -> str:
    """The page that says where a published text comes from."""
    return f"/entwuerfe/{publication.draft_id}/herkunft/"


def _by_draft(chain: Chain) -> dict[int, Publication]:
    """The last publication of each draft that was published."""
    return {publication.draft_id: publication for publication in chain.publications}


def _is_seen(chain: Chain, draft: int) -> bool:
    """Whether the reader knows whose this draft is: reads it, or what was published of it."""
    published = _by_draft(chain).get(draft)
    return chain.shows(chain.drafts[draft]) or (published is not None and chain.shows(published))


def _trace_of_group(chain: Chain, group: WorkingGroup) -> str:
    """Where the mandate of a closed group still stands."""
    own = (one for pk, one in _by_draft(chain).items() if chain.drafts[pk].group_id == group.pk)
    publication = next(own, None)
    return f"{trace_url(publication)}#gruppe" if publication else ""
