"""A meeting of the demo world that was: minutes, slides, a photo, and a result that became a challenge."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Final

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from cms.accounts.models import User
from cms.models import Topic
from plugins.api.access import Actor
from plugins.api.actors import actor_for
from plugins.api.becoming import origin_named
from plugins.events.actions.afterwards import add_material, add_result
from plugins.events.actions.events import plan_event, publish_event
from plugins.events.models import Event, EventClass, EventForm, EventKind, EventMaterial, MaterialClass, MaterialKind
from plugins.events.queries.afterwards import RESULT
from workspace.actions.challenges import post_challenge

FOLDER: Final = Path(__file__).parents[3] / "cms" / "demo"
DAYS_AGO: Final = 20
MINUTES: Final = """Drei Landkreise haben berichtet.

- Auental: Die Wohnraumlotsin hat im ersten Jahr 23 Mietverträge vermittelt.
- Bergheide: Vermieter:innen wollen vor allem wissen, wen sie anrufen können.
- Dornfeld: Der runde Tisch trifft sich alle sechs Wochen.

Offen blieb, wer Familien mit mehr als vier Kindern unterbringt."""
RESULT_TEXT: Final = "Für Familien mit mehr als vier Kindern findet bisher kein Landkreis passende Wohnungen."
OTHER_RESULT: Final = "Die Landkreise tauschen ihre Muster für Mietbegleitung aus."
QUESTION: Final = "Wo finden Sie Wohnungen für Familien mit mehr als vier Kindern?"


@transaction.atomic
def load() -> None:
    """Once, while nothing stays of any event."""
    member = User.objects.filter(email="member@demo.example").first()
    if member is None or EventMaterial.objects.exists():
        return
    office = actor_for(User.objects.get(email="office@demo.example"))
    event = _meeting(office)
    _materials(event, office)
    add_result(event, {"text": OTHER_RESULT, "confidentiality": MaterialClass.MEMBERS}, actor=office)
    result = add_result(event, {"text": RESULT_TEXT, "confidentiality": MaterialClass.MEMBERS}, actor=office)
    origin = origin_named(f"{RESULT}-{result.pk}", actor_for(member))
    topics = Topic.objects.filter(slug="wohnen")
    post_challenge(title=QUESTION, text=RESULT_TEXT, topics=topics, origin=origin, actor=actor_for(member))


def _meeting(office: Actor) -> Event:
    day = timezone.localdate() - timedelta(days=DAYS_AGO)
    starts_at = timezone.make_aware(datetime.combine(day, time(10)))
    said = {
        "kind": EventKind.VIRTUAL,
        "title": "Virtuelles Treffen: Wohnungen finden",
        "summary": "Drei Landkreise haben erzählt, wie sie Wohnungen finden und Vermieter:innen begleiten.",
        "agenda": "10 Uhr Drei Berichte\n11 Uhr Gespräch",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "form": EventForm.VIRTUAL,
        "confidentiality": EventClass.MEMBERS,
    }
    event = plan_event(said, topics=list(Topic.objects.filter(slug="wohnen")), actor=office)
    return publish_event(event, actor=office)


def _materials(event: Event, office: Actor) -> None:
    for kind, title, more, file in (
        (MaterialKind.MINUTES, "Was besprochen wurde", {"text": MINUTES}, ""),
        (MaterialKind.SLIDES, "Mustervereinbarung aus Dornfeld", {}, "files/mustervereinbarung-wohnraum.pdf"),
        (
            MaterialKind.PHOTO,
            "Schlüsselübergabe in Auental",
            {"alt": "Ein Schlüssel liegt vor einem kleinen Haus aus Holz."},
            "pictures/schluessel-und-haus.webp",
        ),
    ):
        said = {"kind": kind, "title": title, "confidentiality": MaterialClass.MEMBERS, **more}
        upload = SimpleUploadedFile(Path(file).name, (FOLDER / file).read_bytes()) if file else None
        add_material(event, said, upload=upload, actor=office)
