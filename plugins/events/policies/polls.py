"""Who is asked for a date, who answers, and who fixes it."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from plugins.events.models import DatePoll, PollOption, PollVote, PollVoter

OVER = _("A date has been fixed, or the question was called off.")


class DatePollPolicy(Policy[DatePoll]):
    """The group reads it, with the answers of all; those who coordinate it ask and fix the date."""

    model = DatePoll
    covers = (PollOption,)

    def audience(self, poll: DatePoll) -> frozenset[str]:
        return frozenset({poll.group.principal})

    def visible_to(self, actor: Actor, polls: QuerySet[DatePoll]) -> QuerySet[DatePoll]:
        return polls.filter(group__in=map(int, actor.keys("group")))

    def create(self, actor: Actor, model: type[DatePoll]) -> Decision:
        """To ask a group; which one, the action asks."""
        if actor.is_system or actor.keys("coordinator"):
            return allowed()
        return denied(_("Only those who coordinate a working group ask it for dates."))

    def edit(self, actor: Actor, poll: DatePoll) -> Decision:
        """To remind, to fix a date, to call it off."""
        if not poll.is_open:
            return denied(OVER)
        if actor.is_system or actor.has(poll.group.coordinator_principal):
            return allowed()
        return denied(_("Only those who coordinate the group do this."))


class PollVoterPolicy(Policy[PollVoter]):
    """The group sees who can when. Whoever comes by the link of a mail holds `poll-voter:<id>` for that one line."""

    model = PollVoter
    covers = (PollVote,)

    def audience(self, voter: PollVoter) -> frozenset[str]:
        return frozenset({voter.poll.group.principal, voter.principal})

    def visible_to(self, actor: Actor, voters: QuerySet[PollVoter]) -> QuerySet[PollVoter]:
        groups, own = map(int, actor.keys("group")), map(int, actor.keys("poll-voter"))
        return voters.filter(Q(poll__group__in=groups) | Q(pk__in=own))

    def answer(self, actor: Actor, voter: PollVoter) -> Decision:
        if not voter.poll.is_open:
            return denied(OVER)
        if actor.has(voter.principal, f"user:{voter.person_id}"):
            return allowed()
        return denied(_("Only the person who was asked answers."))
