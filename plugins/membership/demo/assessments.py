"""An open round of the demo world, and an application that two members assess."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.membership.actions.assessments import ask_assessors, send_assessment
from plugins.membership.demo.applications import add_letter
from plugins.membership.demo.people import demo_people
from plugins.membership.models import Application, Criterion, InterestRound

ROUND = "Runde für neue Landkreise"
REFERENCE = "D-2"
CRITERIA = (
    (
        "Der Landkreis ist ländlich geprägt",
        "Es zählen Wege, nicht Zahlen: Was ist vor Ort erreichbar?",
    ),
    ("Jemand hat Zeit dafür", "Genannt sind eine Person, ihre Stunden und wer zugestimmt hat."),
    ("Die anderen lernen etwas von ihm", "Erfahrungen, Fragen oder Texte, die auch anderswo gebraucht werden."),
)
MARKS = (
    (3, "Zwei Drittel der Gemeinden haben keinen Bahnhof."),
    (2, "Vier Stunden in der Woche sind knapp, aber zugesagt."),
    (2, "Der Fahrdienst mit den Tafeln ist neu für uns."),
)
SUMMARY = (
    "Ein Landkreis, der weiß, was er will. Die Fragen zur Erreichbarkeit kennen wir alle, der Fahrdienst mit den "
    "Tafeln wäre ein guter erster Beitrag. Ich würde zu Beginn nach einer zweiten Person fragen."
)


@transaction.atomic
def load() -> None:
    """Once: what people changed since stays as it is."""
    people = demo_people()
    if not {"office", "mentor", "coordinator"} <= people.keys():
        return
    round = InterestRound.objects.filter(title=ROUND).first() or _round()
    if Application.objects.filter(reference=REFERENCE).exists():
        return
    application = _application(round)
    asked = [people["mentor"], people["coordinator"]]
    due = timezone.localdate() + timedelta(days=12)
    _of_mentor, own = ask_assessors(application, asked, due_on=due, actor=actor_for(people["office"]))
    marks = dict(zip(Criterion.objects.filter(round=round).values_list("pk", flat=True), MARKS, strict=True))
    send_assessment(own, summary=SUMMARY, marks=marks, actor=actor_for(people["coordinator"]))


def _round() -> InterestRound:
    today = timezone.localdate()
    round = InterestRound.objects.create(
        title=ROUND,
        opens_on=today - timedelta(days=21),
        closes_on=today + timedelta(days=21),
        decides_by=today + timedelta(days=63),
        places=6,
    )
    for position, (title, explanation) in enumerate(CRITERIA, 1):
        Criterion.objects.create(round=round, title=title, explanation=explanation, position=position)
    return round


def _application(round: InterestRound) -> Application:
    application = Application.objects.create(
        reference=REFERENCE,
        state="complete",
        round=round,
        name="Sabine Reuter",
        function="Integrationsbeauftragte des Landkreises Moosrain",
        email="integration@landkreis-moosrain.example",
        telephone="09999 38-210",
        reasons=(
            "Bei uns leben rund 2.400 Geflüchtete in 31 Gemeinden. Sprachkurse gibt es in zwei Städten, der letzte "
            "Bus fährt um halb sieben. Wir wollen wissen, wie andere Landkreise Sprache und Mobilität zusammen denken."
        ),
        contribution=(
            "Seit zwei Jahren fahren Ehrenamtliche der Tafeln auf dem Rückweg Menschen zum Sprachkurs. Wie wir das "
            "versichert und mit dem Nahverkehr abgestimmt haben, schreiben wir gern auf."
        ),
        resources="Vier Stunden in der Woche. Der Landrat hat im Oktober zugestimmt.",
        received_at=timezone.now() - timedelta(days=6),
    )
    add_letter(application)
    return application
