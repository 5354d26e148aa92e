"""What the programme office alone keeps."""

from __future__ import annotations

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied

OFFICE = "office"


def office_only(actor: Actor) -> Decision:
    if actor.has(OFFICE):
        return allowed()
    return denied(_("Only the programme office can do this."))


class KeptByOffice(Policy[Model]):
    """All members see it, the office keeps it."""

    def audience(self, obj: Model) -> frozenset[str]:
        return frozenset({"members", OFFICE, *self.concerned(obj)})

    def concerned(self, obj: Model) -> set[str]:
        """The people whom it is about, as principals: they see it, whoever they are."""
        return set()

    def create(self, actor: Actor, model: type[Model]) -> Decision:
        return office_only(actor)

    def edit(self, actor: Actor, obj: Model) -> Decision:
        return office_only(actor)

    def delete(self, actor: Actor, obj: Model) -> Decision:
        return denied(_("Give it an end instead: it ends, and is never deleted."))

    _NOT_VERBS = Policy._NOT_VERBS | {"concerned"}
