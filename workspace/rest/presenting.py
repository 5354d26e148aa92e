"""Discussions and posts in the shapes of the API."""

from __future__ import annotations

from typing import Any

from cms.accounts.models import User
from plugins.api.access import Actor, abilities
from workspace.models import Discussion, Post, StoredFile

VERBS = ("write_post", "edit", "mark_answer", "close", "reopen", "change_readers")
VERBS_OF_POST = ("edit", "delete", "report")


def discussion_as_json(actor: Actor, discussion: Discussion) -> dict[str, Any]:
    return {
        "id": discussion.pk,
        "url": discussion.get_absolute_url(),
        "title": discussion.title,
        "class": discussion.reach,
        "group": discussion.group.slug if discussion.group else None,
        "quotable": discussion.quotable,
        "persons": [person_as_json(person) for person in discussion.persons.all()],
        "author": person_as_json(discussion.author),
        "created_at": discussion.created_at.isoformat(),
        "last_post_at": discussion.last_post_at.isoformat(),
        "closed_at": discussion.closed_at.isoformat() if discussion.closed_at else None,
        "answer": discussion.answer_id,
        "may": abilities(actor, discussion, VERBS),
    }


def post_as_json(actor: Actor, post: Post, seen: set[int]) -> dict[str, Any]:
    """`seen` are the numbers of quoted posts that the actor may see."""
    return {
        "id": post.pk,
        "url": post.get_absolute_url(),
        "author": person_as_json(post.author),
        "county": str(post.county) if post.county else None,
        "html": post.html,
        "text": post.plain,
        "quoted": post.quoted_id if post.quoted_id in seen else None,
        "created_at": post.created_at.isoformat(),
        "edited_at": post.edited_at.isoformat() if post.edited_at else None,
        "deleted": post.is_deleted,
        "attachments": [attachment_as_json(stored) for stored in post.attachments.all()],
        "may": abilities(actor, post, VERBS_OF_POST),
    }


def attachment_as_json(stored: StoredFile) -> dict[str, Any]:
    return {
        "id": stored.pk,
        "name": stored.name,
        "content_type": stored.kind,
        "size": stored.size,
        "content_url": stored.get_absolute_url(),
        "alt": stored.alt,
    }


def person_as_json(person: User) -> dict[str, Any]:
    return {"id": person.pk, "name": person.get_full_name()}
