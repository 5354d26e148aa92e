"""Applications of counties: nothing of one is met by anybody but the office, whoever has a link, and who assesses it.

The office has no part in the walk, and nobody in it knows a link: an applicant who signs in finds the number of hers,
and its words among her data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.files.base import ContentFile

from plugins.api.tokens import hash_of
from plugins.membership.models import Application, ApplicationDecision, ApplicationLetter, SeatOffer
from plugins.membership.models.applications import FIELDS
from tests.contracts.leaks.numbers import ABSENT, ABSENT_ID, numbers
from tests.factories.joining import make_application

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
OWN = frozenset({"applicant"})
LINK, OFFICE = "mitglied-werden/bewerbung/", "mitglied-werden/bewerbungen/"
BEHIND = (
    *("", "brief/", "brief/entfernen/", "absenden/", "antwort/", "zurueckziehen/", "mitlesen/", "mitlesen/beenden/"),
    *("kommentar/", "sitz/", "zweiter-sitz/"),
)
AT_THE_DESK = ("", "brief/", "vollstaendig/", "nachfragen/", "entscheiden/", "senden/")

SAMPLES = {
    **{
        f"{LINK}<str:token>/{rest}": lambda garden, rest=rest: [f"/{LINK}{piece}/{rest}" for piece in _pieces()]
        for rest in BEHIND
    },
    f"{LINK}<str:token>/teil/<slug:part>/": lambda garden: [
        f"/{LINK}{piece}/teil/{part}/" for piece in _pieces() for part in (*FIELDS, ABSENT)
    ],
    f"{LINK}<str:token>/zweiter-sitz/<int:pk>/zuruecknehmen/": lambda garden: [
        f"/{LINK}{piece}/zweiter-sitz/{pk}/zuruecknehmen/" for piece in _pieces() for pk in numbers(SeatOffer)
    ],
    "mitglied-werden/sitz/<str:token>/": lambda garden: [
        f"/mitglied-werden/sitz/{piece}/" for piece in (ABSENT, *SeatOffer.objects.values_list("token_hash", flat=True))
    ],
    **{
        f"{OFFICE}<int:pk>/{rest}": lambda garden, rest=rest: [f"/{OFFICE}{pk}/{rest}" for pk in numbers(Application)]
        for rest in AT_THE_DESK
    },
}


def plant(garden: Garden) -> None:
    """One of the applicant with everything that hangs on one, in the middle of the way; one that was accepted."""
    own = _application(garden, "own application", "decided", email="applicant@example.org", readers=OWN)
    _hang_on(garden, own)
    accepted = _application(garden, "accepted application", "accepted", readers=NOBODY)
    SeatOffer.objects.create(
        application=accepted,
        name=garden.secret("name of a seat offer", NOBODY),
        email=f"{garden.secret('address of a seat offer', NOBODY)}@example.org",
        token_hash=hash_of("unbekannt"),
    )


def _application(garden: Garden, what: str, state: str, *, readers: frozenset[str], email: str = "") -> Application:
    words = {
        part: garden.secret(f"{part} of {what}", readers)
        for part in ("name", "function", "reasons", "contribution", "resources")
    }
    return make_application(
        state,
        reference=garden.secret(f"number of {what}", readers),
        email=email or f"{garden.secret(f'address of {what}', NOBODY)}@example.org",
        **words,
    )


def _hang_on(garden: Garden, application: Application) -> None:
    application.notes.create(text=garden.secret("note of the office on an application", NOBODY))
    application.questions.create(
        part="letter",
        text=garden.secret("question about an application", OWN),
        answer=garden.secret("answer of an applicant", OWN),
        answered_at=application.received_at,
    )
    application.comments.create(text=garden.secret("comment of a second reader", OWN))
    application.keys.create(
        email=f"{garden.secret('address of a second reader', NOBODY)}@example.org",
        is_reader=True,
        token_hash=hash_of("auch unbekannt"),
    )
    ApplicationDecision.objects.create(
        application=application,
        outcome="declined",
        reason=garden.secret("reason of a decision that was not sent", NOBODY),
        way_back=garden.secret("way back after a decision that was not sent", NOBODY),
    )
    letter = ApplicationLetter(
        application=application,
        name=f"{garden.secret('name of a letter', NOBODY)}.pdf",
        content_type="application/pdf",
        size=20,
    )
    content = garden.secret("content of a letter", NOBODY)
    letter.file.save("Brief.pdf", ContentFile(f"%PDF-1.7 {content}".encode()), save=False)
    letter.save()


def _pieces() -> list[str]:
    """What somebody could try in the place of a link: nothing known, a number, what is stored of one."""
    stored = Application.objects.values_list("keys__token_hash", flat=True).exclude(keys=None)
    return [ABSENT, str(ABSENT_ID), *(str(pk) for pk in Application.objects.values_list("pk", flat=True)), *stored]
