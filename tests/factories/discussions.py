from __future__ import annotations

from collections.abc import Iterable

from cms.accounts.models import User
from plugins.api.actors import actor_for
from workspace.actions.discussions import start_discussion
from workspace.actions.posts import write_post
from workspace.models import Discussion, DiscussionReach, WorkingGroup


def make_discussion(
    title: str = "Wer hat Erfahrung?",
    *,
    by: User,
    group: WorkingGroup | None = None,
    persons: Iterable[User] = (),
    posts: Iterable[User] = (),
    text: str = "Wir suchen Rat.",
) -> Discussion:
    """A discussion in the group, between persons, else of all members; `posts` are those who answer, in order."""
    persons = list(persons)
    reach = DiscussionReach.GROUP if group else DiscussionReach.PERSONS if persons else DiscussionReach.MEMBERS
    discussion = start_discussion(
        title=title, text=text, reach=reach, group=group, persons=persons, actor=actor_for(by)
    )
    for number, author in enumerate(posts, start=1):
        write_post(discussion, f"Antwort {number}", actor=actor_for(author))
    discussion.refresh_from_db()
    return discussion
