"""Who reads the programme, who makes it, and who has which session in their schedule."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied, may, policy_for, visible_to
from plugins.events.models import Answer, Event, Participant, Place, Session, SessionChoice
from plugins.events.policies.insiders import organised_by, organisers_of


class SessionPolicy(Policy[Session]):
    """Organisers always; once it is published whoever knows of the event, and whoever speaks in it."""

    model = Session

    def audience(self, session: Session) -> frozenset[str]:
        keys = set(organisers_of(session.event))
        if session.is_published:
            keys |= policy_for(Event).audience(session.event)
            for pk, person in session.speakers.values_list("pk", "person"):
                keys |= {f"participant:{pk}"} | ({f"user:{person}"} if person else set())
        return frozenset(keys)

    def visible_to(self, actor: Actor, sessions: QuerySet[Session]) -> QuerySet[Session]:
        speaks = Q(speakers__in=map(int, actor.keys("participant")))
        speaks |= Q(speakers__person__in=map(int, actor.keys("user")))
        known = Q(event__in=visible_to(actor, Event.objects.all()).values("pk"))
        known |= Q(pk__in=Session.objects.filter(speaks).values("pk"))
        organised = Q(event__in=organised_by(actor).values("pk"))
        return sessions.filter(organised | (known & Q(published_at__isnull=False)))

    def edit(self, actor: Actor, session: Session) -> Decision:
        if session.is_cancelled:
            return denied(_("This session is cancelled and stays as it is."))
        if session.event.is_over:
            return denied(_("This event is over, so nothing about it changes."))
        return may(actor, "edit", session.event)

    def choose(self, actor: Actor, session: Session) -> Decision:
        """To have it in one's own schedule: whoever has a place, or is invited and has not said no."""
        if not session.is_published or session.is_cancelled or session.event.is_cancelled or session.event.is_over:
            return denied(_("This session is over, cancelled or not published yet."))
        lines = Participant.objects.of(session.event).filter(
            Q(person__in=map(int, actor.keys("user"))) | Q(pk__in=map(int, actor.keys("participant")))
        )
        coming = lines.filter(Q(place=Place.TAKEN) | Q(invited_at__isnull=False)).exclude(answer=Answer.NO)
        return allowed() if coming.exists() else denied(_("Only whoever comes or is invited has a schedule."))


class SessionChoicePolicy(Policy[SessionChoice]):
    """What somebody wants to hear is for themselves to know, also by the link of a mail."""

    model = SessionChoice
    closed_to_superusers = True

    def audience(self, choice: SessionChoice) -> frozenset[str]:
        participant = choice.participant
        keys = {f"participant:{participant.pk}"}
        if participant.person_id is not None:
            keys.add(f"user:{participant.person_id}")
        return frozenset(keys)

    def visible_to(self, actor: Actor, choices: QuerySet[SessionChoice]) -> QuerySet[SessionChoice]:
        own = Q(participant__person__in=map(int, actor.keys("user")))
        return choices.filter(own | Q(participant__in=map(int, actor.keys("participant"))))
