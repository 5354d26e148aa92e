"""What the workspace shows on the start page: what waits for the reader, what is unread, what they follow.

Every list asks the same number of queries for one line as for many, and the door about each line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.accounts.roles import OFFICE
from plugins.api.access import Actor, visible_to
from plugins.api.extensions import NotificationKind
from plugins.api.registry import registry
from plugins.api.starting import StartLine
from workspace.models import Notification, Post
from workspace.policies.discussions import MEMBERS
from workspace.queries.admissions import waiting_for
from workspace.queries.consultations import open_consultations
from workspace.queries.discussions import discussions_for
from workspace.queries.groups import quiet_groups_of, unanswered_groups
from workspace.queries.notifications import sentence, unread_of

FOLLOWED_KINDS = ("workspace.topic", "workspace.followed_entry", "workspace.followed_person")
"""What people are told because they follow something."""

ASKED = "workspace.consultation"
"""What members are told when all of them are asked."""

QUESTIONS = ("invited", "asked", "to_pass_on")
"""What a notification about a request or an invitation says while it is not answered."""


def addressed(actor: Actor, most: int) -> list[StartLine]:
    """What waits for an answer comes first, then what the reader was told and has not read."""
    waiting = [*_admissions(actor, most), *_consultations(actor, most), *_quiet(actor, most)]
    return [*waiting, *_lines(_personal(actor), most)][:most]


def in_groups(actor: Actor, most: int) -> list[StartLine]:
    """The discussions of the reader's groups with posts that they have not read, each leading to the first of these."""
    if not actor.keys("group"):
        return []
    new = visible_to(actor, Post.objects.filter(discussion=OuterRef("pk"), deleted_at=None))
    new = new.filter(pk__gt=OuterRef("last_read")).exclude(author=actor.user).order_by("pk")
    found: QuerySet[Any] = discussions_for(actor).filter(group__pk__in=actor.keys("group"))
    first = Subquery(new.values("pk")[:1])
    return [
        StartLine(
            discussion.title,
            f"{discussion.get_absolute_url()}?post={discussion.first_unread}#post-{discussion.first_unread}",
            f"{discussion.group} · {_new_posts(discussion.unread)}",
        )
        for discussion in found.filter(unread__gt=0).annotate(first_unread=first)[:most]
    ]


def followed(actor: Actor, most: int) -> list[StartLine]:
    """What is new and unread on topics, and whatever else the reader follows."""
    return list(_lines(unread_of(actor, FOLLOWED_KINDS), most))


def _admissions(actor: Actor, most: int) -> Iterator[StartLine]:
    for admission in waiting_for(actor)[:most]:
        words = {"person": admission.person, "group": admission.group}
        if admission.is_invitation:
            text = _("You are invited to “%(group)s”") % words
        else:
            text = _("%(person)s wants to join “%(group)s”") % words
        url = reverse("group_admission", args=[admission.group.slug, admission.pk])
        yield StartLine(text, url, date_format(timezone.localtime(admission.made_at), "DATE_FORMAT"))


def _consultations(actor: Actor, most: int) -> Iterator[StartLine]:
    """What all members are asked about, until the reader has said something or has nothing to add."""
    if not actor.has(MEMBERS):
        return
    for one in open_consultations(actor).filter(has_reacted=False, ends_at__gt=timezone.now())[:most]:
        text = _("You are asked about “%(draft)s”") % {"draft": one.draft}
        day = date_format(timezone.localtime(one.ends_at), "DATE_FORMAT")
        yield StartLine(text, one.get_absolute_url(), _("until %(day)s") % {"day": day})


def _quiet(actor: Actor, most: int) -> Iterator[StartLine]:
    """Whether a group goes on is asked of those who coordinate it; the office hears that nobody answered."""
    for group in quiet_groups_of(actor)[:most]:
        yield StartLine(_("Does “%s” go on?") % group, group.get_absolute_url(), _("Quiet for six weeks"))
    if actor.has(OFFICE):
        for group in unanswered_groups(actor)[:most]:
            yield StartLine(_("“%s” has not answered whether it goes on") % group, group.get_absolute_url())


def _personal(actor: Actor) -> QuerySet[Notification]:
    """What is addressed to the reader and unread; what stands above until it is answered is not said twice."""
    names = [kind.name for kind in registry.records(NotificationKind) if kind.is_personal and kind.name != ASKED]
    return unread_of(actor, names).exclude(kind="workspace.admission", words__what__in=QUESTIONS)


def _lines(notifications: QuerySet[Notification], most: int) -> Iterator[StartLine]:
    for one in notifications[:most]:
        day = date_format(timezone.localtime(one.created_at), "DATE_FORMAT")
        yield StartLine(sentence(one), reverse("notification", args=[one.pk]), day, tells_of=one.url)


def _new_posts(count: int) -> str:
    return ngettext("%(n)d new post", "%(n)d new posts", count) % {"n": count}
