"""Who reads a discussion and its posts, and who may do what with them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.accounts.roles import EDITORS, OFFICE
from plugins.api.access import SUPERUSERS, Actor, Decision, Policy, allowed, denied
from workspace.models import (
    Discussion,
    DiscussionReach,
    GroupMembership,
    GroupState,
    PastVisibility,
    Post,
    PostVersion,
    WorkingGroup,
)

MEMBERS = "members"
TO_ALL = frozenset({MEMBERS, OFFICE, SUPERUSERS})
CHALLENGE_READERS = TO_ALL | {EDITORS}
"""Editors make entries of challenges, with or without a seat; the pages say so to whoever asks or answers."""
NOT_YOURS = _("Only whoever wrote this post changes it.")
DELETED = _("This post was deleted.")
CLOSED = _("This discussion is closed. Whoever began it or coordinates it opens it again.")
GROUP_CLOSED = _("This group is closed; everything stays as it is.")


def readers(discussion: Discussion, since: datetime) -> frozenset[str]:
    """The principals that read what stands in this discussion since a moment."""
    if discussion.is_challenge:
        return CHALLENGE_READERS
    is_named = discussion.reach == DiscussionReach.PERSONS
    named = [discussion.author_id, *(person.pk for person in discussion.persons.all())] if is_named else []
    return readers_of(discussion.reach, discussion.group, named, since)


def readers_of(reach: str, group: WorkingGroup | None, named: Iterable[int], since: datetime) -> frozenset[str]:
    """The same for a class, with the group or the named persons. Named persons are nobody else's business.

    Where a group shows newcomers only what was written since they joined, they are the places of that moment.
    """
    if reach == DiscussionReach.MEMBERS:
        return TO_ALL
    if reach == DiscussionReach.PERSONS:
        return frozenset(f"user:{pk}" for pk in named)
    if group is None:
        return frozenset()
    if group.past == PastVisibility.START:
        return frozenset({group.principal, SUPERUSERS})
    return frozenset({SUPERUSERS, *(place.principal for place in group.memberships.all() if place.joined_at <= since)})


def in_group(actor: Actor, at: str, path: str = "") -> Q:
    """Rows of the actor's groups, read by whoever was there at the moment `at` or reads from the start.

    `path` leads from the row to what has the group.
    """
    places = GroupMembership.objects.filter(
        group=OuterRef(f"{path}group"), pk__in=actor.keys("place"), joined_at__lte=OuterRef(at)
    )
    whole = Q(**{f"{path}group__past": PastVisibility.START})
    group = Q(**{f"{path}group__in": actor.keys("group")})
    return group & (whole | Q(Exists(places)))


def readable(actor: Actor, at: str, path: str = "") -> Q:
    """`readers` as a condition: `at` names the moment, `path` leads from the row to its discussion."""
    people = list(map(int, actor.keys("user")))
    named = Discussion.persons.through.objects.filter(discussion=OuterRef(f"{path}pk"), user__in=people)
    of_persons = Q(**{f"{path}reach": DiscussionReach.PERSONS})
    author = Q(**{f"{path}author__in": people})
    seen = in_group(actor, at, path) | (of_persons & (author | Q(Exists(named))))
    if not actor.principals.isdisjoint(TO_ALL):
        seen |= Q(**{f"{path}reach": DiscussionReach.MEMBERS})
    if actor.has(EDITORS):
        seen |= Q(**{f"{path}challenge__isnull": False})
    if actor.has(SUPERUSERS):
        seen |= ~of_persons
    return seen


def starting(actor: Actor, group: WorkingGroup | None, reach: str) -> Decision:
    """Whether the actor may begin a discussion with this class."""
    if reach == DiscussionReach.GROUP:
        if group is None or not actor.has(group.principal):
            return denied(_("Only members of the working group begin discussions in it."))
        return denied(GROUP_CLOSED) if group.state == GroupState.CLOSED else allowed()
    if actor.has(MEMBERS, OFFICE):
        return allowed()
    return denied(_("Only members and the programme office begin discussions outside of working groups."))


class DiscussionPolicy(Policy[Discussion]):
    """It is read by whoever reads at least one of its posts. Not even superusers read between named persons."""

    model = Discussion
    closed_to_superusers = True

    def audience(self, discussion: Discussion) -> frozenset[str]:
        return readers(discussion, discussion.last_post_at)

    def visible_to(self, actor: Actor, discussions: QuerySet[Discussion]) -> QuerySet[Discussion]:
        return discussions.filter(readable(actor, "last_post_at"))

    def create(self, actor: Actor, model: type[Discussion]) -> Decision:
        """Anywhere at all; `starting` says it for one group and class."""
        if actor.has(MEMBERS, OFFICE) or actor.keys("group"):
            return allowed()
        return denied(_("Only members begin discussions."))

    def write_post(self, actor: Actor, discussion: Discussion) -> Decision:
        if discussion.group and discussion.group.state == GroupState.CLOSED:
            return denied(GROUP_CLOSED)
        if discussion.is_closed:
            return denied(CLOSED)
        if discussion.group and not actor.has(discussion.group.principal):
            return denied(_("Only members of the working group write in it."))
        return allowed()

    def edit(self, actor: Actor, discussion: Discussion) -> Decision:
        """Another title, other topics; posts are their authors'."""
        return _leads(actor, discussion)

    def mark_answer(self, actor: Actor, discussion: Discussion) -> Decision:
        return _leads(actor, discussion)

    def close(self, actor: Actor, discussion: Discussion) -> Decision:
        if discussion.is_closed:
            return denied(_("This discussion is closed already."))
        return _leads(actor, discussion)

    def reopen(self, actor: Actor, discussion: Discussion) -> Decision:
        if not discussion.is_closed:
            return denied(_("This discussion is not closed."))
        if discussion.is_challenge and discussion.challenge.is_withdrawn:
            own = actor.has(f"user:{discussion.author_id}")
            return allowed() if own else denied(_("Only whoever took the challenge back opens it again."))
        return _leads(actor, discussion)

    def change_readers(self, actor: Actor, discussion: Discussion) -> Decision:
        """To give it another class, move it, or say otherwise whether it may be quoted: who has begun it decides."""
        if discussion.group and discussion.group.state == GroupState.CLOSED:
            return denied(GROUP_CLOSED)
        if discussion.is_challenge:
            return denied(_("A challenge is for all members, and those who answered relied on it."))
        if actor.has(f"user:{discussion.author_id}"):
            return allowed()
        return denied(_("Only whoever began the discussion decides who reads it."))

    def follow(self, actor: Actor, discussion: Discussion) -> Decision:
        """To hear of every post, of none, or as usual."""
        return allowed() if actor.user is not None else denied(_("Sign in to follow a discussion."))


class PostPolicy(Policy[Post]):
    """A post is read by whoever reads its discussion since the moment in which it was written."""

    model = Post
    covers = (PostVersion,)
    closed_to_superusers = True

    def audience(self, post: Post) -> frozenset[str]:
        return readers(post.discussion, post.created_at)

    def visible_to(self, actor: Actor, posts: QuerySet[Post]) -> QuerySet[Post]:
        return posts.filter(readable(actor, "created_at", "discussion__"))

    def edit(self, actor: Actor, post: Post) -> Decision:
        if post.is_deleted:
            return denied(DELETED)
        if not actor.has(f"user:{post.author_id}"):
            return denied(NOT_YOURS)
        return DiscussionPolicy().write_post(actor, post.discussion)

    def delete(self, actor: Actor, post: Post) -> Decision:
        if post.is_deleted:
            return denied(DELETED)
        if actor.has(f"user:{post.author_id}") or actor.has(*_responsible(post.discussion)):
            return allowed()
        return denied(_("Only whoever wrote this post, or is responsible for the discussion, deletes it."))

    def report(self, actor: Actor, post: Post) -> Decision:
        if post.is_deleted:
            return denied(DELETED)
        if post.discussion.reach == DiscussionReach.PERSONS:
            return denied(_("Only the named persons read this. Please write to the programme office yourself."))
        if actor.has(f"user:{post.author_id}"):
            return denied(_("You wrote this post yourself; you can delete it."))
        return allowed()


def _responsible(discussion: Discussion) -> Iterable[str]:
    """Who looks after what is written: the group's coordinators, the office for what all members read."""
    if discussion.group:
        return (discussion.group.coordinator_principal,)
    return (OFFICE,) if discussion.reach == DiscussionReach.MEMBERS else ()


def responsible(discussion: Discussion) -> frozenset[str]:
    """The principals to whom reports about posts go."""
    return frozenset(_responsible(discussion))


def _leads(actor: Actor, discussion: Discussion) -> Decision:
    if discussion.group and discussion.group.state == GroupState.CLOSED:
        return denied(GROUP_CLOSED)
    if actor.has(f"user:{discussion.author_id}", *_responsible(discussion)):
        return allowed()
    return denied(_("Only whoever began the discussion, or is responsible for it, does this."))
