"""Applications of the demo world: one with an open question, one that was only begun, one declined before."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone
from pypdf import PdfWriter

from cms.models import County
from plugins.api.access import ANONYMOUS, Actor
from plugins.api.actors import actor_for
from plugins.membership.actions.application_letters import upload_letter
from plugins.membership.actions.application_office import (
    ask_back,
    decide,
    find_complete,
    note_application,
    send_decision,
)
from plugins.membership.actions.applications import begin_application, hand_in, new_application, save_part
from plugins.membership.demo.people import demo_people
from plugins.membership.models import (
    Application,
    ApplicationDecision,
    ApplicationKey,
    ApplicationLetter,
    DecisionKind,
    OfficeDecision,
    ReaderComment,
)
from plugins.membership.models.applications import FIELDS

APPLICANT = "applicant@demo.example"
SEEWINKEL: dict[str, Any] = {
    "county": "99005",
    "name": "Linh Petersen",
    "function": "Integrationsbeauftragte",
    "telephone": "03991 552 118",
    "reasons": (
        "Unser Landkreis hat drei Gemeinschaftsunterkünfte, die weiteste liegt 41 Kilometer von der Kreisstadt. Seit "
        "zwei Jahren suchen wir nach einem Weg, Sprachkurse dorthin zu bringen, wo die Menschen wohnen. Allein sind "
        "wir zu klein dafür.\n\nWir wollen sehen, wie andere das lösen, und mit ihnen an Empfehlungen schreiben."
    ),
    "contribution": (
        "Seit 2023 fahren bei uns elf Ehrenamtliche mit zwei Kleinbussen des Kreissportbundes. Wie wir Versicherung, "
        "Schichtplan und Spritkosten geregelt haben, geben wir gern weiter, mit allen Vordrucken."
    ),
    "resources": (
        "Vier Stunden in der Woche für mich, zwei für meine Vertretung. Die Leiterin des Sozialamts hat zugestimmt."
    ),
}
EARLIER: dict[str, Any] = {
    **SEEWINKEL,
    "reasons": "Wir wollen von anderen Landkreisen lernen, wie man Sprachkurse in die Dörfer bringt.",
    "contribution": "Das wissen wir noch nicht genau.",
    "resources": "Die Stelle ist zum Sommer ausgeschrieben.",
}


@transaction.atomic
def load() -> None:
    """The applicant's own: declined once, in the office's hands now, and one begun. Twice changes nothing."""
    if Application.objects.exists():
        return
    office = actor_for(demo_people()["office"])
    _declined(office)
    _asked(office)
    _begun()
    ApplicationKey.objects.all().delete()  # nobody waits for the mails of so long ago


def _declined(office: Actor) -> None:
    application = find_complete(_handed_in(EARLIER, days_ago=130), actor=office)
    note_application(application, "Telefonisch geklärt: Die Stelle wird erst zum 1. August besetzt.", actor=office)
    decide(
        application,
        outcome="declined",
        reason=(
            "Im Landkreis ist die Stelle für Integration zurzeit nicht besetzt. Ohne jemanden, der Zeit dafür hat, "
            "haben weder Sie noch die anderen etwas von der Mitgliedschaft."
        ),
        way_back="Sobald die Stelle besetzt ist, können Sie sich wieder bewerben. Ihre Texte können Sie übernehmen.",
        actor=office,
    )
    send_decision(application, actor=office)
    ended = timezone.now() - timedelta(days=100)
    Application.objects.filter(pk=application.pk).update(ended_at=ended)
    ApplicationDecision.objects.filter(application=application).update(decided_at=ended, sent_at=ended)
    application.notes.update(written_at=ended - timedelta(days=9))
    OfficeDecision.objects.filter(kind=DecisionKind.REFUSAL).update(decided_on=timezone.localdate(ended))


def _asked(office: Actor) -> None:
    """In which the office found the letter missing its signature."""
    application = _handed_in(SEEWINKEL, days_ago=6)
    ask_back(
        application,
        "letter",
        "Das Schreiben ist noch nicht unterschrieben. Können Sie uns eine unterschriebene Fassung schicken?",
        actor=office,
    )


def _begun() -> None:
    """Half filled, with a comment of the second reader."""
    application = new_application(APPLICANT)
    application.county = County.objects.get(key=SEEWINKEL["county"])
    application.name, application.function = SEEWINKEL["name"], SEEWINKEL["function"]
    application.save()
    text = "Bitte schreiben Sie noch, dass der Kreistag das Thema im Mai auf der Tagesordnung hat."
    ReaderComment.objects.create(application=application, text=text)


def _handed_in(words: dict[str, Any], *, days_ago: int) -> Application:
    begin_application(APPLICANT, actor=ANONYMOUS)
    application = Application.objects.get(email=APPLICANT, state="begun")
    applicant = Actor(user=None, principals=frozenset({"public", application.principal}))
    values = {**words, "county": County.objects.get(key=words["county"])}
    for part in FIELDS:
        application = save_part(application, part, values, actor=applicant)
    upload_letter(application, _letter(), actor=applicant)
    application = hand_in(application, actor=applicant)
    received = timezone.now() - timedelta(days=days_ago)
    Application.objects.filter(pk=application.pk).update(received_at=received)
    application.refresh_from_db()
    return application


def add_letter(application: Application) -> None:
    """As if the county had uploaded it; of an application that lies with the office already."""
    upload = _letter()
    letter = ApplicationLetter(
        application=application, name=str(upload.name), content_type=str(upload.content_type), size=upload.size or 0
    )
    letter.file.save(letter.name, upload)


def _letter() -> SimpleUploadedFile:
    """An empty sheet, which is enough to be saved."""
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(out)
    return SimpleUploadedFile("Schreiben des Landkreises.pdf", out.getvalue(), content_type="application/pdf")
