"""Mails about the knowledge base: they say that something is there, never what."""

from __future__ import annotations

from cms.accounts.models import User
from cms.accounts.roles import OFFICE, people_with
from cms.facts import BarrierReported, ConfirmationAnswered, ConfirmationAsked, SuggestionsDecided
from cms.models import BarrierReport, Confirmation
from plugins.api.mails import address_of, send_mail


def tell_office(facts: list[BarrierReported]) -> None:
    """One mail to everybody of the office, however many reports came. Raises when no mail can be sent."""
    if not BarrierReport.objects.filter(pk__in={fact.report_id for fact in facts}).exists():
        return
    url = address_of("/cms/cms/barrierreport/")
    people = people_with(OFFICE)
    office = set(people.values_list("email", "language")) if people is not None else set()
    for address, language in sorted(office):
        send_mail("mails/barrier_reported.html", {"url": url}, to=address, language=language)


def tell_about_confirmations(facts: list[ConfirmationAsked | ConfirmationAnswered | SuggestionsDecided]) -> None:
    """Whoever is asked hears of the question, and later that all is decided; whoever asked hears of the answer.

    Raises when no mail can be sent.
    """
    for fact in dict.fromkeys(facts):
        confirmation = Confirmation.objects.filter(pk=fact.confirmation_id).first()
        if confirmation is None:
            continue
        of_asked = f"/start/bestaetigungen/{confirmation.pk}/"
        match fact:
            case ConfirmationAsked() if confirmation.is_open:
                _send_link(confirmation.person, of_asked, "asked")
            case SuggestionsDecided():
                _send_link(confirmation.person, of_asked, "decided")
            case ConfirmationAnswered() if confirmation.asked_by is not None:
                _send_link(confirmation.asked_by, f"/cms/entries/confirmations/{confirmation.pk}/", "answered")


def _send_link(person: User, path: str, occasion: str) -> None:
    if person.is_active:
        context = {"url": address_of(path)}
        send_mail(f"mails/confirmation_{occasion}.html", context, to=person.email, language=person.language)
