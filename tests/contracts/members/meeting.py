"""Help that hangs, that was ended, that is past its day; two who take part, one of whom refused the other."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from cms.accounts.models import User
from plugins.api.actors import actor_for
from plugins.membership.actions.help_notices import end_help_notice
from plugins.membership.actions.matching import join_matching, refuse_match
from plugins.membership.models import HelpNotice, MatchRefusal, MatchWish
from tests.factories.meeting import make_help_notice

MODELS = (HelpNotice, MatchRefusal, MatchWish)


def add(people: dict[str, User | None]) -> None:
    member, mentor = people["member"], people["mentor"]
    assert member is not None and mentor is not None
    make_help_notice(member)
    past = make_help_notice(mentor, "Vorbei", kind="request")
    HelpNotice.objects.filter(pk=past.pk).update(until=timezone.localdate() - timedelta(days=1))
    end_help_notice(make_help_notice(mentor, "Erledigt"), actor=actor_for(mentor))
    for person in (member, mentor):
        join_matching(actor=actor_for(person))
    refuse_match(mentor, actor=actor_for(member))
