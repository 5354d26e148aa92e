"""Who sees a mentorship, and who does what with it: the two of them and the programme office."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from plugins.api.states import allows
from plugins.membership.models import ClosingAnswer, MentorChange, Mentorship, MentorshipStep
from plugins.membership.policies.office import OFFICE, office_only
from plugins.membership.states.mentorships import MentorshipMachine

NOT_NOW = _("This mentorship has gone on in the meantime. Please look at where it stands now.")
NOT_TOGETHER = _("This is possible once both have agreed, and until the mentorship is over.")


class MentorshipPolicy(Policy[Mentorship]):
    """The mentor and the office from the beginning; the new member from when the mentor agreed, and never before.

    Whoever was asked and said no stays unknown to the new member.
    """

    model = Mentorship
    covers = (MentorshipStep,)

    def audience(self, mentorship: Mentorship) -> frozenset[str]:
        mentee = {f"user:{mentorship.mentee_id}"} if mentorship.agreed_at else set()
        return frozenset({f"user:{mentorship.mentor_id}", OFFICE, *mentee})

    def visible_to(self, actor: Actor, mentorships: QuerySet[Mentorship]) -> QuerySet[Mentorship]:
        if actor.has(OFFICE):
            return mentorships
        people = list(map(int, actor.keys("user")))
        return mentorships.filter(Q(mentor__in=people) | Q(mentee__in=people, agreed_at__isnull=False))

    def create(self, actor: Actor, model: type[Mentorship]) -> Decision:
        return office_only(actor)

    def accept(self, actor: Actor, mentorship: Mentorship) -> Decision:
        """First the mentor, then the new member."""
        if mentorship.state not in ("asked", "agreed"):
            return denied(NOT_NOW)
        asked = mentorship.mentor_id if mentorship.state == "asked" else mentorship.mentee_id
        return allowed() if actor.has(f"user:{asked}") else denied(_("Only whoever is asked now answers."))

    def decline(self, actor: Actor, mentorship: Mentorship) -> Decision:
        return self.accept(actor, mentorship)

    def read_decline(self, actor: Actor, mentorship: Mentorship) -> Decision:
        """The sentence with which somebody said no."""
        if actor.has(OFFICE, f"user:{mentorship.declined_by_id}"):
            return allowed()
        return denied(_("Only the programme office reads this."))

    def walk(self, actor: Actor, mentorship: Mentorship) -> Decision:
        """To mark steps and to skip them."""
        return self._together(actor, mentorship)

    def reach(self, actor: Actor, mentorship: Mentorship) -> Decision:
        """To see the other's e-mail address and telephone number."""
        return self._together(actor, mentorship)

    def ask_change(self, actor: Actor, mentorship: Mentorship) -> Decision:
        """To ask the office quietly for somebody else."""
        return self._together(actor, mentorship)

    def look_back(self, actor: Actor, mentorship: Mentorship) -> Decision:
        """To answer the three questions."""
        if not self._is_one_of_them(actor, mentorship):
            return denied(_("Only the two of them do this."))
        return allowed() if mentorship.state == "closing" else denied(_("The questions are asked in the twelfth week."))

    def end(self, actor: Actor, mentorship: Mentorship) -> Decision:
        decision = office_only(actor)
        if decision and not allows(MentorshipMachine, mentorship.state, "end"):
            return denied(NOT_NOW)
        return decision

    def _is_one_of_them(self, actor: Actor, mentorship: Mentorship) -> bool:
        return actor.has(*(f"user:{person}" for person in mentorship.people))

    def _together(self, actor: Actor, mentorship: Mentorship) -> Decision:
        if not self._is_one_of_them(actor, mentorship):
            return denied(_("Only the two of them do this."))
        return allowed() if mentorship.is_together else denied(NOT_TOGETHER)


class MentorChangePolicy(Policy[MentorChange]):
    """Whoever asked, and the office. The other side never learns that somebody did."""

    model = MentorChange

    def audience(self, change: MentorChange) -> frozenset[str]:
        return frozenset({f"user:{change.asked_by_id}", OFFICE})

    def visible_to(self, actor: Actor, changes: QuerySet[MentorChange]) -> QuerySet[MentorChange]:
        return changes if actor.has(OFFICE) else changes.filter(asked_by__in=map(int, actor.keys("user")))


class ClosingAnswerPolicy(Policy[ClosingAnswer]):
    """Each their own; only the office reads both."""

    model = ClosingAnswer

    def audience(self, answer: ClosingAnswer) -> frozenset[str]:
        return frozenset({f"user:{answer.person_id}", OFFICE})

    def visible_to(self, actor: Actor, answers: QuerySet[ClosingAnswer]) -> QuerySet[ClosingAnswer]:
        return answers if actor.has(OFFICE) else answers.filter(person__in=map(int, actor.keys("user")))
