"""Who reads the files of a group and the attachments of posts, and who may do what with them."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import SUPERUSERS, Actor, Decision, Policy, allowed, denied
from workspace.models import DiscussionReach, GroupFile, StoredFile, WorkingGroup
from workspace.policies.discussions import GROUP_CLOSED, in_group, readable, readers, readers_of

REMOVED = _("This file was removed.")


def working_in(actor: Actor, group: WorkingGroup) -> Decision:
    """Whether the actor takes part in the group and it still changes."""
    if not actor.has(group.principal):
        return denied(_("Only members of the working group do this."))
    if is_guest_in(actor, group):
        return denied(_("Guests read and talk in this group; its files and tasks are its members'."))
    return denied(GROUP_CLOSED) if group.is_closed else allowed()


def is_guest_in(actor: Actor, group: WorkingGroup) -> bool:
    """Whether the actor is in it by a mandate alone. Whoever has a place too is a member of it."""
    if not actor.has(f"guest-group:{group.pk}"):
        return False
    return not any(str(place.pk) in actor.keys("place") for place in group.places())


class GroupFilePolicy(Policy[GroupFile]):
    """A file is the group's, since its newest version for those who read only what is newer than they."""

    model = GroupFile

    def audience(self, file: GroupFile) -> frozenset[str]:
        return readers_of(DiscussionReach.GROUP, file.group, (), file.newest_at)

    def visible_to(self, actor: Actor, files: QuerySet[GroupFile]) -> QuerySet[GroupFile]:
        return files.filter(in_group(actor, "newest_at"))

    def rename(self, actor: Actor, file: GroupFile) -> Decision:
        """To give it another title or note."""
        return denied(REMOVED) if file.is_removed else working_in(actor, file.group)

    def replace(self, actor: Actor, file: GroupFile) -> Decision:
        """To put a new version in the place of the present one, which stays readable."""
        return self.rename(actor, file)

    def remove(self, actor: Actor, file: GroupFile) -> Decision:
        decision = self.rename(actor, file)
        if decision and not actor.has(f"user:{file.uploaded_by_id}", file.group.coordinator_principal):
            return denied(_("Only whoever brought this file, or coordinates the group, does this."))
        return decision

    def move(self, actor: Actor, file: GroupFile) -> Decision:
        """To another group; whether the actor works in that one is asked too."""
        return self.remove(actor, file)


class StoredFilePolicy(Policy[StoredFile]):
    """A content is read under the rule of what it belongs to; while it belongs to nothing, by whoever brought it.

    Attachments between named persons are closed even to superusers, as the posts are.
    """

    model = StoredFile
    closed_to_superusers = True

    def audience(self, stored: StoredFile) -> frozenset[str]:
        if stored.post is not None:
            return readers(stored.post.discussion, stored.post.created_at)
        if stored.shelved is not None:
            return readers_of(DiscussionReach.GROUP, stored.shelved.group, (), stored.uploaded_at)
        return frozenset({f"user:{stored.uploaded_by_id}"})

    def visible_to(self, actor: Actor, stored: QuerySet[StoredFile]) -> QuerySet[StoredFile]:
        of_group = in_group(actor, "uploaded_at", "shelved__")
        if actor.has(SUPERUSERS):
            of_group = Q(shelved__isnull=False)
        of_post = Q(post__isnull=False) & readable(actor, "post__created_at", "post__discussion__")
        waiting = Q(shelved=None, post=None, uploaded_by__in=list(map(int, actor.keys("user"))))
        return stored.filter(of_group | of_post | waiting)

    def read_text(self, actor: Actor, stored: StoredFile) -> Decision:
        """For the search, which asks as the system."""
        return denied(_("Texts inside files are read for the search alone."))
