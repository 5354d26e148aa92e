"""Who reads and pins notices."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lernnetz_pinboard.models import Notice
from plugins.api.access import Actor, Decision, Policy, allowed, denied


class NoticePolicy(Policy[Notice]):
    """All members read, and guests whose mandate names it; whoever pinned a notice takes it down."""

    model = Notice

    def audience(self, notice: Notice) -> frozenset[str]:
        return frozenset({"members", f"guest-notice:{notice.pk}"})

    def visible_to(self, actor: Actor, notices: QuerySet[Notice]) -> QuerySet[Notice]:
        return notices if actor.has("members") else notices.filter(pk__in=actor.keys("guest-notice"))

    def create(self, actor: Actor, model: type[Notice]) -> Decision:
        return allowed() if actor.has("members") else denied(_("Only members pin notices."))

    def take_down(self, actor: Actor, notice: Notice) -> Decision:
        if actor.has(f"user:{notice.author_id}"):
            return allowed()
        return denied(_("Only whoever pinned it takes it down."))
