"""Applications in every state, read by members of other counties; one of them stepped back and one left."""

from __future__ import annotations

from django.utils import timezone

from cms.accounts.models import User
from plugins.membership.models import Application, Assessment, InterestRound, SeatOffer
from plugins.membership.states.applications import INSIDE
from tests.factories.joining import make_application, make_assessment, make_round

MODELS = (Application, Assessment, InterestRound, SeatOffer)


def add(people: dict[str, User | None]) -> None:
    round = make_round()
    make_round("Vergangene Runde", days=(-200, -150, -100))
    for state in INSIDE:
        application = make_application(state, round=round)
        for name, taken_at in (("frei", None), ("vergeben", timezone.now())):
            application.seat_offers.create(
                email=f"{name}-{state}@example.org", token_hash=f"{name} {state}", taken_at=taken_at
            )
        make_assessment(application, people["member"], sent=True)
        make_assessment(application, people["coordinator"], sent=state == "assessed")
        make_assessment(application, people["mentor"], conflict="Nachbarkreis", conflict_at=timezone.now())
        make_assessment(application, people["former_member"], sent=state == "complete")
