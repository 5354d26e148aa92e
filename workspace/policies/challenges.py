"""Who reads a challenge, and who may do what with it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.accounts.roles import OFFICE
from cms.policies import STAFF
from plugins.api.access import Actor, Decision, Policy, allowed, denied
from workspace.models import Challenge
from workspace.policies.discussions import MEMBERS, readable, readers

ONLY_MEMBERS = _("Only members put challenges to the forum.")


class ChallengePolicy(Policy[Challenge]):
    """A challenge is read by whoever reads its discussion: all members, the programme office, the editors."""

    model = Challenge
    closed_to_superusers = True

    def audience(self, challenge: Challenge) -> frozenset[str]:
        return readers(challenge.discussion, challenge.discussion.last_post_at)

    def visible_to(self, actor: Actor, challenges: QuerySet[Challenge]) -> QuerySet[Challenge]:
        return challenges.filter(readable(actor, "discussion__last_post_at", "discussion__"))

    def create(self, actor: Actor, model: type[Challenge]) -> Decision:
        return allowed() if actor.has(MEMBERS) else denied(ONLY_MEMBERS)

    def ask_members(self, actor: Actor, challenge: Challenge) -> Decision:
        """To ask members to look at it."""
        if not actor.has(OFFICE):
            return denied(_("Only the programme office asks members to look at a challenge."))
        if challenge.discussion.answer_id or challenge.discussion.is_closed:
            return denied(_("This challenge no longer waits for an answer."))
        return allowed()

    def make_entry(self, actor: Actor, challenge: Challenge) -> Decision:
        """To ask for quotes and write a draft of them."""
        if not actor.has(*STAFF):
            return denied(_("Only the editors and the programme office make entries of challenges."))
        if challenge.is_withdrawn:
            return denied(_("This challenge was taken back already."))
        return denied(_("There is a draft of this challenge already.")) if challenge.entry_id else allowed()

    def withdraw(self, actor: Actor, challenge: Challenge) -> Decision:
        if not actor.has(f"user:{challenge.discussion.author_id}"):
            return denied(_("Only whoever asked takes the challenge back."))
        if challenge.is_withdrawn:
            return denied(_("This challenge was taken back already."))
        return allowed()
