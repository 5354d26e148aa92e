"""Who may know an answer to a challenge, and what speaks for them, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.models import Entry
from plugins.api.access import Actor, visible_to
from workspace.models import Challenge, Discussion, DiscussionReach, Post
from workspace.policies.discussions import MEMBERS
from workspace.queries.readers import people_with

MOST = 20


@dataclass
class Suitable:
    """A member and what speaks for asking them; whoever has more of it stands first."""

    person: User
    topics: list[str] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)

    @property
    def reasons(self) -> list[str]:
        """In words, a sentence each."""
        said = []
        if self.topics:
            said.append(_("Has answered others on: %(topics)s.") % {"topics": _quoted(self.topics)})
        if self.entries:
            said.append(_("Is named in: %(entries)s.") % {"entries": _quoted(self.entries)})
        return said


def suitable_members(challenge: Challenge, actor: Actor) -> list[Suitable]:
    """Members who answered others on one of its topics, or are named in entries on it that the actor reads.

    What somebody follows is no reason: people are promised that nobody else learns it.
    """
    discussion = challenge.discussion
    members = people_with({MEMBERS}).exclude(pk=discussion.author_id)
    members = members.exclude(pk__in=Post.objects.filter(discussion=discussion).values("author"))
    members = members.exclude(pk__in=challenge.requests.values("person"))
    found: dict[int, Suitable] = {}
    for topic in discussion.topics.all():
        for person in members.filter(pk__in=_answered(challenge, topic.pk)):
            found.setdefault(person.pk, Suitable(person)).topics.append(str(topic))
    for person, entry in _named(members, visible_to(actor, Entry.objects.filter(live=True)), discussion):
        found.setdefault(person.pk, Suitable(person)).entries.append(entry.title)

    def most_first(one: Suitable) -> tuple[int, str, int]:
        return -len(one.topics) - len(one.entries), one.person.last_name, one.person.pk

    return sorted(found.values(), key=most_first)[:MOST]


def _quoted(titles: list[str]) -> str:
    return ", ".join(_("“%(title)s”") % {"title": title} for title in titles)


def _answered(challenge: Challenge, topic: int) -> list[int]:
    """Who wrote in discussions of all members on this topic that somebody else began."""
    posts = Post.objects.filter(
        discussion__reach=DiscussionReach.MEMBERS, discussion__topics=topic, deleted_at=None
    ).exclude(discussion=challenge.discussion_id)
    pairs = posts.values_list("author", "discussion__author").distinct()
    return sorted({author for author, began in pairs if author != began})


def _named(members: QuerySet[User], entries: QuerySet[Entry], discussion: Discussion) -> Iterator[tuple[User, Entry]]:
    """Whoever is responsible for an entry on one of the topics, or its author by name; with the entry."""
    people = list(members)
    about = entries.filter(topics__in=discussion.topics.all()).exclude(responsible=None, author_name="")
    for entry in about.distinct().order_by("title"):
        for person in people:
            if person.pk == entry.responsible_id or person.get_full_name() == entry.author_name:
                yield person, entry
