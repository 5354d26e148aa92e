"""What counties of the demo world did with entries: most go on, one stopped for a good reason, one is asked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from cms.accounts.models import User
from cms.models import County, Entry, Projection
from plugins.api.actors import actor_for
from plugins.membership.actions.adoptions import (
    ask_whether_in_use,
    change_adoption,
    move_adoption,
    record_adoption,
)
from plugins.membership.demo.people import demo_people
from plugins.membership.demo.seats import PLACES
from plugins.membership.models import Adoption, AdoptionStep


class Said(NamedTuple):
    """What a member said for their county, each step so many months ago."""

    slug: str
    by: str
    steps: tuple[tuple[str, int, str], ...]
    changed: str = ""
    effort: str = ""
    result: str = ""


SAID = (
    Said(
        "sprachkurse-ohne-bus",
        "mentor",
        (
            ("tried", 16, "Wir beginnen mit einem Kurs im Pfarrheim von Kaltenroda."),
            ("adopted", 7, "Der zweite Kurs läuft genauso. Die Volkshochschule trägt ihn jetzt mit."),
        ),
        changed="Nichts am Ablauf. Nur die Räume stellt bei uns die Kirchengemeinde.",
        effort="Sechs Stunden in der Woche für Absprachen, 180 Euro Fahrtkosten im Monat.",
        result="Zwei Kurse mit zusammen 23 Teilnehmer:innen, 19 haben die Prüfung abgelegt.",
    ),
    Said(
        "sprachkurse-ohne-bus",
        "outsider",
        (
            ("tried", 14, "Ein Kurs in Nieder-Weiden, zwölf Anmeldungen."),
            (
                "dropped",
                5,
                "Wir haben nach acht Monaten beendet. Unsere Dörfer liegen so weit auseinander, dass auch zum "
                "Kurs im Nachbardorf niemand ohne Auto kam. Am Ende saßen vier Personen im Raum. Wir setzen jetzt auf "
                "einen Online-Kurs mit festem Treffen einmal im Monat. Wer es versucht: vorher die Wege von Tür zu Tür "
                "zählen, nicht nur die Dörfer.",
            ),
        ),
        changed="Der Kurs sollte zwischen drei Dörfern wechseln.",
        effort="Vier Stunden in der Woche, dazu 2.400 Euro Honorar, die der Landkreis allein getragen hat.",
        result="Von zwölf Angemeldeten blieben vier.",
    ),
    Said(
        "wohnungslotsen",
        "coordinator",
        (
            ("tried", 11, "Drei Ehrenamtliche aus dem Helferkreis machen den Anfang."),
            ("adapted", 3, "Die Schulung ist bei uns an einem Samstag statt an drei Abenden."),
        ),
        changed="Ein Schulungstag statt drei Abende. Die Checkliste gibt es bei uns auch in Dari.",
        effort="Eine Viertelstelle und neun Freiwillige.",
        result="14 vermittelte Wohnungen, davon zwei an Familien mit fünf Kindern.",
    ),
    Said("wohnungslotsen", "mentor", (("tried", 1, "Wir schulen gerade die ersten acht Personen."),)),
    Said(
        "frauenkurs-mit-kinderbetreuung",
        "member",
        (
            ("tried", 19, "Ein Kurs mit Betreuung im Mehrgenerationenhaus Linnau."),
            ("adapted", 13, "Die Betreuung übernehmen zwei Tagespflegepersonen, der Kurs beginnt um 9 Uhr."),
        ),
        changed="Tagespflege statt Kita-Gruppe, Beginn um 9 statt um 8 Uhr.",
        effort="Drei Stunden in der Woche.",
        result="Elf von vierzehn Frauen sind bis zur Prüfung geblieben.",
    ),
    Said(
        "frauenkurs-mit-kinderbetreuung",
        "mentor",
        (("adopted", 8, "Läuft wie beschrieben, inzwischen mit zwei Gruppen."),),
    ),
    Said(
        "kosten-der-sprachmittlung",
        "coordinator",
        (("adopted", 2, "Der Kreistag hat die Sätze der Empfehlung beschlossen."),),
    ),
)


@transaction.atomic
def load() -> None:
    """Only while the register is empty."""
    if Adoption.objects.exists():
        return
    people = demo_people()
    for said in SAID:
        layer = Projection.objects.filter(slug=said.slug, superseded=False).first()
        if layer is not None and said.by in people:
            _say(said, Entry.objects.get(pk=layer.entry_id), people[said.by])
    ask_whether_in_use()


def _say(said: Said, entry: Entry, person: User) -> None:
    actor, county = actor_for(person), County.objects.get(key=PLACES[said.by].county)
    (state, ago, text), *later = said.steps
    adoption = record_adoption(entry, county, state=state, month=_month(ago), text=text, contact=person, actor=actor)
    words = {"changed": said.changed, "effort": said.effort, "result": said.result}
    change_adoption(adoption, **words, contact=person, actor=actor)
    for state, ago, text in later:
        adoption = move_adoption(adoption, state=state, month=_month(ago), text=text, actor=actor)
    _date_back(adoption, [ago for _state, ago, _text in said.steps])


def _month(ago: int) -> date:
    today = timezone.localdate()
    years, month = divmod(today.year * 12 + today.month - 1 - ago, 12)
    return date(years, month + 1, 1)


def _date_back(adoption: Adoption, months_ago: list[int]) -> None:
    """As if each step had been said in the middle of its month."""
    moments = [timezone.now() - timedelta(days=30 * ago + 1, hours=2) for ago in months_ago]
    for pk, moment in zip(
        AdoptionStep.objects.filter(adoption=adoption).values_list("pk", flat=True), moments, strict=True
    ):
        AdoptionStep.objects.filter(pk=pk).update(recorded_at=moment)
    asked = moments[-1].date() + timedelta(days=365)
    Adoption.objects.filter(pk=adoption.pk).update(recorded_at=moments[0], changed_at=moments[-1], ask_on=asked)
