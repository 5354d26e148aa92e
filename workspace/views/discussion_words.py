"""How discussions and posts are worded on pages."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.accounts.models import User
from plugins.api.access import Actor, may
from workspace.models import Contribution, Discussion, DiscussionReach, DraftComment, DraftSuggestion, Post
from workspace.policies.discussions import TO_ALL
from workspace.queries.discussions import Thread


def readers_in_words(actor: Actor, shown: Thread) -> tuple[str, list[str]]:
    """“Who sees this?” in one line, and the people behind it by name.

    An editor without a seat reads a challenge, and is told of the roles alone: members decide in the directory who
    reads their name there.
    """
    count, discussion = len(shown.readers), shown.discussion
    if discussion.is_challenge and not actor.has(*TO_ALL):
        names = [_("All members"), _("Programme office"), _("Editors")]
    else:
        names = [person.get_full_name() for person in shown.readers]
    people = ngettext("%(n)d person", "%(n)d people", count) % {"n": count}
    return f"{_class(discussion)} ({people})", names


def name_of(person: User) -> str:
    """What others call this person; whoever has left for good has no name."""
    is_gone = not person.is_active and not (person.first_name or person.last_name)
    return _("Somebody who has left") if is_gone else person.get_full_name()


def byline(said: Post | DraftComment | DraftSuggestion | Contribution) -> str:
    """Who speaks, for which county. Of whoever has left for good only the county is said."""
    name = name_of(said.author)
    return f"{name}, {said.county}" if said.county else name


def post_shown(actor: Actor, post: Post, shown: Thread) -> dict[str, Any]:
    """A post as the page shows it, with what this reader may do."""
    quoted = shown.quoted.get(post.quoted_id or 0)
    return {
        "post": post,
        "by": byline(post),
        "html": _trusted(post.html),
        "attachments": post.attachments.all(),
        "quoted": quoted,
        "quoted_by": byline(quoted) if quoted else "",
        "is_answer": post.pk == shown.discussion.answer_id,
        "starts_new": post.pk == shown.first_new,
        "may_edit": bool(may(actor, "edit", post)),
        "may_delete": bool(may(actor, "delete", post)),
        "may_report": bool(may(actor, "report", post)),
    }


def _class(discussion: Discussion) -> str:
    if discussion.is_challenge:
        return _("All members, the programme office and the editors")
    if discussion.group:
        return _("Only %(group)s") % {"group": discussion.group}
    if discussion.reach == DiscussionReach.MEMBERS:
        return _("All members and the programme office")
    return _("Only named persons")


def _trusted(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308  cleaned before it was stored
