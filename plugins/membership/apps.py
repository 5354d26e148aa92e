from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api.plugin import Plugin


class MembershipPlugin(Plugin):
    """Who is a member, and which guest may read what."""

    name = "plugins.membership"
    label = "membership"
    title = _("Membership")
    can_be_switched_off = False  # without it nobody is a member, and all doors are shut

    def ready(self) -> None:
        from plugins.api.tokens import keep_out_of_logs
        from plugins.membership import signals  # noqa: F401  (connects)

        keep_out_of_logs(r"/mitglied-werden/(?:bewerbung|sitz)/")

    def extensions(self) -> Iterator[Any]:
        from plugins.membership import records

        yield from records.all_records()
