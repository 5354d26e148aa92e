"""Who reads a request for contact, who learns who was asked, and who may do what.

The requester has no account: the page behind the link of the confirmation mail gives the principal of that one request.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from plugins.api.states import allows
from plugins.membership.models import ContactInvitation, ContactNote, ContactRequest, Seat
from plugins.membership.policies.office import OFFICE, office_only
from plugins.membership.states.contacts import ContactMachine

NOT_NOW = _("This request has gone on in the meantime. Please look at where it stands now.")
MEMBERS = "members"


class ContactRequestPolicy(Policy[ContactRequest]):
    """The office, once the address is confirmed; members who were asked, until thirty days after the end.

    Nobody else, no editor and no other member, learns that there is a request or who was asked.
    """

    model = ContactRequest
    covers = (ContactNote,)

    def audience(self, request: ContactRequest) -> frozenset[str]:
        if request.confirmed_at is None:
            return frozenset({request.principal})
        asked = request.invitations.all() if request.is_read_by_asked else request.invitations.none()
        return frozenset({OFFICE, *_members_among(asked)})

    def visible_to(self, actor: Actor, requests: QuerySet[ContactRequest]) -> QuerySet[ContactRequest]:
        found = Q(pk__in=map(int, actor.keys("contact-request")), confirmed_at=None)
        if actor.has(OFFICE):
            found |= Q(confirmed_at__isnull=False)
        if actor.has(MEMBERS):
            asked = ContactRequest.objects.read_by_asked().filter(invitations__member__in=_own(actor))
            found |= Q(pk__in=asked.values("pk"))
        return requests.filter(found)

    def create(self, actor: Actor, model: type[ContactRequest]) -> Decision:
        """Anybody asks."""
        return allowed()

    def browse(self, actor: Actor, model: type[ContactRequest]) -> Decision:
        """Opening the queue, and the figures of the year."""
        return office_only(actor)

    def confirm(self, actor: Actor, request: ContactRequest) -> Decision:
        """To say that the address is one's own."""
        if actor.has(request.principal):
            return allowed()
        return denied(_("Only whoever asked confirms the address."))

    def check(self, actor: Actor, request: ContactRequest) -> Decision:
        """To keep the queue: who was asked, what they said, notes."""
        return office_only(actor)

    def invite(self, actor: Actor, request: ContactRequest) -> Decision:
        """To ask members whether they want contact."""
        return self._by_office(actor, request, "invite")

    def introduce(self, actor: Actor, request: ContactRequest) -> Decision:
        """To exchange addresses. Nobody else and nothing else ever does."""
        return self._by_office(actor, request, "introduce")

    def close(self, actor: Actor, request: ContactRequest) -> Decision:
        return self._by_office(actor, request, "close")

    def decline(self, actor: Actor, request: ContactRequest) -> Decision:
        return self._by_office(actor, request, "decline")

    def send_reason(self, actor: Actor, request: ContactRequest) -> Decision:
        """To mail the reason of a refusal, once."""
        decision = office_only(actor)
        if decision and (request.state != "declined" or request.reason_sent_at or request.emptied_at):
            return denied(NOT_NOW)
        return decision

    def _by_office(self, actor: Actor, request: ContactRequest, event: str) -> Decision:
        decision = office_only(actor)
        if decision and not allows(ContactMachine, request.state, event):
            return denied(NOT_NOW)
        return decision


class ContactInvitationPolicy(Policy[ContactInvitation]):
    """The office, and the member who was asked, as long as they see the request. No member sees another's answer."""

    model = ContactInvitation

    def audience(self, invitation: ContactInvitation) -> frozenset[str]:
        own = _members_among(ContactInvitation.objects.filter(pk=invitation.pk))
        return frozenset({OFFICE, *(own if invitation.request.is_read_by_asked else ())})

    def visible_to(self, actor: Actor, invitations: QuerySet[ContactInvitation]) -> QuerySet[ContactInvitation]:
        if actor.has(OFFICE):
            return invitations
        if not actor.has(MEMBERS):
            return invitations.none()
        return invitations.filter(
            member__in=_own(actor), request__in=ContactRequest.objects.read_by_asked().values("pk")
        )

    def answer(self, actor: Actor, invitation: ContactInvitation) -> Decision:
        """To opt in or say no; it can be changed until the office introduces."""
        if not actor.has(f"user:{invitation.member_id}"):
            return denied(_("Only the member who was asked answers."))
        if invitation.request.state != "matching" or invitation.request.until < timezone.localdate():
            return denied(_("This request can no longer be answered."))
        return allowed()


def _own(actor: Actor) -> list[int]:
    return list(map(int, actor.keys("user")))


def _members_among(invitations: QuerySet[ContactInvitation]) -> set[str]:
    """Those who still hold a seat: whoever left the forum no longer reads what was asked of a member."""
    seats = Seat.objects.in_force().values("person")
    return {f"user:{pk}" for pk in invitations.filter(member__in=seats).values_list("member", flat=True)}
