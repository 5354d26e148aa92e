from __future__ import annotations

from collections.abc import Iterable

from cms.accounts.models import User
from cms.models import Quotability, Topic
from plugins.api.actors import actor_for
from workspace.actions.challenges import post_challenge
from workspace.actions.posts import write_post
from workspace.models import Challenge


def make_challenge(
    title: str = "Wer betreut die Kinder?",
    *,
    by: User,
    posts: Iterable[User] = (),
    text: str = "Im Sprachkurs fehlen die Mütter.",
    topics: Iterable[Topic] = (),
    urgent: bool = False,
    quotable: str = Quotability.NO,
) -> Challenge:
    """A challenge to all members; `posts` are those who answer, in order."""
    challenge = post_challenge(
        title=title, text=text, topics=topics, urgent=urgent, quotable=quotable, actor=actor_for(by)
    )
    for number, author in enumerate(posts, start=1):
        write_post(challenge.discussion, f"Antwort {number}", actor=actor_for(author))
    return challenge
