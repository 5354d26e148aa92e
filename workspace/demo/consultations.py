"""Consultations of the demo world: one that is open, and one that has ended with an answer still to give."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from cms.accounts.models import User
from plugins.api.access import Actor
from plugins.api.actors import actor_for
from workspace.actions.consultations import (
    Said,
    answer_contribution,
    contribute,
    end_due_consultations,
    open_consultation,
)
from workspace.actions.drafts import start_draft
from workspace.demo.discussions import GROUP
from workspace.drafting.formats.markdown import document_of_markdown
from workspace.drafting.passages import Passage
from workspace.models import Consultation, ContributionOutcome, WorkingGroup

OPEN = "Empfehlung: Probewohnen, bevor der Mietvertrag beginnt"
OPEN_TEXT = """\
# Worum es geht

Viele Eigentümer:innen würden an Geflüchtete vermieten, wenn sie die Menschen vorher kennenlernen könnten. Vier Wochen \
Probewohnen nehmen beiden Seiten die Sorge, sich auf Jahre festzulegen.

# Was wir empfehlen

1. Der Landkreis mietet die Wohnung für **vier Wochen** selbst und trägt das Risiko.
2. Eine feste Ansprechperson besucht die Familie in der ersten und in der dritten Woche.
3. Danach entscheiden beide Seiten frei, ob ein Mietvertrag folgt.

# Was es kostet

Im Durchschnitt 640 Euro für jede Wohnung. Von zehn Probewohnungen wurden bisher sieben zu Mietverhältnissen.
"""
INTRODUCTION = (
    "Die AG Wohnen möchte diesen Text als Empfehlung veröffentlichen. Wir kennen das Probewohnen bisher aus zwei "
    "Landkreisen und wissen nicht, ob es bei Ihnen rechtlich möglich ist."
)
QUESTIONS = (
    "Dürfte Ihr Landkreis eine Wohnung für vier Wochen selbst mieten?",
    "Was fehlt Ihnen, um es auszuprobieren?",
)
ENDED = "Handreichung: Nebenkosten einfach erklärt"
ENDED_TEXT = """\
# Wozu dieses Blatt

Wer zum ersten Mal in Deutschland mietet, kennt keine Abrechnung der Nebenkosten. Dieses Blatt erklärt sie auf einer \
Seite, mit einem Beispiel.

# Das Beispiel

Familie A. zahlt jeden Monat 180 Euro Vorauszahlung. Am Ende des Jahres hat sie für Heizung, Wasser und Müll 2.310 \
Euro verbraucht. Sie zahlt 150 Euro nach.

# Was hilft

Jeden Monat den Zähler ablesen und aufschreiben. Wer viel nachzahlen müsste, merkt es im Herbst und nicht erst im \
Frühjahr.
"""
ENDED_QUESTION = "Versteht man das Beispiel ohne Erklärung?"
CONTRIBUTIONS = (
    ("member", "question", "Ja. Wir haben es zwei Familien gezeigt; beide haben sofort nach dem Zähler gefragt."),
    ("mentor", "Jeden Monat den Zähler ablesen", "Wo der Zähler hängt, weiß oft nicht einmal der Vermieter. Ein Bild?"),
    (
        "outsider",
        "whole",
        "Bitte auch in Leichter Sprache. Unsere Gemeinden geben sonst wieder etwas Eigenes aus.",
    ),
)
ANSWERS = (
    (ContributionOutcome.TAKEN_UP, "Das Beispiel bleibt, wie es ist. Danke fürs Ausprobieren."),
    (ContributionOutcome.PARTLY, "Ein Bild passt nicht auf die Seite. Wir schreiben dazu, wen man fragen kann."),
)


@transaction.atomic
def load() -> None:
    """Only while nobody has ever been asked."""
    group = WorkingGroup.objects.filter(title=GROUP).first()
    if group is None or Consultation.objects.exists():
        return
    names = ("coordinator", "member", "mentor", "outsider")
    people = {name: User.objects.filter(email=f"{name}@demo.example").first() for name in names}
    actors = {name: actor_for(person) for name, person in people.items()}
    if not actors["coordinator"].has(group.principal) or not all(actor.has("members") for actor in actors.values()):
        return
    _ended(group, actors)
    _open(group, actors)


def _asked(
    group: WorkingGroup, title: str, text: str, questions: tuple[str, ...], introduction: str, lead: Actor
) -> Consultation:
    draft = start_draft(group, title=title, document=document_of_markdown(text)[0], actor=lead)
    return open_consultation(draft, days=21, questions=questions, introduction=introduction, actor=lead)


def _open(group: WorkingGroup, actors: dict[str, Actor]) -> None:
    """The member has not reacted yet."""
    consultation = _asked(group, OPEN, OPEN_TEXT, QUESTIONS, INTRODUCTION, actors["coordinator"])
    first, second = consultation.questions.all()
    for name, said in (
        ("mentor", Said("Nein, sagt unsere Kämmerei. Mit einer Bürgschaft der Caritas ginge es.", question=first)),
        ("outsider", Said("Ja, das machen wir bei Notunterkünften ebenso.", question=first, is_of_county=True)),
        ("outsider", Said("Ein Muster für die Vereinbarung mit den Eigentümer:innen.", question=second)),
        ("mentor", Said("Vier sind zu kurz, wenn ein Kind die Schule wechselt.", passage=Passage("vier Wochen"))),
    ):
        contribute(consultation, said, actor=actors[name])
    _date_back(consultation, opened=9)


def _ended(group: WorkingGroup, actors: dict[str, Actor]) -> None:
    """Two of three contributions are answered."""
    consultation = _asked(group, ENDED, ENDED_TEXT, (ENDED_QUESTION,), "", actors["coordinator"])
    said = [
        contribute(consultation, _said(consultation, about, text), actor=actors[name])
        for name, about, text in CONTRIBUTIONS
    ]
    _date_back(consultation, opened=26)
    end_due_consultations()
    Consultation.objects.filter(pk=consultation.pk).update(ended_at=F("ends_at"))
    for number, (contribution, (outcome, answer)) in enumerate(zip(said, ANSWERS, strict=False)):
        answered = answer_contribution(contribution, outcome, answer, actor=actors["coordinator"])
        answered.answered_at = timezone.now() - timedelta(days=2 - number)
        answered.save(update_fields=["answered_at"])


def _said(consultation: Consultation, about: str, text: str) -> Said:
    if about == "question":
        return Said(text, question=consultation.questions.get())
    return Said(text) if about == "whole" else Said(text, passage=Passage(about))


def _date_back(consultation: Consultation, *, opened: int) -> None:
    """As if it had been asked days ago, and said one day after the other."""
    moment = timezone.now() - timedelta(days=opened)
    ends = consultation.ends_at - timedelta(days=opened)
    Consultation.objects.filter(pk=consultation.pk).update(opened_at=moment, ends_at=ends)
    for number, contribution in enumerate(consultation.contributions.all(), 1):
        said_at = moment + timedelta(days=number, minutes=37 * number)
        consultation.contributions.filter(pk=contribution.pk).update(created_at=said_at)
