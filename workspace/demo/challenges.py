"""Challenges of the demo world: one open and urgent, one answered, one that nobody has answered for nine days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cms.accounts.models import User
from cms.models import Quotability, Topic
from plugins.api.actors import actor_for
from plugins.api.outbox import announce
from workspace.actions.challenges import post_challenge
from workspace.actions.discussions import mark_answer
from workspace.actions.posts import write_post
from workspace.facts import DiscussionChanged
from workspace.models import Challenge, Discussion, Post


@dataclass(frozen=True)
class Asked:
    """What somebody asked, and what others said to it."""

    by: str
    title: str
    text: str
    topic: str
    days_ago: int
    answers: tuple[tuple[str, str], ...] = ()
    helped: int | None = None
    """Which answer, counted from 0."""
    urgent: bool = False
    quotable: str = Quotability.NO


CHALLENGES = (
    Asked(
        by="outsider",
        title="Wie finden Helfer:innen nach zwei Jahren Pause wieder zurück?",
        text=(
            "Vor drei Jahren hatten wir 140 Ehrenamtliche in der Liste, heute kommen zu unseren Treffen noch elf. "
            "Viele "
            "sagen, sie würden wieder etwas tun, wenn es klein und begrenzt ist.\n\nWomit haben Sie Menschen "
            "zurückgewonnen, die schon einmal dabei waren?"
        ),
        topic="ehrenamt",
        days_ago=9,
    ),
    Asked(
        by="mentor",
        title="Wer betreut die Kinder, während die Eltern im Sprachkurs sind?",
        text=(
            "In zwei unserer Kurse fehlen jede Woche dieselben sechs Mütter, weil es vormittags keinen Kita-Platz "
            "gibt. "
            "Der Träger darf nach seiner Satzung keine Kinder betreuen.\n\nWie haben Sie das gelöst, möglichst ohne "
            "einen "
            "neuen Träger zu gründen?"
        ),
        topic="sprache",
        days_ago=5,
        answers=(
            (
                "member",
                "Bei uns hat die Volkshochschule einen Nebenraum, und zwei Tagespflegepersonen kommen abwechselnd "
                "dorthin. "
                "Das Jugendamt bezahlt sie wie jede Tagespflege. Der Kurs beginnt dafür erst um 9 Uhr.",
            ),
            (
                "coordinator",
                "Fragen Sie auch beim Familienzentrum. Unseres hatte vormittags Räume frei und war froh über die "
                "Anfrage.",
            ),
            (
                "mentor",
                "Der Weg über die Tagespflege geht bei uns auch, das Jugendamt hat zugesagt. Danke, darauf wären wir "
                "nicht "
                "gekommen.",
            ),
        ),
        helped=0,
        quotable=Quotability.WITHOUT_COUNTY,
    ),
    Asked(
        by="member",
        title="Vermieter springt ab: Wie halten wir die Zusage für sechs Wohnungen?",
        text=(
            "Ein Eigentümer hatte uns sechs Wohnungen ab Januar zugesagt. Jetzt zögert er, weil er mit den Nebenkosten "
            "schlechte Erfahrungen gemacht hat. Eine Bürgschaft des Landkreises lehnt unsere Kämmerei ab.\n\nHat "
            "jemand in "
            "so einer Lage etwas anbieten können, das die Zusage gerettet hat? Wir müssen bis Ende der Woche antworten."
        ),
        topic="wohnen",
        days_ago=1,
        urgent=True,
    ),
)


@transaction.atomic
def load() -> None:
    """Only while nobody has ever put one."""
    if Challenge.objects.exists():
        return
    for asked in CHALLENGES:
        _put(asked)


def _put(asked: Asked) -> None:
    people = {name: User.objects.get(email=f"{name}@demo.example") for name in (asked.by, *dict(asked.answers))}
    challenge = post_challenge(
        title=asked.title,
        text=asked.text,
        topics=Topic.objects.filter(slug=asked.topic),
        urgent=asked.urgent,
        quotable=asked.quotable,
        actor=actor_for(people[asked.by]),
    )
    said = [write_post(challenge.discussion, text, actor=actor_for(people[name])) for name, text in asked.answers]
    if asked.helped is not None:
        mark_answer(said[asked.helped], actor=actor_for(people[asked.by]))
    _date_back(challenge.discussion_id, asked.days_ago)


def _date_back(discussion_id: int, days: int) -> None:
    """As if it had been asked days ago, and answered one day after the other."""
    began = timezone.now() - timedelta(days=days, hours=3, minutes=42)
    last = began
    for number, pk in enumerate(Post.objects.filter(discussion=discussion_id).values_list("pk", flat=True)):
        last = began + timedelta(days=number, minutes=37 * number)
        Post.objects.filter(pk=pk).update(created_at=last)
    Discussion.objects.filter(pk=discussion_id).update(created_at=began, last_post_at=last)
    announce(DiscussionChanged(discussion_id))
