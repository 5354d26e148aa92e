"""Applications that members assess: their texts and what each says meet those who were asked, and nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.utils import timezone

from cms.accounts.models import User
from plugins.membership.models import (
    Application,
    ApplicationLetter,
    Assessment,
    AssessmentMark,
    Criterion,
    OfficeDecision,
)
from tests.contracts.leaks.numbers import numbers
from tests.factories import UserFactory, give_seat
from tests.factories.joining import make_application, make_assessment, make_round

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
MEMBER = frozenset({"member"})
"""The member alone: pages are read signed in, and no program reads them."""

OF_OFFICE = "mitglied-werden/bewerbungen/<int:pk>/einschaetzungen/"

SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    "einschaetzungen/<int:pk>/": lambda garden: [f"/einschaetzungen/{pk}/" for pk in numbers(Assessment)],
    "einschaetzungen/<int:pk>/interessenkonflikt/": lambda garden: [
        f"/einschaetzungen/{pk}/interessenkonflikt/" for pk in numbers(Assessment)
    ],
    OF_OFFICE: lambda garden: [f"/mitglied-werden/bewerbungen/{pk}/einschaetzungen/" for pk in numbers(Application)],
    f"{OF_OFFICE}abschliessen/": lambda garden: [
        f"/mitglied-werden/bewerbungen/{pk}/einschaetzungen/abschliessen/" for pk in numbers(Application)
    ],
    "entscheidungen/<int:pk>/gilt-nicht-mehr/": lambda garden: [
        f"/entscheidungen/{pk}/gilt-nicht-mehr/" for pk in numbers(OfficeDecision)
    ],
}


def plant(garden: Garden) -> None:
    """One that the member has still to send, one that she sent, one that she stepped back from, and one of others."""
    member = garden.people["member"]
    others = [give_seat(UserFactory(email=f"schaetzt{key}@example.org"), key).person for key in ("99002", "99003")]
    waiting = _application(garden, "that waits for the member", MEMBER)
    _assessment(garden, waiting, member, "own draft", MEMBER, sent=False)
    _assessment(garden, waiting, others[0], "of somebody else before she sent hers", NOBODY, sent=True)
    sent = _application(garden, "that the member has assessed", MEMBER)
    _assessment(garden, sent, member, "own", MEMBER, sent=True)
    _assessment(garden, sent, others[0], "of somebody else after she sent hers", MEMBER, sent=True)
    _assessment(garden, sent, others[1], "draft of somebody else", NOBODY, sent=False)
    closed = _application(garden, "that the member stepped back from", NOBODY)
    own = make_assessment(closed, member, conflict_at=timezone.now(), sent=True, summary="")
    Assessment.objects.filter(pk=own.pk).update(conflict=garden.secret("own conflict", MEMBER, shown=False))
    _assessment(garden, closed, others[0], "of what she stepped back from", NOBODY, sent=True)
    _assessment(garden, _application(garden, "of others", NOBODY), others[1], "of others alone", NOBODY, sent=True)
    for withdrawn_at in (None, timezone.now()):
        which = "of old" if withdrawn_at else "of today"
        OfficeDecision.objects.create(
            kind="rule",
            text=f"Regel {garden.secret(f'decision {which}', MEMBER)}",
            reason=f"Grund {garden.secret(f'reason of a decision {which}', MEMBER)}",
            withdrawn_at=withdrawn_at,
        )


def _application(garden: Garden, which: str, readers: frozenset[str]) -> Application:
    def planted(part: str, seen_by: frozenset[str] = readers) -> str:
        return garden.secret(f"{part} of the application {which}", seen_by)

    application = make_application(
        "complete",
        round=make_round(),
        reference=planted("number"),
        name=planted("applicant", NOBODY),
        function=planted("function"),
        email=f"{planted('address', NOBODY)}@example.org",
        telephone=planted("phone", NOBODY),
        **{part: f"Wir {planted(part)}." for part in ("reasons", "contribution", "resources")},
    )
    letter = ApplicationLetter(
        application=application, name=f"{planted('name of the letter')}.pdf", content_type="application/pdf", size=20
    )
    content = f"%PDF-1.7 {planted('content of the letter')}".encode()
    letter.file.save("Brief.pdf", ContentFile(content))
    return application


def _assessment(
    garden: Garden, application: Application, person: User, which: str, readers: frozenset[str], *, sent: bool
) -> None:
    summary = garden.secret(f"words of an assessment {which}", readers)
    assessment = make_assessment(application, person, sent=sent, summary=f"Passt {summary}.")
    for criterion in Criterion.objects.filter(round=application.round_id)[:1]:
        note = garden.secret(f"note of an assessment {which}", readers)
        AssessmentMark.objects.create(assessment=assessment, criterion=criterion, points=2, note=note)
