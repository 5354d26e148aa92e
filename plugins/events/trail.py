"""The words of the audit trail: what people did, as the office reads it."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTIONS: Final[dict[str, tuple[Promise, Promise]]] = {
    "plan_event": (_("Plan an event"), _("Planned an event")),
    "change_event": (_("Change an event"), _("Changed an event")),
    "publish_event": (_("Publish an event"), _("Published an event")),
    "cancel_event": (_("Cancel an event"), _("Cancelled an event")),
}
