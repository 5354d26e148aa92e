"""Mails about requests for contact. Those of an introduction and of a refusal are all that say more than a link:
whoever asked has no account in which to read it.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch

from cms.accounts.models import User
from plugins.api.actors import people_behind
from plugins.api.mails import address_of, send_mail
from plugins.membership.facts import ContactAsked, ContactConfirmed, ContactIntroduced, ContactRefusalSent
from plugins.membership.models import ContactRequest, Seat
from plugins.membership.policies.office import OFFICE
from plugins.membership.queries.contacts import QUEUE, agreed_invitations, link_of
from plugins.membership.queries.directory import name_of


def ask_to_confirm(facts: list[ContactAsked]) -> None:
    """A link for whoever reads the mails of the address. Raises when no mail can be sent."""
    for request in ContactRequest.objects.filter(pk__in=_requests(facts), confirmed_at=None):
        send_mail("mails/contact_confirm.html", {"url": address_of(link_of(request))}, to=request.email)


def acknowledge(facts: list[ContactConfirmed]) -> None:
    """The receipt with the number, and a word to the office that there is something to read."""
    requests = ContactRequest.objects.filter(pk__in=_requests(facts), emptied_at=None).exclude(confirmed_at=None)
    for request in requests:
        send_mail("mails/contact_receipt.html", {"url": "", "reference": request.reference}, to=request.email)
    if requests:
        for address, language in sorted(_office()):
            send_mail("mails/contact_waits.html", {"url": address_of(QUEUE)}, to=address, language=language)


def send_introductions(facts: list[ContactIntroduced]) -> None:
    """One mail for each fact: the requester's names all who agreed, a member's names the requester alone."""
    for fact in facts:
        request = ContactRequest.objects.filter(pk=fact.request_id, emptied_at=None).first()
        if request is None:
            continue
        if fact.invitation_id is None:
            _introduce_to_requester(request)
        else:
            _introduce_to_member(request, fact.invitation_id)


def send_refusals(facts: list[ContactRefusalSent]) -> None:
    """The reason, in the words of the office."""
    for request in ContactRequest.objects.filter(pk__in=_requests(facts), emptied_at=None, state="declined"):
        context = {"url": "", "reference": request.reference, "reason": request.reason}
        send_mail("mails/contact_declined.html", context, to=request.email)


def _introduce_to_requester(request: ContactRequest) -> None:
    seats = Prefetch("member__seats", Seat.objects.in_force().select_related("county").order_by("start", "pk"))
    people = [
        {
            "name": name_of(invitation.member),
            "counties": ", ".join(dict.fromkeys(str(seat.county) for seat in invitation.member.seats.all())),
            "address": invitation.address,
        }
        for invitation in agreed_invitations(request).prefetch_related(seats)
    ]
    if people:
        context = {"url": "", "reference": request.reference, "people": people}
        send_mail("mails/contact_introduced.html", context, to=request.email)


def _introduce_to_member(request: ContactRequest, invitation_id: int) -> None:
    for invitation in agreed_invitations(request).filter(pk=invitation_id):
        context = {
            "url": address_of(invitation.get_absolute_url()),
            "name": request.name,
            "institution": request.institution,
            "address": request.email,
        }
        member = invitation.member
        send_mail("mails/contact_for_member.html", context, to=member.email, language=member.language)


def _requests(facts: Iterable[ContactAsked | ContactConfirmed | ContactRefusalSent]) -> set[int]:
    return {fact.request_id for fact in facts}


def _office() -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for people in people_behind(OFFICE):
        found |= set(User.objects.filter(pk__in=people.values("pk")).values_list("email", "language"))
    return found
