"""Mails about the knowledge base: they say that something is there, never what."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.accounts.roles import OFFICE, people_with
from cms.facts import BarrierReported, ConfirmationAnswered, ConfirmationAsked, SuggestionsDecided
from cms.models import BarrierReport, Confirmation


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


@translation.override(settings.LANGUAGE_CODE)
def tell_about_confirmations(facts: list[ConfirmationAsked | ConfirmationAnswered | SuggestionsDecided]) -> None:
    """Whoever is asked hears of the question, and later that all is decided; whoever asked hears of the answer.

    Raises when no mail can be sent.
    """
    for fact in dict.fromkeys(facts):
        confirmation = Confirmation.objects.filter(pk=fact.confirmation_id).first()
        if confirmation is None:
            continue
        match fact:
            case ConfirmationAsked() if confirmation.is_open:
                _send_link(confirmation.person, _for_asked(confirmation), "asked", _("You are asked to confirm a text"))
            case SuggestionsDecided():
                subject = _("Your suggestions have been decided")
                _send_link(confirmation.person, _for_asked(confirmation), "decided", subject)
            case ConfirmationAnswered() if confirmation.asked_by is not None:
                path = f"/cms/entries/confirmations/{confirmation.pk}/"
                _send_link(confirmation.asked_by, path, "answered", _("A request for confirmation has been answered"))


def _for_asked(confirmation: Confirmation) -> str:
    return f"/start/bestaetigungen/{confirmation.pk}/"


def _send_link(person: User, path: str, occasion: str, subject: str) -> None:
    if not person.is_active:
        return
    context = {"url": settings.WAGTAILADMIN_BASE_URL + path, "current_site": {"name": settings.SITE_TITLE}}
    body = render_to_string(f"start/email/confirmation_{occasion}.txt", context).strip() + "\n"
    send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [person.email])
