"""Mails about the knowledge base: they say that something is there, never what."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from cms.accounts.roles import OFFICE, people_with
from cms.facts import BarrierReported
from cms.models import BarrierReport


@translation.override(settings.LANGUAGE_CODE)
def tell_office(facts: list[BarrierReported]) -> None:
    """One mail to everybody of the office, however many reports came. Raises when no mail can be sent."""
    if not BarrierReport.objects.filter(pk__in={fact.report_id for fact in facts}).exists():
        return
    url = f"{settings.WAGTAILADMIN_BASE_URL}/cms/cms/barrierreport/"
    context = {"url": url, "current_site": {"name": settings.SITE_TITLE}}
    body = render_to_string("pages/email/barrier_reported.txt", context).strip() + "\n"
    people = people_with(OFFICE)
    addresses = set(people.values_list("email", flat=True)) if people is not None else set()
    for address in sorted(addresses):
        send_mail(_("A barrier has been reported"), body, settings.DEFAULT_FROM_EMAIL, [address])
