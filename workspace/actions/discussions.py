"""Beginning discussions, ending them, and deciding who reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from cms.models import Quotability, Topic
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.outbox import announce
from workspace.actions.attachments import Attachment
from workspace.actions.posts import add_post
from workspace.facts import DiscussionChanged, DiscussionStarted
from workspace.models import Discussion, DiscussionReach, DiscussionReading, Post, WorkingGroup
from workspace.policies.discussions import starting
from workspace.queries.discussions import topics_for
from workspace.queries.readers import people_to_name, sign_of, who_gains


@transaction.atomic
def start_discussion(
    *,
    title: str,
    text: str,
    reach: str,
    actor: Actor,
    group: WorkingGroup | None = None,
    persons: Iterable[User] = (),
    quotable: str = Quotability.NO,
    topics: Iterable[Topic] = (),
    is_formatted: bool = False,
    attachments: Sequence[Attachment] = (),
) -> Discussion:
    """Begin with a first post, in plain text or in Markdown (`is_formatted`).

    Raises Invalid without title or text, and where named persons are missing.
    """
    require(actor, "create", Discussion)
    group = group if reach == DiscussionReach.GROUP else None
    decision = starting(actor, group, reach)
    if not decision:
        raise Refused(str(decision.reason))

    title = _titled(title)
    named = _named(reach, persons, actor)
    discussion = Discussion.objects.create(
        title=title, reach=reach, group=group, quotable=Quotability(quotable), author=actor.user
    )
    discussion.persons.set(named)
    discussion.topics.set(topics)
    post = add_post(discussion, text, actor, attachments=attachments, is_formatted=is_formatted)
    announce(DiscussionStarted(discussion.pk, post.pk, tuple(post.mentioned.values_list("pk", flat=True))))
    note(discussion, "start_discussion", actor)
    return discussion


@transaction.atomic
def edit_discussion(
    discussion: Discussion, *, title: str | None = None, topics: Iterable[Topic] | None = None, actor: Actor
) -> Discussion:
    """Another title, other topics; None leaves as it is, and so stay topics that the actor does not see."""
    discussion = locked(discussion)
    require(actor, "edit", discussion)

    if title is not None:
        discussion.title = _titled(title)
        discussion.save(update_fields=["title"])
    if topics is not None:
        hidden = discussion.topics.exclude(pk__in=topics_for(actor).values("pk"))
        discussion.topics.set([*hidden, *topics])
    return _changed(discussion, "edit_discussion", actor)


@transaction.atomic
def close_discussion(discussion: Discussion, *, actor: Actor) -> Discussion:
    """Everything stays readable; nobody writes any more."""
    discussion = locked(discussion)
    require(actor, "close", discussion)

    discussion.closed_at = timezone.now()
    discussion.save(update_fields=["closed_at"])
    return _changed(discussion, "close_discussion", actor)


@transaction.atomic
def reopen_discussion(discussion: Discussion, *, actor: Actor) -> Discussion:
    """Readers may write again."""
    discussion = locked(discussion)
    require(actor, "reopen", discussion)

    discussion.closed_at = None
    discussion.save(update_fields=["closed_at"])
    return _changed(discussion, "reopen_discussion", actor)


@transaction.atomic
def mark_answer(post: Post, *, actor: Actor) -> Discussion:
    """This post solved it: readers find it at the top."""
    discussion = locked(post.discussion)
    require(actor, "see", post)
    require(actor, "mark_answer", discussion)

    if post.is_deleted:
        raise Refused(_("This post was deleted."))
    discussion.answer = post
    discussion.save(update_fields=["answer"])
    return _changed(discussion, "mark_answer", actor)


@transaction.atomic
def unmark_answer(discussion: Discussion, *, actor: Actor) -> Discussion:
    """It is open again what solves it."""
    discussion = locked(discussion)
    require(actor, "mark_answer", discussion)

    discussion.answer = None
    discussion.save(update_fields=["answer"])
    return _changed(discussion, "unmark_answer", actor)


@transaction.atomic
def change_readers(
    discussion: Discussion,
    *,
    reach: str,
    actor: Actor,
    group: WorkingGroup | None = None,
    persons: Iterable[User] = (),
    quotable: str = Quotability.NO,
    agreed_to: str = "",
) -> Discussion:
    """Another class, another group, other persons. Whoever would read it in addition has been shown beforehand.

    `agreed_to` is the sign of those people (`sign_of`); raises Invalid at `agreed_to` when it names others or nobody.
    """
    discussion = locked(discussion)
    require(actor, "change_readers", discussion)
    group = group if reach == DiscussionReach.GROUP else None
    decision = starting(actor, group, reach)
    if not decision and (reach, group) != (discussion.reach, discussion.group):
        raise Refused(str(decision.reason))

    named = _named(reach, persons, actor, already=discussion)
    gains = list(who_gains(discussion, reach, group, named))
    if gains and agreed_to != sign_of(gains):
        raise Invalid({"agreed_to": [_("Please check who would read this in addition, and agree.")]})
    discussion.reach, discussion.group, discussion.quotable = reach, group, Quotability(quotable)
    discussion.save(update_fields=["reach", "group", "quotable"])
    discussion.persons.set(named)
    return _changed(discussion, "change_readers", actor)


@transaction.atomic
def set_attention(discussion: Discussion, attention: str, *, actor: Actor) -> DiscussionReading:
    """To hear of every post, of none, or as usual."""
    require(actor, "follow", discussion)

    reading, _new = DiscussionReading.objects.update_or_create(
        user=actor.user,
        discussion=discussion,
        defaults={"attention": DiscussionReading.Attention(attention)},
    )
    return reading


def mark_read(discussion: Discussion, newest: int, *, actor: Actor) -> None:
    """The person has been shown everything up to this post."""
    require(actor, "follow", discussion)

    own = {"user": actor.user, "discussion": discussion}
    reading, is_new = DiscussionReading.objects.get_or_create(**own, defaults={"last_read": newest})
    if not is_new:
        DiscussionReading.objects.filter(pk=reading.pk, last_read__lt=newest).update(last_read=newest)


def locked(discussion: Discussion) -> Discussion:
    """As it is stored, kept from others until the transaction ends."""
    found = Discussion.objects.select_for_update(of=("self",)).select_related("group").filter(pk=discussion.pk).first()
    if found is None:
        raise Missing
    return found


def note(discussion: Discussion, action: str, actor: Actor) -> None:
    """Into the audit trail, by its number alone: titles are for its readers. Between named persons not even that."""
    if discussion.reach != DiscussionReach.PERSONS:
        log(discussion, f"workspace.{action}", user=actor.user, title=f"#{discussion.pk}")


def _titled(title: str) -> str:
    words = " ".join(title.split())[:150]
    if not words:
        raise Invalid({"title": [_("Give the discussion a title, so that others find it again.")]})
    return words


def _named(reach: str, persons: Iterable[User], actor: Actor, already: Discussion | None = None) -> list[User]:
    """The persons without whoever asks. Raises Invalid where there are none, or who takes no part in the forum."""
    if reach != DiscussionReach.PERSONS:
        return []
    chosen = {person.pk: person for person in persons if person != actor.user}
    known = set(people_to_name().filter(pk__in=chosen).values_list("pk", flat=True))
    if already is not None:
        known |= set(already.persons.values_list("pk", flat=True))
    if not chosen or chosen.keys() - known:
        raise Invalid({"persons": [_("Choose at least one person who takes part in the forum.")]})
    return list(chosen.values())


def _changed(discussion: Discussion, action: str, actor: Actor) -> Discussion:
    announce(DiscussionChanged(discussion.pk))
    note(discussion, action, actor)
    return discussion
