"""Groups and posts as documents for the search: each for whoever knows of it or reads it, and for nobody else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from plugins.api.access import audience_of
from plugins.api.searching import SearchDocument
from workspace.facts import DiscussionChanged, GroupChanged, GroupMembersChanged
from workspace.models import DiscussionReach, PastVisibility, Post, WorkingGroup


def group_documents(ids: Iterable[int] | None) -> Iterator[SearchDocument]:
    """One document for each group. Its audience changes with invitations and with the end of the group."""
    groups = WorkingGroup.objects.prefetch_related("topics", "admissions")
    if ids is not None:
        groups = groups.filter(pk__in=list(ids))
    for group in groups.order_by("pk"):
        yield SearchDocument(
            key=f"group:{group.pk}",
            type="group",
            object_id=group.pk,
            title=group.title,
            url=group.get_absolute_url(),
            audience=audience_of(group),
            summary=group.question,
            body="\n".join(filter(None, (group.mandate, group.expected_result, group.wanted))),
            keywords={"topic": tuple((topic.slug, topic.title) for topic in group.topics.all())},
            published_at=group.founded_at or group.proposed_at,
        )


def post_documents(ids: Iterable[int] | None) -> Iterator[SearchDocument]:
    """One document per post that was not deleted; those of challenges are found as such."""
    return _documents("discussion", ids, Post.objects.filter(discussion__challenge=None))


def challenge_documents(ids: Iterable[int] | None) -> Iterator[SearchDocument]:
    """The same of posts in challenges."""
    return _documents("challenge", ids, Post.objects.exclude(discussion__challenge=None))


def _documents(kind: str, ids: Iterable[int] | None, posts: QuerySet[Post]) -> Iterator[SearchDocument]:
    rows = posts.filter(deleted_at=None).select_related("discussion__group", "discussion__challenge")
    rows = rows.prefetch_related(
        "discussion__persons", "discussion__topics", "discussion__group__memberships"
    ).order_by("pk")
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    for post in rows.iterator(chunk_size=200):
        yield _document(kind, post)


def posts_of_discussion(fact: DiscussionChanged) -> list[int]:
    """Who reads a discussion has changed for all its posts."""
    return list(Post.objects.filter(discussion=fact.discussion_id).values_list("pk", flat=True))


def posts_of_group(fact: GroupChanged | GroupMembersChanged) -> list[int]:
    """Where newcomers read only what is newer than they, a place decides about each post by itself.

    A group says anew how much newcomers read without telling how it was before, so all its posts are looked at.
    """
    posts = Post.objects.filter(discussion__reach=DiscussionReach.GROUP, discussion__group=fact.group_id)
    if isinstance(fact, GroupMembersChanged):
        posts = posts.filter(discussion__group__past=PastVisibility.JOINING)
    return list(posts.values_list("pk", flat=True))


def _document(kind: str, post: Post) -> SearchDocument:
    discussion = post.discussion
    return SearchDocument(
        key=f"{kind}:{post.pk}",
        type=kind,
        object_id=post.pk,
        title=discussion.title,
        url=post.get_absolute_url(),
        audience=audience_of(post),
        body=post.plain,
        keywords={"topic": tuple((topic.slug, topic.title) for topic in discussion.topics.all())},
        published_at=post.created_at,
        updated_at=post.edited_at or post.created_at,
    )
