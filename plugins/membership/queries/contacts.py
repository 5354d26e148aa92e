"""Requests for contact: the office's queue, whom it could ask, and what waits for a member."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import intcomma
from django.core import signing
from django.db.models import Count, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.models import County
from plugins.api.access import Actor, may, visible_to
from plugins.api.errors import Missing
from plugins.api.starting import StartLine
from plugins.membership.models import ContactInvitation, ContactNote, ContactRequest, Seat
from plugins.membership.models.contacts import OPEN, UNCONFIRMED_FOR
from plugins.membership.queries import directory
from plugins.membership.queries.directory import Member

SALT = "membership.contact"
QUEUE = "/kontakt-vermitteln/anfragen/"


@dataclass(frozen=True)
class Proposal:
    """A member of the directory who could be asked, and what speaks for it, a sentence each."""

    member: Member
    reasons: list[str]


def link_of(request: ContactRequest) -> str:
    """The path with which the requester confirms the address. It holds as long as an unconfirmed request is kept."""
    return f"/kontakt-vermitteln/bestaetigen/{signing.dumps(request.pk, salt=SALT)}/"


def request_by_link(token: str) -> ContactRequest:
    """The request of a link that still holds. Raises Missing for every other."""
    try:
        pk = signing.loads(token, salt=SALT, max_age=UNCONFIRMED_FOR)
    except signing.BadSignature as error:
        raise Missing from error
    found = ContactRequest.objects.filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def queue(actor: Actor, *, is_open: bool = True) -> QuerySet[ContactRequest]:
    """The office's requests with how many were asked and agreed. Raises Missing for everybody else."""
    if not may(actor, "browse", ContactRequest):
        raise Missing
    shown = visible_to(actor, ContactRequest.objects.exclude(confirmed_at=None))
    shown = shown.filter(state__in=OPEN) if is_open else shown.exclude(state__in=OPEN)
    return shown.annotate(
        asked=Count("invitations"), agreed=Count("invitations", filter=Q(invitations__answer="yes"))
    ).order_by("confirmed_at" if is_open else "-ended_at", "pk")


def office_request(actor: Actor, pk: int) -> ContactRequest:
    """One request as the office works on it. Raises Missing."""
    if not may(actor, "browse", ContactRequest):
        raise Missing
    found = visible_to(actor, ContactRequest.objects.exclude(confirmed_at=None))
    request = found.prefetch_related("topics").filter(pk=pk).first()
    if request is None:
        raise Missing
    return request


def invitations_of(request: ContactRequest, actor: Actor) -> list[ContactInvitation]:
    """Who was asked and what they said, for the office."""
    rows = ContactInvitation.objects.filter(request=request).select_related("member")
    return list(visible_to(actor, rows).order_by("member__last_name", "member__first_name", "pk"))


def agreed_invitations(request: ContactRequest) -> QuerySet[ContactInvitation]:
    """Those who are introduced: they opted in, and still hold a seat and an account."""
    seats = Seat.objects.in_force().values("person")
    agreed = ContactInvitation.objects.filter(request=request, answer=ContactInvitation.Answer.YES, member__in=seats)
    return agreed.filter(member__is_active=True).select_related("member").order_by("asked_at", "pk")


def notes_of(request: ContactRequest) -> list[ContactNote]:
    """What the office noted; only its own pages ask for it."""
    return list(request.notes.select_related("written_by"))


def own_invitation(actor: Actor, request_id: int) -> ContactInvitation:
    """The question that this member was asked about this request. Raises Missing."""
    rows = ContactInvitation.objects.filter(request=request_id, member__in=map(int, actor.keys("user")))
    found = visible_to(actor, rows).select_related("request").prefetch_related("request__topics").first()
    if found is None:
        raise Missing
    return found


def proposals(request: ContactRequest, actor: Actor) -> list[Proposal]:
    """Everybody in the directory who was not asked yet; first those whose topics are asked about."""
    asked = set(request.invitations.values_list("member", flat=True))
    numbers = [pk for pk in directory.by_name(directory.directory(actor)) if pk not in asked]
    members = directory.members(actor, numbers)
    wanted = set(request.topics.values_list("pk", flat=True))
    sizes = _inhabitants(members)

    def shared(member: Member) -> list[str]:
        return [topic.title for topic in member.topics if topic.pk in wanted]

    first = sorted(members, key=lambda member: -len(shared(member)))
    return [Proposal(member, list(_reasons(member, shared(member), sizes))) for member in first]


def open_invitations(actor: Actor, most: int) -> list[StartLine]:
    """What waits for this member's answer."""
    rows = ContactInvitation.objects.filter(
        member__in=map(int, actor.keys("user")), answer="", request__state="matching"
    )
    return [
        StartLine(
            _("May the programme office introduce you to somebody from outside?"),
            invitation.get_absolute_url(),
            _("asked until %(date)s") % {"date": date_format(invitation.request.until)},
        )
        for invitation in visible_to(actor, rows).select_related("request").order_by("request__until", "pk")[:most]
    ]


def office_lines(actor: Actor, most: int) -> list[StartLine]:
    """What waits for the office: requests to match, and refusals of which nobody has sent the reason."""
    if not may(actor, "browse", ContactRequest):
        return []
    unsent = queue(actor, is_open=False).filter(state="declined", reason_sent_at=None, emptied_at=None)
    waiting = [*queue(actor).exclude(state="introduced")[:most], *unsent[:most]]
    return [
        StartLine(
            _("Request for contact %(reference)s") % {"reference": request.reference},
            f"{QUEUE}{request.pk}/",
            _waits(request),
        )
        for request in waiting[:most]
    ]


def _waits(request: ContactRequest) -> str:
    """In words, of a row of the queue."""
    if request.state == "received":
        return _("nobody has been asked yet")
    if request.state == "declined":
        return _("reason not sent yet")
    asked, agreed = request.asked, request.agreed  # type: ignore[attr-defined]
    return ngettext("%(asked)d asked, %(agreed)d agreed", "%(asked)d asked, %(agreed)d agreed", asked) % {
        "asked": asked,
        "agreed": agreed,
    }


def _inhabitants(members: Iterable[Member]) -> dict[str, int | None]:
    keys = {seat.key for member in members for seat in member.seats}
    return dict(County.objects.filter(key__in=keys).values_list("key", "inhabitants"))


def _reasons(member: Member, topics: list[str], sizes: dict[str, int | None]) -> Iterable[str]:
    if topics:
        yield _("Can be asked about: %(topics)s.") % {"topics": ", ".join(topics)}
    for seat in member.seats:
        if inhabitants := sizes.get(seat.key):
            yield _("%(county)s has %(number)s inhabitants.") % {
                "county": seat.county,
                "number": intcomma(inhabitants),
            }
        else:
            yield f"{seat.county}."
