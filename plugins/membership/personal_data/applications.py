"""What applications say about a person: the applicant's own words, and what the office wrote about them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.membership.actions.application_letters import remove
from plugins.membership.actions.application_retention import empty
from plugins.membership.models import (
    Application,
    ApplicationDecision,
    ApplicationKey,
    ApplicationNote,
    ApplicationQuestion,
    SeatOffer,
)

WORDS = ("reference", "name", "function", "email", "telephone", "reasons", "contribution", "resources")


def hand_out(user: User) -> dict[str, object]:
    """Applications under the person's address, and what they did as the office."""
    own = Application.objects.filter(email__iexact=user.email).order_by("pk")
    return {
        "applications": [_as_the_applicant_knows_it(one) for one in own.select_related("county")],
        "opened_by_link": list(
            ApplicationKey.objects.filter(email__iexact=user.email)
            .order_by("pk")
            .values("application__reference", "is_reader", "created_at", "last_used_at")
        ),
        "seats_kept": list(
            SeatOffer.objects.filter(email__iexact=user.email)
            .order_by("pk")
            .values("application__county__name", "name", "offered_at", "taken_at")
        ),
        "questions_asked": list(
            ApplicationQuestion.objects.filter(asked_by=user).order_by("pk").values("part", "text", "asked_at")
        ),
        "notes": list(ApplicationNote.objects.filter(written_by=user).order_by("pk").values("text", "written_at")),
        "decisions": list(
            ApplicationDecision.objects.filter(decided_by=user).order_by("pk").values("outcome", "reason", "decided_at")
        ),
        "decisions_sent": list(
            ApplicationDecision.objects.filter(sent_by=user).order_by("pk").values("outcome", "sent_at")
        ),
    }


def _as_the_applicant_knows_it(application: Application) -> dict[str, object]:
    """In the words for outside: what the office does with it meanwhile is not hers, and a decision once it was sent."""
    decision = ApplicationDecision.objects.filter(application=application).exclude(sent_at=None)
    return {
        **{name: getattr(application, name) for name in WORDS},
        "county": str(application.county or ""),
        "state": application.outside,
        "begun_at": application.begun_at,
        "received_at": application.received_at,
        "questions": list(application.questions.values("part", "text", "asked_at", "answer", "answered_at")),
        "comments": list(application.comments.values("text", "written_at")),
        "decision": decision.values("outcome", "reason", "conditions", "way_back", "sent_at").first(),
    }


def erase(user: User) -> list[str]:
    """Applications under the person's address go as after the period, and links to others' with them.

    What somebody did for the office points to nobody any more; what they wrote stays with the application.
    """
    own = Application.objects.filter(email__iexact=user.email, emptied_at=None)
    for application in own.filter(state="begun"):
        remove(application)
        application.delete()
    for application in own.exclude(ended_at=None):
        empty(application)
    ApplicationKey.objects.filter(email__iexact=user.email, is_reader=True).delete()
    SeatOffer.objects.filter(email__iexact=user.email, taken_at=None).delete()
    SeatOffer.objects.filter(email__iexact=user.email).update(name="", email="")
    ApplicationQuestion.objects.filter(asked_by=user).update(asked_by=None)
    ApplicationNote.objects.filter(written_by=user).update(written_by=None)
    ApplicationDecision.objects.filter(decided_by=user).update(decided_by=None)
    ApplicationDecision.objects.filter(sent_by=user).update(sent_by=None)
    if not own.exists():
        return []
    return [_("The application of your county stays until it has been decided, and as long as its period lasts.")]
