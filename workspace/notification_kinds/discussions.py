"""What people are told about discussions: who addresses them, and that more was said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from workspace.facts import DiscussionStarted, PostChanged, PostReported, PostWritten
from workspace.models import (
    Discussion,
    DiscussionReach,
    DiscussionReading,
    Notification,
    Post,
    PostReport,
    TopicFollow,
)
from workspace.policies.discussions import responsible
from workspace.principals import people_with

NEW_POSTS = "workspace.post"
TOLD_AGAIN_AFTER = timedelta(days=7)
"""While somebody has not read the last notification about new posts in a discussion."""


def addressed_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.addressed",
        gettext_lazy("Posts that address you"),
        about=Post,
        facts=(DiscussionStarted, PostWritten, PostChanged),
        news=addressed_news,
        sentence=_addressed_sentence,
        in_mail=gettext_lazy("A post that addresses you"),
        is_personal=True,
    )


def post_kind() -> NotificationKind:
    return NotificationKind(
        NEW_POSTS,
        gettext_lazy("New posts in your groups and in discussions that concern you"),
        about=Post,
        facts=(DiscussionStarted, PostWritten),
        news=post_news,
        sentence=_post_sentence,
        in_mail=gettext_lazy("New posts in a discussion"),
    )


def report_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.report",
        gettext_lazy("Posts that somebody asks you to look at"),
        about=PostReport,
        facts=(PostReported,),
        news=report_news,
        sentence=_report_sentence,
        in_mail=gettext_lazy("Somebody asks you to look at a post"),
        is_personal=True,
    )


def addressed_news(fact: DiscussionStarted | PostWritten | PostChanged) -> Iterator[News]:
    """By name, or because the whole discussion is between named persons."""
    post = Post.objects.select_related("discussion").get(pk=fact.post_id)
    people = set(fact.mentioned_ids)
    if post.discussion.reach == DiscussionReach.PERSONS and not isinstance(fact, PostChanged):
        people |= {post.discussion.author_id, *post.discussion.persons.values_list("pk", flat=True)}
    people -= _with(post.discussion, DiscussionReading.Attention.MUTED) - set(fact.mentioned_ids)
    if people and not post.is_deleted:
        yield _about(post, people, f"post:{post.pk}")


def post_news(fact: DiscussionStarted | PostWritten) -> Iterator[News]:
    """The group, or whoever follows the discussion, takes part in it, or follows a topic that it begins on.

    Once a day and discussion, however much is said, and not within a week while they have not read that. Who is
    addressed hears of it as that.
    """
    post = Post.objects.select_related("discussion__group").get(pk=fact.post_id)
    discussion = post.discussion
    if discussion.reach == DiscussionReach.PERSONS or post.is_deleted:
        return
    people = _with(discussion, DiscussionReading.Attention.FOLLOWED)
    if discussion.group and (members := people_with(discussion.group.principal)) is not None:
        people |= set(members.values_list("pk", flat=True))
    else:
        people |= set(Post.objects.filter(discussion=discussion).values_list("author_id", flat=True))
    if isinstance(fact, DiscussionStarted) and not discussion.is_challenge:
        followed = Q(topic__in=discussion.topics.all())
        people |= set(TopicFollow.objects.filter(followed).values_list("user_id", flat=True))
    people -= _with(discussion, DiscussionReading.Attention.MUTED) | set(fact.mentioned_ids) | _still_told(discussion)
    if people:
        yield _about(post, people, f"discussion:{discussion.pk}:{timezone.localdate(post.created_at)}")


def _still_told(discussion: Discussion) -> set[int]:
    """Who has not read yet that there are new posts; what tells of a deleted one is seen by nobody."""
    there = Post.objects.filter(discussion=discussion, deleted_at=None).values("pk")
    lately = timezone.now() - TOLD_AGAIN_AFTER
    unread = Notification.objects.filter(kind=NEW_POSTS, about_id__in=there, read_at=None, created_at__gte=lately)
    return set(unread.values_list("recipient_id", flat=True))


def report_news(fact: PostReported) -> Iterator[News]:
    report = PostReport.objects.select_related("post__discussion__group").get(pk=fact.report_id)
    discussion = report.post.discussion
    yield News(
        about=report,
        url="/diskussionen/meldungen/",
        principals=responsible(discussion),
        words={"title": discussion.title},
        by=report.reported_by_id,
        group=discussion.group_id,
    )


def _about(post: Post, people: set[int], key: str) -> News:
    return News(
        about=post,
        url=post.get_absolute_url(),
        people=frozenset(people),
        words={"title": post.discussion.title},
        key=key,
        by=post.author_id,
        group=post.discussion.group_id,
    )


def _with(discussion: Discussion, attention: str) -> set[int]:
    readings = DiscussionReading.objects.filter(discussion=discussion, attention=attention)
    return set(readings.values_list("user_id", flat=True))


def _addressed_sentence(words: Mapping[str, Any]) -> str:
    return _("Somebody writes to you in “%(title)s”.") % words


def _post_sentence(words: Mapping[str, Any]) -> str:
    return _("New posts in “%(title)s”") % words


def _report_sentence(words: Mapping[str, Any]) -> str:
    return _("Somebody asks you to look at a post in “%(title)s”.") % words
