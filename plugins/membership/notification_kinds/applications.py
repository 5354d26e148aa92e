"""What the office is told about applications. Mails name neither county nor person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from plugins.membership.facts import ApplicationWaits
from plugins.membership.models import Application
from plugins.membership.policies.office import OFFICE


def waiting_kind() -> NotificationKind:
    return NotificationKind(
        "membership.application",
        gettext_lazy("Applications of counties that wait for the programme office"),
        about=Application,
        facts=(ApplicationWaits,),
        news=waiting_news,
        sentence=_sentence,
        in_mail=gettext_lazy("An application of a county waits for the programme office"),
        rhythm="daily",
    )


def waiting_news(fact: ApplicationWaits) -> Iterator[News]:
    """The whole office, once for each occasion."""
    application = Application.objects.filter(pk=fact.application_id).first()
    if application is not None:
        yield News(
            about=application,
            url=f"/mitglied-werden/bewerbungen/{application.pk}/",
            principals=frozenset({OFFICE}),
            words={"reference": application.reference, "why": fact.why},
            key=f"application:{application.pk}:{fact.why}:{fact.day}",
        )


def _sentence(words: Mapping[str, Any]) -> str:
    if words["why"] == "answered":
        return _("The question about application %(reference)s has been answered.") % words
    if words["why"] == "late":
        return _("The latest day for the next step of application %(reference)s has passed.") % words
    return _("A county has handed in application %(reference)s.") % words
