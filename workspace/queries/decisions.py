"""Decisions as readers of a draft find them: who is asked, how they answered, what that means."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from cms.accounts.models import User
from cms.models import County
from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing
from workspace.drafting.digests import digest_of
from workspace.drafting.formats.shapes import checked, without_remarks
from workspace.models import Answer, Decision, DecisionOutcome, Draft, GroupMembership, GroupRole, Voice
from workspace.queries.drafts import text_of
from workspace.queries.readers import people_with

SHARE_OF_COUNTY = 50
"""Per cent of a county's people who have to answer; groups set their own."""


@dataclass(frozen=True)
class Result:
    """How many answered how, and what came or would come of it at this moment."""

    agree: int
    abstain: int
    object: int
    asked: int
    quorum: int

    @property
    def answered(self) -> int:
        return self.agree + self.abstain + self.object

    @property
    def has_quorum(self) -> bool:
        return self.answered >= self.quorum

    @property
    def outcome(self) -> DecisionOutcome:
        """Adopted when enough have answered and more agree than object."""
        is_adopted = self.has_quorum and self.agree > self.object
        return DecisionOutcome.ADOPTED if is_adopted else DecisionOutcome.NOT_ADOPTED


def decisions_of(actor: Actor, draft: Draft) -> QuerySet[Decision]:
    """The newest first."""
    rows = visible_to(actor, Decision.objects.select_related("version", "called_by", "draft__group", "draft__county"))
    return rows.filter(draft=draft).prefetch_related("voices__person", "voices__county")


def decision_for(actor: Actor, draft: Draft, pk: int) -> Decision:
    """One of them. Raises Missing."""
    found = decisions_of(actor, draft).filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def result_of(decision: Decision) -> Result:
    voices = list(decision.voices.all())
    counted = {answer: sum(voice.answer == answer for voice in voices) for answer in Answer.values}
    return Result(**counted, asked=len(voices), quorum=decision.quorum)


def voters_of(draft: Draft) -> dict[User, County | None]:
    """Who is asked now, and for which county: who writes or coordinates in the group, or sits for the county."""
    if draft.group is None:
        return dict.fromkeys(people_with({draft.principal}).order_by("pk"), draft.county)
    places = GroupMembership.objects.in_force().filter(group=draft.group, user__is_active=True)
    places = places.exclude(role=GroupRole.ADVISER).select_related("user", "county").order_by("pk")
    return {place.user: place.county for place in places}


def share_of(people: int, draft: Draft) -> int:
    """So many of so many people have to answer."""
    share = draft.group.quorum if draft.group else SHARE_OF_COUNTY
    return max(1, -(-people * share // 100))


def voice_of(actor: Actor, decision: Decision) -> Voice | None:
    """The actor's own, where they are asked."""
    mine = (voice for voice in decision.voices.all() if actor.user and voice.person_id == actor.user.pk)
    return next(mine, None)


def is_as_decided(decision: Decision) -> bool:
    """Whether title and text are still those that were decided about."""
    content = without_remarks(checked(text_of(decision.draft)))
    return digest_of(decision.draft.title, content) == decision.version.digest
