"""Who reads what participants need: the person, and at most two others, whoever organises the event."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied, may
from plugins.events.models import Needs, NeedsReader, Participant
from plugins.events.policies.insiders import organised_by, organisers_of


class NeedsPolicy(Policy[Needs]):
    """Health data: not for organisers, the office or superusers, unless they are named."""

    model = Needs
    closed_to_superusers = True

    def audience(self, needs: Needs) -> frozenset[str]:
        participant = needs.participant
        keys = {f"participant:{participant.pk}"}
        if participant.person_id:
            keys.add(f"user:{participant.person_id}")
        readers = NeedsReader.objects.filter(event=participant.event_id)
        return frozenset(keys | {f"user:{pk}" for pk in readers.values_list("person", flat=True)})

    def visible_to(self, actor: Actor, needs: QuerySet[Needs]) -> QuerySet[Needs]:
        users = [int(key) for key in actor.keys("user")]
        known = Q(participant__person__in=users) | Q(participant__in=map(int, actor.keys("participant")))
        known |= Q(participant__event__in=NeedsReader.objects.filter(person__in=users).values("event"))
        return needs.filter(known)


class NeedsReaderPolicy(Policy[NeedsReader]):
    """Whoever comes to the event sees who reads what they need; organisers name them."""

    model = NeedsReader

    def audience(self, reader: NeedsReader) -> frozenset[str]:
        keys = {*organisers_of(reader.event), f"user:{reader.person_id}"}
        for pk, person in Participant.objects.of(reader.event).values_list("pk", "person"):
            keys.add(f"participant:{pk}")
            if person:
                keys.add(f"user:{person}")
        return frozenset(keys)

    def visible_to(self, actor: Actor, readers: QuerySet[NeedsReader]) -> QuerySet[NeedsReader]:
        users = [int(key) for key in actor.keys("user")]
        own = Participant.objects.filter(Q(person__in=users) | Q(pk__in=map(int, actor.keys("participant"))))
        known = Q(person__in=users) | Q(event__in=own.values("event"))
        return readers.filter(known | Q(event__in=organised_by(actor).values("pk")))

    def edit(self, actor: Actor, reader: NeedsReader) -> Decision:
        return may(actor, "organise", reader.event)

    def read(self, actor: Actor, reader: NeedsReader) -> Decision:
        """To open the list of needs."""
        if actor.has(f"user:{reader.person_id}"):
            return allowed()
        return denied(_("Only whoever the organisers named reads what participants need."))
