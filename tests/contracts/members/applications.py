"""Applications in every state, read by members of other counties; one of them stepped back and one left."""

from __future__ import annotations

from django.utils import timezone

from cms.accounts.models import User
from plugins.membership.models import Application, Assessment, InterestRound
from plugins.membership.states.applications import INSIDE
from tests.factories.joining import make_application, make_assessment, make_round

MODELS = (Application, Assessment, InterestRound)


def add(people: dict[str, User | None]) -> None:
    round = make_round()
    make_round("Vergangene Runde", days=(-200, -150, -100))
    for state in INSIDE:
        application = make_application(state, round=round)
        make_assessment(application, people["member"], sent=True)
        make_assessment(application, people["coordinator"], sent=state == "assessed")
        make_assessment(application, people["mentor"], conflict="Nachbarkreis", conflict_at=timezone.now())
        make_assessment(application, people["former_member"], sent=state == "complete")
