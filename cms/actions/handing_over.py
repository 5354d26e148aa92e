"""What somebody who leaves answers for in the knowledge base, and who answers for it then."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from cms.accounts.models import User
from cms.models import Entry
from cms.projecting import project
from plugins.api.access import Actor
from plugins.api.handing_over import COUNTY, SUCCESSOR, Thing


def left_behind(user: User) -> Iterator[Thing]:
    """Entries that name the person as responsible, and unpublished ones that they began."""
    for entry in Entry.objects.filter(responsible=user).order_by("title", "pk"):
        yield Thing(
            f"responsible:{entry.pk}",
            entry.title,
            f"/wissen/{entry.slug}/" if entry.live else "",
            _("Who answers for the content. With the county it names nobody until the editors name somebody."),
            (SUCCESSOR, COUNTY),
            usual=SUCCESSOR,
        )
    for entry in Entry.objects.filter(owner=user, live=False, first_published_at=None).order_by("title", "pk"):
        yield Thing(
            f"begun:{entry.pk}",
            entry.title,
            "",
            _("An unpublished entry that the person began. With the county the editors go on with it."),
            (SUCCESSOR, COUNTY),
            usual=SUCCESSOR,
        )


@transaction.atomic
def pass_entry_on(key: str, choice: str, leaver: User, successor: User | None, actor: Actor) -> None:
    """Somebody else answers for an entry, or nobody by name. What was written stays under the county."""
    field, _sep, pk = key.partition(":")
    field = {"responsible": "responsible", "begun": "owner"}[field]
    entry = Entry.objects.select_for_update().filter(pk=pk, **{field: leaver}).first()
    if entry is None:
        return
    heir = successor if choice == SUCCESSOR else None
    Entry.objects.filter(pk=entry.pk).update(**{field: heir})
    if field == "responsible":
        _in_versions_to_come(entry, leaver, heir)
    project(entry.pk)
    log(entry, "cms.hand_over", user=actor.user, title=f"#{entry.pk}", data={"to": heir.pk if heir else None})


def _in_versions_to_come(entry: Entry, leaver: User, heir: User | None) -> None:
    """The version that is edited on, and the live one, would bring the leaver back when they are published again."""
    for revision in Revision.objects.filter(pk__in=[entry.latest_revision_id, entry.live_revision_id]):
        if revision.content.get("responsible") == leaver.pk:
            revision.content["responsible"] = heir.pk if heir else None
            Revision.objects.filter(pk=revision.pk).update(content=revision.content)
