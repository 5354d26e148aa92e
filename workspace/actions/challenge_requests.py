"""What the programme office does for a challenge that stays without an answer."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from workspace.actions.discussions import note
from workspace.facts import ChallengeFellSilent, MemberAsked
from workspace.models import Challenge, ChallengeRequest
from workspace.queries.suitable import suitable_members


@transaction.atomic
def ask_members(challenge: Challenge, people: Iterable[User], *, actor: Actor) -> list[ChallengeRequest]:
    """Each is told at once. Raises Invalid without anybody, or for somebody for whom nothing speaks."""
    challenge = Challenge.objects.select_for_update(of=("self",)).select_related("discussion").get(pk=challenge.pk)
    require(actor, "ask_members", challenge)

    chosen = {person.pk: person for person in people}
    if not chosen or chosen.keys() - {one.person.pk for one in suitable_members(challenge, actor)}:
        raise Invalid({"people": [_("Choose at least one of the members who are proposed.")]})
    asked = [
        ChallengeRequest.objects.create(challenge=challenge, person=person, asked_by=actor.user)
        for person in chosen.values()
    ]
    for request in asked:
        announce(MemberAsked(request.pk))
    note(challenge.discussion, "ask_members", actor)
    return asked


@transaction.atomic
def decline_request(request: ChallengeRequest, *, actor: Actor) -> ChallengeRequest:
    """The asked person cannot help here; nobody asks why."""
    require(actor, "decline", request)

    request.declined_at = timezone.now()
    request.save(update_fields=["declined_at"])
    return request


@transaction.atomic
def tell_of_silent_challenges() -> None:
    """Every challenge that nobody has answered for seven days: the programme office hears of it, once."""
    now = timezone.now()
    silent = Challenge.objects.filter(silence_told_at=None).silent(now)
    for challenge in silent.select_for_update(of=("self",)):
        challenge.silence_told_at = now
        challenge.save(update_fields=["silence_told_at"])
        announce(ChallengeFellSilent(challenge.pk))
