"""Mails about the knowledge base: they say that something is there, never what."""

from __future__ import annotations

from django.conf import settings

from cms.accounts.roles import OFFICE, people_with
from cms.facts import BarrierReported
from cms.models import BarrierReport
from plugins.api.mails import send_mail


def tell_office(facts: list[BarrierReported]) -> None:
    """One mail to everybody of the office, however many reports came. Raises when no mail can be sent."""
    if not BarrierReport.objects.filter(pk__in={fact.report_id for fact in facts}).exists():
        return
    url = f"{settings.WAGTAILADMIN_BASE_URL}/cms/cms/barrierreport/"
    people = people_with(OFFICE)
    office = set(people.values_list("email", "language")) if people is not None else set()
    for address, language in sorted(office):
        send_mail("mails/barrier_reported.html", {"url": url}, to=address, language=language)
