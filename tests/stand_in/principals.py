"""Who holds what, kept as for the tests of plugin authors: `members`, `county:99001`, `guest-topic:5`, …"""

from __future__ import annotations

from django.db.models import QuerySet

from cms.accounts.models import User
from cms.models import KINDS, County, Topic
from plugins.api.testing import belonging

KNOWN = {"members", "county", "guest-topic", "guest-kind"}


def people_with(principal: str) -> QuerySet[User] | None:
    return belonging.people_with(principal) if principal.partition(":")[0] in KNOWN else None


def in_words(principal: str) -> str | None:
    """As membership says it, in the language of the source."""
    kind, _sep, key = principal.partition(":")
    match kind:
        case "members":
            return "Member of the forum"
        case "county":
            return f"Seat for {County.objects.get(key=key)}"
        case "guest-topic":
            return f"Guest for the topic {Topic.objects.get(pk=key)}"
        case "guest-kind":
            return f"Guest for the kind {KINDS[key]._meta.verbose_name}"
    return None
