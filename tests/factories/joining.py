"""Rounds, applications and assessments as they lie in the database."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from cms.accounts.models import User
from plugins.api.access import PUBLIC, Actor
from plugins.api.tokens import hash_of, new_token
from plugins.membership.models import Application, ApplicationKey, Assessment, Criterion, InterestRound
from tests.factories.places import make_county

CRITERIA = ("Der Landkreis ist ländlich", "Jemand hat Zeit dafür", "Er bringt etwas ein")


def make_round(title: str = "Runde im Frühjahr", *, days: tuple[int, int, int] = (-10, 20, 50)) -> InterestRound:
    """Opens, closes and is decided so many days from today, with three criteria."""
    today = timezone.localdate()
    opens, closes, decides = (today + timedelta(days=day) for day in days)
    round = InterestRound.objects.create(title=title, opens_on=opens, closes_on=closes, decides_by=decides)
    for position, criterion in enumerate(CRITERIA, 1):
        Criterion.objects.create(round=round, title=criterion, position=position)
    return round


def make_application(state: str = "received", *, county: str = "99005", **fields: Any) -> Application:
    """A whole application of Seewinkel in this state; one that was never handed in has no date of receipt."""
    number = Application.objects.count() + 1
    now = timezone.now()
    usual = {
        "reference": f"T-{number:04}",
        "county": make_county(county),
        "name": "Anna Beispiel",
        "function": "Integrationsbeauftragte",
        "email": f"landkreis{number}@example.org",
        "reasons": "Wir wollen von anderen lernen.",
        "contribution": "Erfahrung mit Fahrdiensten.",
        "resources": "Vier Stunden in der Woche, mit Zustimmung der Landrätin.",
        "received_at": None if state == "begun" else now,
        "ended_at": now if state in ("accepted", "declined", "withdrawn") else None,
    }
    return Application.objects.create(state=state, **{**usual, **fields})


def make_assessment(application: Application, assessor: User, *, sent: bool = False, **fields: Any) -> Assessment:
    """Asked of this member, and sent where `sent` says so."""
    today = timezone.localdate()
    return Assessment.objects.create(
        application=application,
        assessor=assessor,
        due_on=today + timedelta(days=14),
        sent_at=timezone.now() if sent else None,
        **{"summary": "Passt gut." if sent else "", **fields},
    )


def applicant_of(application: Application) -> Actor:
    """Whoever comes by the applicant's link, as the pages make her."""
    return Actor(user=None, principals=frozenset({PUBLIC, application.principal}))


def reader_of(application: Application) -> Actor:
    """The second reader."""
    return Actor(user=None, principals=frozenset({PUBLIC, application.reader_principal}))


def make_link(application: Application, *, is_reader: bool = False) -> str:
    """The address of an application, as somebody got it by mail."""
    token = new_token()
    email = "zweite.person@example.org" if is_reader else application.email
    ApplicationKey.objects.create(application=application, email=email, is_reader=is_reader, token_hash=hash_of(token))
    return f"/mitglied-werden/bewerbung/{token}/"


def make_letter(name: str = "Schreiben.pdf", content: bytes = b"%PDF-1.7 Zustimmung") -> SimpleUploadedFile:
    """What a county uploads."""
    return SimpleUploadedFile(name, content, content_type="application/pdf")
