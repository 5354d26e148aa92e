"""Who reads a draft, and who may comment, suggest, write and decide in it."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.models import County
from plugins.api.access import SUPERUSERS, Actor, Decision, Policy, allowed, denied
from workspace.models import (
    Draft,
    DraftComment,
    DraftReach,
    DraftState,
    DraftSuggestion,
    DraftText,
    DraftTicket,
    DraftUpdate,
    DraftVersion,
    GroupRole,
    Owner,
    WorkingGroup,
)
from workspace.policies.discussions import GROUP_CLOSED, TO_ALL

M = TypeVar("M", bound=Model)

DRAFT_CLOSED = _("This draft is closed. It is only read.")
FROZEN = _("The text is frozen: it is asked about, decided about, was decided or published.")
NOT_THEIRS = _("Only those whose draft it is do this.")
DECIDED = _("This suggestion is decided already.")


def starting(actor: Actor, owner: Owner) -> Decision:
    """Whether the actor may begin a draft for this group or county."""
    if isinstance(owner, County):
        if actor.has(f"county:{owner.key}"):
            return allowed()
        return denied(_("Only those who sit for the county write drafts for it."))
    if not actor.has(owner.principal):
        return denied(_("Only members of the working group write drafts in it."))
    if owner.is_closed:
        return denied(GROUP_CLOSED)
    return allowed() if _writes_in(actor, owner) else denied(_("In this group you suggest and comment."))


def readers_of_draft(owner: Owner, reach: str) -> frozenset[str]:
    """The principals that read it. A draft is what its group works on now: newcomers read it as all others do."""
    principal = owner.principal if isinstance(owner, WorkingGroup) else f"county:{owner.key}"
    return frozenset({principal, SUPERUSERS}) | (TO_ALL if reach == DraftReach.MEMBERS else frozenset())


def readable_draft(actor: Actor, path: str = "") -> Q:
    """The same as a condition; `path` leads from the row to its draft."""
    if actor.has(SUPERUSERS):
        return Q(**{f"{path}pk__isnull": False})
    seen = Q(**{f"{path}group__in": actor.keys("group")}) | Q(**{f"{path}county__key__in": actor.keys("county")})
    return seen | Q(**{f"{path}reach": DraftReach.MEMBERS}) if not actor.principals.isdisjoint(TO_ALL) else seen


class DraftPolicy(Policy[Draft]):
    """A draft is its group's or county's. Reading, commenting, suggesting, writing and deciding are apart."""

    model = Draft
    covers = (DraftText, DraftUpdate, DraftVersion, DraftTicket)

    def audience(self, draft: Draft) -> frozenset[str]:
        return readers_of_draft(draft.owner, draft.reach)

    def visible_to(self, actor: Actor, drafts: QuerySet[Draft]) -> QuerySet[Draft]:
        return drafts.filter(readable_draft(actor))

    def create(self, actor: Actor, model: type[Draft]) -> Decision:
        """Anywhere at all; `starting` says it for one group or county."""
        if actor.keys("group") or actor.keys("county"):
            return allowed()
        return denied(_("Drafts belong to a working group or a county; you are in none."))

    def comment(self, actor: Actor, draft: Draft) -> Decision:
        """Whoever reads it, without a right to write."""
        return _goes_on(draft) and _is_somebody(actor)

    def suggest(self, actor: Actor, draft: Draft) -> Decision:
        decision = _goes_on(draft) and _is_somebody(actor)
        if decision and draft.state != DraftState.WRITING:
            return denied(FROZEN)
        return decision

    def write(self, actor: Actor, draft: Draft) -> Decision:
        """To change the text: those whose draft it is, but for whoever only suggests in the group."""
        decision = _is_theirs(actor, draft)
        if not decision:
            return decision
        if draft.state != DraftState.WRITING:
            return denied(DRAFT_CLOSED if draft.is_closed else FROZEN)
        if draft.group and not _writes_in(actor, draft.group):
            return denied(_("In this group you suggest and comment; those who write decide about it."))
        return allowed()

    def name_version(self, actor: Actor, draft: Draft) -> Decision:
        return self.write(actor, draft)

    def restore(self, actor: Actor, draft: Draft) -> Decision:
        """To put an earlier version in the place of the text."""
        return self.write(actor, draft)

    def rename(self, actor: Actor, draft: Draft) -> Decision:
        return self.write(actor, draft)

    def connect(self, actor: Actor, draft: Draft) -> Decision:
        """To say which challenges it answers."""
        return self.write(actor, draft)

    def merge(self, actor: Actor, draft: Draft) -> Decision:
        """To make one draft of this and another for which the actor is responsible too."""
        if draft.state != DraftState.WRITING:
            return denied(DRAFT_CLOSED if draft.is_closed else FROZEN)
        return _leads(actor, draft)

    def split(self, actor: Actor, draft: Draft) -> Decision:
        """To take a part out as a draft of its own."""
        return self.write(actor, draft) and _leads(actor, draft)

    def change_readers(self, actor: Actor, draft: Draft) -> Decision:
        return _leads(actor, draft)

    def close(self, actor: Actor, draft: Draft) -> Decision:
        if draft.state == DraftState.DECIDING:
            return denied(_("Call the decision off first."))
        if draft.state == DraftState.CONSULTING:
            return denied(_("End the consultation first."))
        if draft.state == DraftState.SUBMITTED:
            return denied(_("The text is being checked for publication. Wait for the outcome."))
        return _leads(actor, draft)

    def reopen(self, actor: Actor, draft: Draft) -> Decision:
        if not draft.is_closed:
            return denied(_("This draft is not closed."))
        if draft.group and draft.group.is_closed:
            return denied(GROUP_CLOSED)
        return responsible(actor, draft)

    def decide(self, actor: Actor, draft: Draft) -> Decision:
        """To take part when the group decides about it; advisers do not."""
        decision = _is_theirs(actor, draft)
        if decision and draft.group and not _writes_in(actor, draft.group):
            return denied(_("In this group you suggest and comment; those who write decide about it."))
        return decision

    def call_decision(self, actor: Actor, draft: Draft) -> Decision:
        if draft.state != DraftState.WRITING:
            return denied(DRAFT_CLOSED if draft.is_closed else FROZEN)
        return _leads(actor, draft)

    def call_off(self, actor: Actor, draft: Draft) -> Decision:
        """To end a decision that is open; the text is written on."""
        if draft.state != DraftState.DECIDING:
            return denied(_("The text is not being decided about."))
        return responsible(actor, draft)

    def open_consultation(self, actor: Actor, draft: Draft) -> Decision:
        """To ask all members about the text as it is now."""
        if draft.state not in (DraftState.WRITING, DraftState.DECIDED):
            return denied(DRAFT_CLOSED if draft.is_closed else FROZEN)
        return _leads(actor, draft)

    def end_consultation(self, actor: Actor, draft: Draft) -> Decision:
        """To stop asking before the time is over."""
        if draft.state != DraftState.CONSULTING:
            return denied(_("All members are not being asked about this text."))
        return responsible(actor, draft)

    def publish(self, actor: Actor, draft: Draft) -> Decision:
        """To hand an adopted text to the editors."""
        if draft.state != DraftState.DECIDED:
            return denied(_("Only a text that was decided is published."))
        return _leads(actor, draft)

    def resume(self, actor: Actor, draft: Draft) -> Decision:
        """To write on after a decision or a publication."""
        if draft.state not in (DraftState.DECIDED, DraftState.PUBLISHED):
            return denied(_("The text is not decided about."))
        return _leads(actor, draft)


class _RemarkPolicy(Policy[M]):
    """What is said beside a draft is read by whoever reads the draft."""

    def audience(self, remark: Any) -> frozenset[str]:
        return readers_of_draft(remark.draft.owner, remark.draft.reach)

    def visible_to(self, actor: Actor, remarks: QuerySet[M]) -> QuerySet[M]:
        return remarks.filter(readable_draft(actor, "draft__"))


class DraftCommentPolicy(_RemarkPolicy[DraftComment]):
    """A comment is its author's; whoever writes in the draft says that it is settled."""

    model = DraftComment

    def answer(self, actor: Actor, comment: DraftComment) -> Decision:
        if comment.is_deleted:
            return denied(_("This comment was deleted."))
        return DraftPolicy().comment(actor, comment.draft)

    def resolve(self, actor: Actor, comment: DraftComment) -> Decision:
        if comment.is_resolved:
            return denied(_("This comment is settled already."))
        return self._settles(actor, comment)

    def reopen(self, actor: Actor, comment: DraftComment) -> Decision:
        if not comment.is_resolved:
            return denied(_("This comment is open."))
        return self._settles(actor, comment)

    def delete(self, actor: Actor, comment: DraftComment) -> Decision:
        if comment.is_deleted:
            return denied(_("This comment was deleted."))
        if actor.has(f"user:{comment.author_id}") or responsible(actor, comment.draft):
            return _goes_on(comment.draft)
        return denied(_("Only whoever wrote this comment, or is responsible for the draft, deletes it."))

    def _settles(self, actor: Actor, comment: DraftComment) -> Decision:
        if comment.answers_to_id or comment.is_deleted:
            return denied(_("Only the comment itself is settled, with its answers."))
        if actor.has(f"user:{comment.author_id}"):
            return _goes_on(comment.draft)
        return DraftPolicy().write(actor, comment.draft)


class DraftSuggestionPolicy(_RemarkPolicy[DraftSuggestion]):
    """Whoever writes in the draft decides about a suggestion; its author takes it back or renews it."""

    model = DraftSuggestion

    def accept(self, actor: Actor, suggestion: DraftSuggestion) -> Decision:
        return self.decline(actor, suggestion)

    def decline(self, actor: Actor, suggestion: DraftSuggestion) -> Decision:
        if not suggestion.is_open:
            return denied(DECIDED)
        return DraftPolicy().write(actor, suggestion.draft)

    def withdraw(self, actor: Actor, suggestion: DraftSuggestion) -> Decision:
        if not suggestion.is_open:
            return denied(DECIDED)
        if not actor.has(f"user:{suggestion.author_id}"):
            return denied(_("Only whoever made this suggestion takes it back."))
        return _goes_on(suggestion.draft)


def _writes_in(actor: Actor, group: WorkingGroup) -> bool:
    """Whether one of the actor's places in the group is more than an adviser's."""
    own = actor.keys("place")
    return any(str(place.pk) in own and place.role != GroupRole.ADVISER for place in group.places())


def _is_somebody(actor: Actor) -> Decision:
    return allowed() if actor.user is not None else denied(_("Sign in to say something to this."))


def _goes_on(draft: Draft) -> Decision:
    if draft.group and draft.group.is_closed:
        return denied(GROUP_CLOSED)
    return denied(DRAFT_CLOSED) if draft.is_closed else allowed()


def _is_theirs(actor: Actor, draft: Draft) -> Decision:
    if not actor.has(draft.principal):
        return denied(NOT_THEIRS)
    return _goes_on(draft) if draft.group and draft.group.is_closed else allowed()


def responsible(actor: Actor, draft: Draft) -> Decision:
    """Those who coordinate the group, or sit for the county; in a group also whoever began the draft and writes."""
    if actor.has(draft.group.coordinator_principal if draft.group else draft.principal):
        return allowed()
    if draft.group and actor.has(f"user:{draft.author_id}") and _writes_in(actor, draft.group):
        return allowed()
    return denied(_("Only whoever began the draft, or coordinates the group, does this."))


def _leads(actor: Actor, draft: Draft) -> Decision:
    return responsible(actor, draft) and _goes_on(draft)
