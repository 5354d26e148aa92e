"""What the workspace tells programs outside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api.extensions import WebhookEvent
from workspace.facts import ConsultationEnded, ConsultationOpened
from workspace.models import Consultation


def consultation_events() -> Iterator[WebhookEvent]:
    yield WebhookEvent(
        "consultation.opened",
        _("All members are asked about a draft"),
        facts=(ConsultationOpened,),
        about=_consultation,
        data=_data,
    )
    yield WebhookEvent(
        "consultation.ended",
        _("A consultation has ended"),
        facts=(ConsultationEnded,),
        about=_consultation,
        data=_data,
    )


def _consultation(fact: ConsultationOpened | ConsultationEnded) -> Consultation | None:
    rows = Consultation.objects.select_related("draft__group", "draft__county", "draft__author")
    return rows.filter(pk=fact.consultation_id).first()


def _data(consultation: Consultation) -> dict[str, Any]:
    """Members alone know of it, so there is no more to say."""
    return {"id": consultation.pk, "class": "members"}
