"""What publications plug in: an adopted draft becomes a recommendation of the knowledge base."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.models import Entry
from plugins.api import extensions as slots
from workspace.models import Publication, PublicationCheck
from workspace.notification_kinds import publications as kinds
from workspace.personal_data import publications as personal_data
from workspace.policies.publications import DraftOriginPolicy, PublicationPolicy, only_what_was_signed


def publication_records() -> Iterator[Any]:
    yield slots.PolicyRecord(PublicationPolicy())
    yield slots.PolicyRecord(DraftOriginPolicy())
    yield slots.Objection(Entry, "publish", only_what_was_signed)
    yield slots.UrlMount("entwuerfe/", "workspace.views.publication_urls")
    yield kinds.check_kind()
    yield kinds.outcome_kind()
    yield slots.PersonalData(
        title=_("Publication of drafts"),
        models=(Publication, PublicationCheck),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "Which texts you handed to the editors, sent back or published, and which you signed as neutral. Whoever "
            "reads the draft sees it, and editors and programme office."
        ),
    )
