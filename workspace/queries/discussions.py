"""Discussions as an actor finds and reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from cms.accounts.models import User
from cms.models import Topic
from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing
from workspace.models import (
    Discussion,
    DiscussionReading,
    GroupState,
    Post,
    PostReport,
    PostVersion,
    WorkingGroup,
)
from workspace.queries.readers import people_reading

PAGE_SIZE = 50
"""Posts on one page."""


@dataclass(frozen=True)
class Thread:
    """One page of a discussion, with all that stands on it; as many questions to the database for three posts as for
    three thousand."""

    discussion: Discussion
    posts: Sequence[Post]
    quoted: dict[int, Post]
    """Of the quoted posts those that the reader may see."""
    answer: Post | None
    readers: Sequence[User]
    last_read: int | None
    """Number of the newest post that the reader was shown before; None on the first visit."""
    attention: str
    number: int
    total: int
    count: int
    """Posts that the reader may see, on all pages."""

    @property
    def is_newest(self) -> bool:
        return self.number == self.total

    @property
    def first_new(self) -> int | None:
        """The first post on this page that is new to the reader, who has been here before."""
        if self.last_read is None:
            return None
        return next((post.pk for post in self.posts if post.pk > self.last_read), None)


def discussions_for(actor: Actor) -> QuerySet[Discussion]:
    """All that the actor reads, newest first, each with how many posts there are (`count`) and are new (`unread`).

    Challenges stand in a list of their own.
    """
    user = actor.user.pk if actor.user else 0
    own = DiscussionReading.objects.filter(user=user, discussion=OuterRef("pk")).values("last_read")
    posts = visible_to(actor, Post.objects.filter(discussion=OuterRef("pk"), deleted_at=None)).order_by()
    new = posts.filter(pk__gt=OuterRef("last_read")).exclude(author=user)
    return (
        visible_to(actor, Discussion.objects.filter(challenge=None))
        .select_related("group", "author", "challenge")
        .annotate(last_read=Coalesce(Subquery(own), Value(0), output_field=IntegerField()))
        .annotate(count=_number_of(posts), unread=_number_of(new))
        .order_by("-last_post_at", "-pk")
    )


def discussion_for(actor: Actor, pk: int) -> Discussion:
    """One discussion with what its page needs. Raises Missing where the actor does not read it."""
    rows = visible_to(actor, Discussion.objects.select_related("group", "author", "challenge"))
    found = rows.prefetch_related("persons", "topics", "group__memberships").filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def readable_among(actor: Actor, numbers: Sequence[int]) -> list[Discussion]:
    """Those of these discussions that the actor reads, newest first, with what programs are told of them."""
    rows = visible_to(actor, Discussion.objects.filter(pk__in=numbers)).select_related("group", "author", "challenge")
    return list(rows.prefetch_related("persons", "group__memberships").order_by("-last_post_at", "-pk"))


def posts_for(actor: Actor, discussion: Discussion) -> QuerySet[Post]:
    """The posts of a discussion that the actor reads, in their order."""
    rows = visible_to(actor, Post.objects.filter(discussion=discussion))
    return rows.select_related("author", "county", "deleted_by").order_by("pk")


def newest_post(actor: Actor, discussion_id: int) -> int:
    """The number of the newest post of a discussion that the actor reads. Raises Missing where they read none."""
    rows = visible_to(actor, Post.objects.filter(discussion=discussion_id))
    number = rows.order_by("-pk").values_list("pk", flat=True).first()
    if number is None:
        raise Missing
    return number


def discussions_of_group(group_id: int) -> list[int]:
    """The numbers of all discussions of a group; for jobs, which show them to nobody."""
    return list(Discussion.objects.filter(group=group_id).order_by("pk").values_list("pk", flat=True))


def post_for(actor: Actor, pk: int) -> Post:
    """One post. Raises Missing where the actor does not read it."""
    rows = visible_to(
        actor, Post.objects.select_related("discussion__group", "discussion__challenge", "author", "county")
    )
    found = rows.prefetch_related("discussion__persons", "discussion__group__memberships").filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def thread(actor: Actor, discussion: Discussion, number: int | None = None, beside: int | None = None) -> Thread:
    """One page of it: by number, or the one with the post `beside`; the newest unless said otherwise."""
    rows = posts_for(actor, discussion)
    count = rows.count()
    total = max(1, ceil(count / PAGE_SIZE))
    if beside is not None:
        number = rows.filter(pk__lt=beside).count() // PAGE_SIZE + 1
    number = min(max(1, number or total), total)
    posts = list(rows[(number - 1) * PAGE_SIZE : number * PAGE_SIZE].prefetch_related("attachments"))
    others = {post.quoted_id for post in posts} | {discussion.answer_id}
    beyond = {post.pk: post for post in rows.filter(pk__in=[pk for pk in others if pk]).prefetch_related("attachments")}
    for post in [*posts, *beyond.values()]:
        post.discussion = discussion
    reading = _reading(actor, discussion)
    return Thread(
        discussion=discussion,
        posts=posts,
        quoted=beyond,
        answer=beyond.get(discussion.answer_id or 0),
        readers=list(people_reading(discussion)),
        last_read=reading.last_read if reading else None,
        attention=reading.attention if reading else DiscussionReading.Attention.NORMAL,
        number=number,
        total=total,
        count=count,
    )


def earlier_wordings(post: Post) -> QuerySet[PostVersion]:
    """Of a post that the actor reads; the newest first."""
    return post.versions.all()


def reports_for(actor: Actor) -> QuerySet[PostReport]:
    """Reports that the actor wrote or answers, open ones first."""
    rows = visible_to(
        actor,
        PostReport.objects.select_related("post__discussion__group", "post__discussion__challenge", "post__author"),
    )
    return rows.order_by(F("resolved_at").desc(nulls_first=True), "-pk")


def report_for(actor: Actor, pk: int) -> PostReport:
    """One report. Raises Missing where the actor neither wrote it nor is responsible."""
    found = reports_for(actor).prefetch_related("post__discussion__persons").filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def groups_to_write_in(actor: Actor) -> QuerySet[WorkingGroup]:
    """The groups in which the actor may begin a discussion."""
    return WorkingGroup.objects.filter(pk__in=actor.keys("group")).exclude(state=GroupState.CLOSED)


def topics_for(actor: Actor) -> QuerySet[Topic]:
    """What a discussion can be about: the topics that the actor sees."""
    return visible_to(actor, Topic.objects.order_by("title"))


def _reading(actor: Actor, discussion: Discussion) -> DiscussionReading | None:
    if actor.user is None:
        return None
    return DiscussionReading.objects.filter(user=actor.user, discussion=discussion).first()


def _number_of(posts: QuerySet[Post]) -> Coalesce:
    counted = posts.values("discussion").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), Value(0), output_field=IntegerField())
