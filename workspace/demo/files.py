"""Files of the demo world's working group: minutes in two versions, a letter, an agreement, a picture."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import docx
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from cms.accounts.models import User
from plugins.api.access import Actor
from plugins.api.actors import actor_for
from plugins.api.outbox import announce
from workspace.actions.files import replace_file, upload_file
from workspace.demo.discussions import GROUP
from workspace.facts import FilesChanged
from workspace.listeners import repair_files
from workspace.models import GroupFile, StoredFile, WorkingGroup

FOLDER = Path(__file__).parents[2] / "cms" / "demo"
MINUTES = """Protokoll der vierten Sitzung, per Video

Anwesend: Auental, Bergheide, Dornfeld

1. Wohnraumlotsin in Auental: Die Stelle ist bis Ende nächsten Jahres bezahlt. Danach trägt sie der Landkreis nur, wenn
   die Jobcenter einen Teil übernehmen.
2. Mietbegleitung in Bergheide: Vermieter:innen rufen im ersten Jahr etwa dreimal an, meist wegen Heizung und Müll.
3. Nächste Sitzung: Wir lesen den Entwurf der Empfehlung gemeinsam, Abschnitt für Abschnitt.
"""
CORRECTED = MINUTES + "4. Nachtrag: Dornfeld bringt die Einladung zum runden Tisch als Muster mit.\n"
LETTER = (
    "Anschreiben an Vermieter:innen",
    "Sie haben eine Wohnung, die leer steht, und wissen nicht, wem Sie sie geben sollen? Wir begleiten "
    "Mietverhältnisse mit Familien, die aus der Unterkunft ausziehen: vor dem Einzug, beim Einzug und in den zwölf "
    "Monaten danach.",
    "Was Sie davon haben: eine Person, die ans Telefon geht, wenn etwas unklar ist, und eine Übergabe mit Liste.",
    "Rufen Sie an oder kommen Sie zum nächsten Abend im Gasthof. Verpflichten müssen Sie sich zu nichts.",
)


@transaction.atomic
def _load(group: WorkingGroup, people: dict[str, Actor]) -> None:
    lead, writer, adviser = people["coordinator"], people["member"], people["mentor"]
    minutes = upload_file(group, _text(MINUTES), title="Protokoll der vierten Sitzung", actor=lead)
    replace_file(minutes, _text(CORRECTED), actor=lead)
    letter = SimpleUploadedFile("Anschreiben Vermieter.docx", _letter())
    upload_file(group, letter, text="Entwurf, bitte bis zur nächsten Sitzung lesen", actor=writer)
    for folder, name, title, text, actor in (
        (
            "files",
            "mustervereinbarung-wohnraum.pdf",
            "Mustervereinbarung aus Dornfeld",
            "Vorlage für Abschnitt 3",
            adviser,
        ),
        ("pictures", "schluessel-und-haus.webp", "Bild für das Deckblatt", "Ein Schlüssel vor einem Haus", writer),
    ):
        upload = SimpleUploadedFile(name, (FOLDER / folder / name).read_bytes())
        upload_file(group, upload, title=title, text=text, actor=actor)
    _date_back(group)


def load() -> None:
    """Once, while the group has no files; what stands in them is read at once, so that the search finds it."""
    group = WorkingGroup.objects.filter(title=GROUP).first()
    if group is None or GroupFile.objects.filter(group=group).exists():
        return
    names = ("coordinator", "member", "mentor")
    people = {name: actor_for(User.objects.filter(email=f"{name}@demo.example").first()) for name in names}
    if all(actor.has(group.principal) for actor in people.values()):
        _load(group, people)
        repair_files()


def _text(words: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("protokoll-sitzung-4.txt", words.encode())


def _letter() -> bytes:
    document = docx.Document()
    document.add_heading(LETTER[0])
    for paragraph in LETTER[1:]:
        document.add_paragraph(paragraph)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _date_back(group: WorkingGroup) -> None:
    """As if they had come over some days."""
    stored = list(StoredFile.objects.filter(shelved__group=group).order_by("pk"))
    for number, one in enumerate(stored):
        day = timezone.localtime() - timedelta(days=2 * (len(stored) - number))
        moment = day.replace(hour=9 + number, minute=7 * number)
        StoredFile.objects.filter(pk=one.pk).update(uploaded_at=moment)
        GroupFile.objects.filter(versions=one).update(newest_at=moment)
    announce(FilesChanged(tuple(one.pk for one in stored)))
