"""Who reads an application, and who may do what with it.

An applicant has no account: the pages give whoever comes with her link the principal of that one application.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from plugins.api.states import allows
from plugins.membership.models import (
    Application,
    ApplicationDecision,
    ApplicationKey,
    ApplicationLetter,
    ApplicationNote,
    ApplicationQuestion,
    Assessment,
    ReaderComment,
    SeatOffer,
)
from plugins.membership.policies.office import OFFICE, office_only
from plugins.membership.states.applications import ApplicationMachine

NOT_NOW = _("This application has gone on in the meantime. Please look at where it stands now.")


class ApplicationPolicy(Policy[Application]):
    """The applicant and her second reader by their links, the office once it was handed in, and who assesses it.

    Assessors read it until they declare a conflict of interest or their seat ends, and of the rest of its row nothing:
    what the office asks back, notes and decides is not theirs.
    """

    model = Application
    covers = (
        ApplicationDecision,
        ApplicationKey,
        ApplicationLetter,
        ApplicationNote,
        ApplicationQuestion,
        ReaderComment,
    )
    closed_to_superusers = True
    """What has not been handed in is nobody's business but the county's; afterwards they read as the office does."""

    def audience(self, application: Application) -> frozenset[str]:
        reading = application.assessments.still_read().values_list("assessor", flat=True)
        assessors = {f"user:{pk}" for pk in reading}
        office = {OFFICE} if application.received_at else set()
        return frozenset({application.principal, application.reader_principal, *office, *assessors})

    def visible_to(self, actor: Actor, applications: QuerySet[Application]) -> QuerySet[Application]:
        by_link = Q(pk__in=map(int, actor.keys("application") | actor.keys("application-reader")))
        read = Assessment.objects.filter(assessor__in=map(int, actor.keys("user"))).still_read()
        found = by_link | Q(pk__in=read.values("application"))
        if actor.has(OFFICE):
            found |= Q(received_at__isnull=False)
        return applications.filter(found)

    def create(self, actor: Actor, model: type[Application]) -> Decision:
        """Anybody starts one."""
        return allowed()

    def write(self, actor: Actor, application: Application) -> Decision:
        """To change its texts: before it is handed in all of them, afterwards what the office asked back."""
        if not actor.has(application.principal):
            return denied(_("Only the applicant writes in an application."))
        if application.state not in ("begun", "asked"):
            return denied(_("The application has been handed in and can no longer be changed."))
        return allowed()

    def hand_in(self, actor: Actor, application: Application) -> Decision:
        return self._by_applicant(actor, application, "hand_in")

    def reply(self, actor: Actor, application: Application) -> Decision:
        """To answer what the office asked back."""
        return self._by_applicant(actor, application, "reply")

    def withdraw(self, actor: Actor, application: Application) -> Decision:
        return self._by_applicant(actor, application, "withdraw")

    def invite_reader(self, actor: Actor, application: Application) -> Decision:
        """To let a second person read and comment, and to end it again."""
        if not actor.has(application.principal):
            return denied(_("Only the applicant invites somebody to read along."))
        return allowed() if application.state == "begun" else denied(NOT_NOW)

    def end_reading(self, actor: Actor, application: Application) -> Decision:
        if not actor.has(application.principal):
            return denied(_("Only the applicant ends a link to her application."))
        return allowed()

    def give_seats(self, actor: Actor, application: Application) -> Decision:
        """To say who takes the seats of the county, once the decision has been sent."""
        if not actor.has(application.principal):
            return denied(_("Only the applicant gives the seats of the county."))
        return allowed() if application.state == "accepted" else denied(NOT_NOW)

    def comment(self, actor: Actor, application: Application) -> Decision:
        """What the second reader tells the applicant, before it is handed in."""
        if not actor.has(application.reader_principal):
            return denied(_("Only the second reader comments."))
        return allowed() if application.state == "begun" else denied(NOT_NOW)

    def check(self, actor: Actor, application: Application) -> Decision:
        """To keep the queue: notes, rounds, who assesses."""
        return office_only(actor)

    def read_inside(self, actor: Actor, application: Application) -> Decision:
        """Its state in the words of the office, notes, what was asked and decided."""
        return office_only(actor)

    def ask_back(self, actor: Actor, application: Application) -> Decision:
        return self._by_office(actor, application, "ask_back")

    def find_complete(self, actor: Actor, application: Application) -> Decision:
        return self._by_office(actor, application, "find_complete")

    def have_assessed(self, actor: Actor, application: Application) -> Decision:
        """To ask members of other counties to read it; where it is assessed already, it is read again."""
        decision = office_only(actor)
        if decision and application.state not in ("complete", "assessed"):
            return denied(NOT_NOW)
        return decision

    def close_reading(self, actor: Actor, application: Application) -> Decision:
        """To wait for no further assessment."""
        decision = self._by_office(actor, application, "have_assessed")
        if decision and not application.assessments.counted().exists():
            return denied(_("Nobody has sent an assessment yet."))
        return decision

    def decide(self, actor: Actor, application: Application) -> Decision:
        return self._by_office(actor, application, "decide")

    def tell(self, actor: Actor, application: Application) -> Decision:
        """To send the decision. Nobody else and nothing else ever does."""
        return self._by_office(actor, application, "tell_accepted")

    def _by_applicant(self, actor: Actor, application: Application, event: str) -> Decision:
        if not actor.has(application.principal):
            return denied(_("Only the applicant does this."))
        return allowed() if allows(ApplicationMachine, application.state, event) else denied(NOT_NOW)

    def _by_office(self, actor: Actor, application: Application, event: str) -> Decision:
        decision = office_only(actor)
        if decision and not allows(ApplicationMachine, application.state, event):
            return denied(NOT_NOW)
        return decision


class SeatOfferPolicy(Policy[SeatOffer]):
    """The applicant, whoever the seat is kept for by their link, and the office. Who it is for is theirs to take."""

    model = SeatOffer

    def audience(self, offer: SeatOffer) -> frozenset[str]:
        return frozenset({offer.principal, offer.application.principal, OFFICE})

    def visible_to(self, actor: Actor, offers: QuerySet[SeatOffer]) -> QuerySet[SeatOffer]:
        if actor.has(OFFICE):
            return offers
        own = Q(pk__in=map(int, actor.keys("seat-offer")))
        return offers.filter(own | Q(application__in=map(int, actor.keys("application"))))

    def take(self, actor: Actor, offer: SeatOffer) -> Decision:
        if not actor.has(offer.principal):
            return denied(_("Only the person for whom the seat is kept takes it."))
        return self._while_kept(offer)

    def take_back(self, actor: Actor, offer: SeatOffer) -> Decision:
        """To keep the seat for somebody else."""
        if not actor.has(offer.application.principal):
            return denied(_("Only the applicant gives the seats of the county."))
        return self._while_kept(offer)

    def _while_kept(self, offer: SeatOffer) -> Decision:
        if offer.taken_at is not None:
            return denied(_("This seat has been taken already."))
        return allowed() if offer.application.state == "accepted" else denied(NOT_NOW)
