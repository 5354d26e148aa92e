"""What discussions say about a person. Posts are works: they stay for their readers, under the county alone."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.accounts.models import User
from workspace.models import Discussion, DiscussionReading, Post, PostReport, PostVersion


def hand_out(user: User) -> dict[str, object]:
    """Discussions that the person began or is named in, their posts, reports, and what they follow."""
    return {
        "began": list(Discussion.objects.filter(author=user).order_by("pk").values("title", "reach", "created_at")),
        "named_in": list(Discussion.objects.filter(persons=user).order_by("pk").values("title", "created_at")),
        "posts": list(
            Post.objects.filter(author=user)
            .order_by("pk")
            .values("discussion__title", "county__name", "text", "created_at", "edited_at", "deleted_at")
        ),
        "mentioned_in": list(Post.objects.filter(mentioned=user).order_by("pk").values("discussion", "created_at")),
        "reports": list(
            PostReport.objects.filter(reported_by=user).order_by("pk").values("reason", "created_at", "resolution")
        ),
        "resolved_reports": list(
            PostReport.objects.filter(resolved_by=user).order_by("pk").values("resolution", "resolved_at")
        ),
        "read": list(
            DiscussionReading.objects.filter(user=user).order_by("pk").values("discussion", "last_read", "attention")
        ),
    }


def erase(user: User) -> list[str]:
    """Who was named, addressed or reported goes, and so do earlier wordings; posts stay under their county."""
    DiscussionReading.objects.filter(user=user).delete()
    PostVersion.objects.filter(post__author=user).delete()
    PostReport.objects.filter(reported_by=user).update(reported_by=None)
    for discussion in Discussion.objects.filter(persons=user):
        discussion.persons.remove(user)
    for post in Post.objects.filter(mentioned=user):
        post.mentioned.remove(user)
    if not Post.objects.filter(author=user, deleted_at=None).exists():
        return []
    return [_("Posts in discussions stay for those who read them, without a name, under the county.")]
