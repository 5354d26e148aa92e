"""Who reads offers and requests of help, and who writes them."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from plugins.membership.models import HelpNotice
from plugins.membership.policies.office import OFFICE

READERS = frozenset({"members", OFFICE})


class HelpNoticePolicy(Policy[HelpNotice]):
    """All members and the office read what hangs; what is over only its author reads."""

    model = HelpNotice

    def audience(self, notice: HelpNotice) -> frozenset[str]:
        hangs = HelpNotice.objects.open().filter(pk=notice.pk).exists()
        own = {f"user:{notice.author_id}"} if notice.author_id else set()
        return frozenset(own | (READERS if hangs else frozenset()))

    def visible_to(self, actor: Actor, notices: QuerySet[HelpNotice]) -> QuerySet[HelpNotice]:
        own = Q(author__in=map(int, actor.keys("user")))
        if not actor.has(*READERS):
            return notices.filter(own)
        return notices.filter(own | Q(pk__in=HelpNotice.objects.open().values("pk")))

    def browse(self, actor: Actor, model: type[HelpNotice]) -> Decision:
        """Opening the list."""
        return allowed() if actor.has(*READERS) else denied(_("This list is for members of the forum."))

    def create(self, actor: Actor, model: type[HelpNotice]) -> Decision:
        return allowed() if actor.keys("county") else denied(_("Only members offer and look for help here."))

    def edit(self, actor: Actor, notice: HelpNotice) -> Decision:
        """To change it, to let it hang longer, to end it."""
        if not actor.has(f"user:{notice.author_id}"):
            return denied(_("Only whoever wrote it changes or ends it."))
        return denied(_("This has been ended. Write a new one.")) if notice.ended_at else allowed()
