"""What files say about a person. They are works: they stay for their readers, without a name."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.accounts.models import User
from workspace.actions.stored_files import forget
from workspace.models import GroupFile, StoredFile
from workspace.queries.stored_files import waiting_stored_files


def hand_out(user: User) -> dict[str, object]:
    """Files that the person brought, with where they stand, and those that the person removed."""
    return {
        "files": list(
            GroupFile.objects.filter(uploaded_by=user)
            .order_by("pk")
            .values("group__title", "title", "note", "created_at", "removed_at")
        ),
        "versions_and_attachments": [
            {
                "name": stored.name,
                "description": stored.alt,
                "bytes": stored.size,
                "uploaded_at": stored.uploaded_at.isoformat(),
                "post": stored.post_id,
                "address": stored.get_absolute_url(),
            }
            for stored in StoredFile.objects.filter(uploaded_by=user).order_by("pk")
        ],
        "removed": list(GroupFile.objects.filter(removed_by=user).order_by("pk").values("group__title", "removed_at")),
    }


def erase(user: User) -> list[str]:
    """What waits for a post goes at once; the rest stays with its readers, and points to the empty account."""
    forget(waiting_stored_files().filter(uploaded_by=user))
    if not StoredFile.objects.filter(uploaded_by=user).exists():
        return []
    return [_("Files of working groups and attachments of posts stay for those who read them, without a name.")]
