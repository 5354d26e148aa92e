from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from cms.accounts.models import User
from plugins.api.actors import actor_for
from workspace.actions.consultations import Said, contribute, end_due_consultations, open_consultation
from workspace.models import Consultation, Contribution, Draft


def make_consultation(draft: Draft, *, by: User, questions: tuple[str, ...] = ("Was fehlt?",)) -> Consultation:
    """All members are asked about this draft, for three weeks."""
    return open_consultation(draft, days=21, questions=questions, actor=actor_for(by))


def contribute_to(
    consultation: Consultation, *, by: User, text: str = "Bitte einfacher.", for_county: bool = False
) -> Contribution:
    """What this member says to the whole text."""
    return contribute(consultation, Said(text, is_of_county=for_county), actor=actor_for(by))


def end_of(consultation: Consultation) -> Consultation:
    """Its time is over."""
    Consultation.objects.filter(pk=consultation.pk).update(ends_at=timezone.now() - timedelta(minutes=1))
    end_due_consultations()
    consultation.refresh_from_db()
    return consultation
