"""Saying something in a discussion, saying it better, and taking it back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from cms.models import County
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Missing
from plugins.api.outbox import announce
from workspace.actions.attachments import Attachment, attach
from workspace.actions.stored_files import forget
from workspace.facts import PostChanged, PostReported, PostWritten, ReportResolved
from workspace.models import Discussion, DiscussionReach, GroupMembership, Post, PostReport, PostVersion, WorkingGroup
from workspace.queries.readers import people_reading
from workspace.texts import as_html, as_plain

LONGEST = 20_000
"""Signs of one post."""


@transaction.atomic
def write_post(
    discussion: Discussion,
    text: str,
    *,
    actor: Actor,
    quoted: Post | None = None,
    attachments: Sequence[Attachment] = (),
    is_formatted: bool = False,
) -> Post:
    """Say something, in plain text or in Markdown (`is_formatted`).

    Raises Invalid without words, and for what cannot be attached.
    """
    discussion = Discussion.objects.select_for_update(of=("self",)).select_related("group").get(pk=discussion.pk)
    require(actor, "write_post", discussion)
    if quoted is not None:
        require(actor, "see", quoted)

    post = add_post(discussion, text, actor, quoted, attachments, is_formatted=is_formatted)
    announce(PostWritten(discussion.pk, post.pk, tuple(post.mentioned.values_list("pk", flat=True))))
    return post


@transaction.atomic
def edit_post(
    post: Post,
    text: str,
    *,
    actor: Actor,
    attachments: Sequence[Attachment] | None = None,
    is_formatted: bool = False,
) -> Post:
    """Another wording; readers find the earlier one behind “edited”. Raises Invalid without words.

    Of the attachments only those that are given stay; without a list they stay as they are.
    """
    post = locked(post)
    require(actor, "edit", post)

    html = _html(text, is_formatted=is_formatted)
    is_attached_otherwise = attachments is not None and attach(post, attachments, actor=actor)
    if html == post.html:
        return _edited(post) if is_attached_otherwise else post
    PostVersion.objects.create(post=post, html=post.html, written_at=post.edited_at or post.created_at)
    post.text, post.html, post.plain, post.edited_at = text, html, as_plain(html), timezone.now()
    post.is_formatted = is_formatted
    post.save(update_fields=["text", "is_formatted", "html", "plain", "edited_at"])
    before = set(post.mentioned.values_list("pk", flat=True))
    addressed = [person.pk for person in _mentioned(post)]
    post.mentioned.set(addressed)
    announce(PostChanged(post.discussion_id, post.pk, tuple(pk for pk in addressed if pk not in before)))
    return post


@transaction.atomic
def delete_post(post: Post, *, actor: Actor) -> Post:
    """The words go with all their earlier wordings; a trace stays, so that answers keep their place."""
    post = locked(post)
    require(actor, "delete", post)

    post.text = post.html = post.plain = ""
    post.deleted_at, post.deleted_by, post.quoted = timezone.now(), actor.user, None
    post.save(update_fields=["text", "html", "plain", "deleted_at", "deleted_by", "quoted"])
    post.versions.all().delete()
    forget(post.attachments.all())
    post.mentioned.clear()
    Discussion.objects.filter(answer=post).update(answer=None)
    announce(PostChanged(post.discussion_id, post.pk))
    if post.discussion.reach != DiscussionReach.PERSONS:
        log(post.discussion, "workspace.delete_post", user=actor.user, title=f"#{post.discussion_id}")
    return post


@transaction.atomic
def report_post(post: Post, reason: str, *, actor: Actor) -> PostReport:
    """Ask those who are responsible to look at it. Raises Invalid without a reason."""
    require(actor, "report", post)

    report = PostReport.objects.create(post=post, reported_by=actor.user, reason=_words(reason, "reason"))
    announce(PostReported(report.pk))
    return report


@transaction.atomic
def resolve_report(report: PostReport, resolution: str, *, actor: Actor) -> PostReport:
    """Say what became of it; whoever reported it reads that. Raises Invalid without a word."""
    report = (
        PostReport.objects.select_for_update(of=("self",)).select_related("post__discussion__group").get(pk=report.pk)
    )
    require(actor, "resolve", report)

    report.resolution = _words(resolution, "resolution")
    report.resolved_at, report.resolved_by = timezone.now(), actor.user
    report.save(update_fields=["resolution", "resolved_at", "resolved_by"])
    announce(ReportResolved(report.pk))
    return report


def add_post(
    discussion: Discussion,
    text: str,
    actor: Actor,
    quoted: Post | None = None,
    attachments: Sequence[Attachment] = (),
    *,
    is_formatted: bool = False,
) -> Post:
    """Store a post in a discussion that the actor may write in."""
    html = _html(text, is_formatted=is_formatted)
    post = Post.objects.create(
        discussion=discussion,
        author=actor.user,
        county=_county(discussion, actor),
        text=text,
        is_formatted=is_formatted,
        html=html,
        plain=as_plain(html),
        quoted=quoted if quoted and quoted.discussion_id == discussion.pk and not quoted.is_deleted else None,
    )
    discussion.last_post_at = post.created_at
    discussion.save(update_fields=["last_post_at"])
    if discussion.group_id:
        WorkingGroup.objects.filter(pk=discussion.group_id).update(active_at=post.created_at)
    post.mentioned.set(_mentioned(post))
    if attachments:
        attach(post, attachments, actor=actor)
    return post


def locked(post: Post) -> Post:
    """As it is stored, kept from others until the transaction ends."""
    posts = Post.objects.select_for_update(of=("self",)).select_related("discussion__group")
    found = posts.filter(pk=post.pk).first()
    if found is None:
        raise Missing
    return found


def _edited(post: Post) -> Post:
    """The same words, with other files."""
    post.edited_at = timezone.now()
    post.save(update_fields=["edited_at"])
    announce(PostChanged(post.discussion_id, post.pk))
    return post


def _mentioned(post: Post) -> list[User]:
    """Who is addressed as “@First Last”, of those who read the post; nobody else is ever told of it."""
    if "@" not in post.plain:
        return []
    readers = people_reading(post.discussion).exclude(pk=post.author_id)
    return [person for person in readers if re.search(rf"@{re.escape(person.get_full_name())}\b", post.plain, re.I)]


def _county(discussion: Discussion, actor: Actor) -> County | None:
    """For which county the person speaks: in a group the one for which they came."""
    if discussion.group_id:
        places = GroupMembership.objects.in_force().filter(group=discussion.group_id, user=actor.user)
        place = places.select_related("county").first()
        return place.county if place else None
    return County.objects.filter(key__in=actor.keys("county")).first()


def _html(text: str, *, is_formatted: bool) -> str:
    if len(text) > LONGEST:
        raise Invalid(
            {"text": [_("This is too long for one post; a text of this length is better a draft or a file.")]}
        )
    html = as_html(_words(text, "text"), is_formatted=is_formatted)
    _words(as_plain(html), "text")
    return html


def _words(text: str, field: str) -> str:
    if not text.strip():
        raise Invalid({field: [_("Please write something first.")]})
    return text.strip()
