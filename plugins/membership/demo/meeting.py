"""Members of the demo world look for help, offer it, and let themselves be shown to each other."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cms.models import Topic
from plugins.api.actors import actor_for
from plugins.membership.actions.help_notices import write_help_notice
from plugins.membership.actions.matching import join_matching
from plugins.membership.demo.people import demo_people
from plugins.membership.models import HelpKind, HelpNotice, MatchWish

NOTICES = (
    (
        "mentor",
        HelpKind.OFFER,
        "Honorarvertrag für Sprachmittler:innen zum Anpassen",
        "Unser Rechtsamt hat den Vertrag geprüft. Wir schicken ihn als Textdatei und erklären in einer halben Stunde "
        "am Telefon, worauf es ankommt.",
        "gesundheit",
        80,
    ),
    (
        "outsider",
        HelpKind.REQUEST,
        "Wer hat einen Online-Kurs mit Präsenztagen aufgebaut?",
        "Wir möchten im Frühjahr beginnen und suchen jemanden, der uns von Technik, Anmeldung und Prüfung erzählt. "
        "Eine Stunde per Video reicht uns.",
        "bildung",
        60,
    ),
    (
        "member",
        HelpKind.OFFER,
        "Hospitation bei unseren Fahrdiensten",
        "Zwei Personen können einen Tag lang mitfahren und mit den Ehrenamtlichen sprechen. Unterkunft vermitteln wir.",
        "mobilitaet",
        120,
    ),
)
TAKE_PART = ("member", "coordinator", "mentor")


@transaction.atomic
def load() -> None:
    """Only while nobody has written anything and nobody takes part."""
    if HelpNotice.objects.exists() or MatchWish.objects.exists():
        return
    people = demo_people()
    for name, kind, title, text, topic, days in NOTICES:
        until = timezone.localdate() + timedelta(days=days)
        topics = list(Topic.objects.filter(slug=topic))
        write_help_notice(kind=kind, title=title, text=text, until=until, topics=topics, actor=actor_for(people[name]))
    for name in TAKE_PART:
        join_matching(actor=actor_for(people[name]))
