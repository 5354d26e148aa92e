"""What the office is told in January: that it can be read how early invitations went out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from plugins.events.facts import LeadTimesDue
from plugins.events.models import LeadTimeReport
from plugins.events.policies.insiders import OFFICE


def lead_times_kind() -> NotificationKind:
    return NotificationKind(
        "events.lead_times",
        gettext_lazy("Once a year: how early invitations went out"),
        about=LeadTimeReport,
        facts=(LeadTimesDue,),
        news=lead_times_news,
        sentence=_sentence,
        in_mail=gettext_lazy("How early invitations went out in the past year"),
    )


def lead_times_news(fact: LeadTimesDue) -> Iterator[News]:
    """The whole office, once for each year."""
    report = LeadTimeReport.objects.filter(pk=fact.report_id).first()
    if report is not None:
        yield News(
            about=report,
            url=report.get_absolute_url(),
            principals=frozenset({OFFICE}),
            words={"year": report.year},
        )


def _sentence(words: Mapping[str, Any]) -> str:
    return _("How early invitations went out in %(year)d.") % words
