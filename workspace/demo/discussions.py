"""Discussions of the demo world: one in a working group, one of all members with an answer, one between two persons."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cms.accounts.models import User
from cms.models import Quotability, Topic
from plugins.api.actors import actor_for
from plugins.api.outbox import announce
from workspace.actions.discussions import mark_answer, start_discussion
from workspace.actions.posts import write_post
from workspace.facts import DiscussionChanged
from workspace.models import Discussion, DiscussionReach, Post, WorkingGroup

GROUP = "AG Wohnen"
IN_GROUP = "Wie kommen wir an Vermieter:innen, die noch nie an Geflüchtete vermietet haben?"
TO_ALL = "Wer hat eine Vorlage für die Abfrage der Sprachkurse in den Gemeinden?"
BETWEEN_TWO = "Abstimmung zur Vorstellung am Fachtag"

POSTS_IN_GROUP = [
    (
        "coordinator",
        "Bei uns stehen Wohnungen leer, und trotzdem bekommen wir auf unsere Rundschreiben kaum Antworten. Wenn sich "
        "jemand meldet, dann sind es die zwölf, die wir längst kennen.\n\nWie erreichen Sie die anderen?",
    ),
    (
        "member",
        "Rundschreiben haben bei uns gar nichts gebracht. Was geholfen hat:\n\n"
        "- Die Sparkasse spricht das Thema an, wenn jemand wegen einer Sanierung kommt.\n"
        "- Die Bürgermeisterin lädt zweimal im Jahr Eigentümer:innen in den Gasthof ein.\n"
        "- Wer schon vermietet, erzählt dort selbst davon.\n\n"
        "Das war mühsam, aber nach dem zweiten Abend hatten wir neun neue Wohnungen.",
    ),
    (
        "mentor",
        "Der Gasthof ist eine gute Idee. Bei uns war die häufigste Frage: „Und wer kommt, wenn etwas kaputtgeht?“ Seit "
        "wir eine Telefonnummer nennen können, die auch abends jemand abnimmt, sagen mehr Leute ja.",
    ),
    (
        "coordinator",
        "Die Telefonnummer finde ich überzeugend. Wer nimmt bei Ihnen ab, und wer bezahlt das?",
    ),
    (
        "mentor",
        "Zwei Hausmeister des Landkreises im Wechsel, mit Bereitschaftszulage. Letztes Jahr waren es 31 Anrufe, davon "
        "vier nach 20 Uhr. Die Vereinbarung kann ich in die Gruppe geben.",
    ),
    (
        "member",
        "Sehr gern. Ich bringe zur nächsten Sitzung die Einladung mit, mit der wir geworben haben.",
    ),
]
POSTS_TO_ALL = [
    (
        "outsider",
        "Wir wollen wissen, welche Sprachkurse in unseren 23 Gemeinden wirklich stattfinden, auch die ehrenamtlichen. "
        "Hat jemand dafür einen Fragebogen, den man nicht erst erfinden muss?",
    ),
    ("member", "Wir haben das vor zwei Jahren telefonisch gemacht. Das dauerte, aber alle haben geantwortet."),
    (
        "mentor",
        "Wir haben einen Bogen mit acht Fragen, der auf eine Seite passt: Ort, Träger, Stufe, Tage, Plätze, "
        "Kinderbetreuung, Erreichbarkeit ohne Auto, Ansprechperson. Rücklauf war 19 von 21 Gemeinden. Ich schicke ihn "
        "Ihnen, wenn Sie mir schreiben.",
    ),
    ("outsider", "Genau das brauchen wir. Vielen Dank, auch für den Hinweis mit dem Auto."),
]
POSTS_BETWEEN_TWO = [
    (
        "member",
        "Wir sind am Fachtag beide mit den Wohnungslotsen dran. Wollen wir uns abstimmen, damit wir nicht dasselbe "
        "erzählen?",
    ),
    ("mentor", "Ja, bitte. Ich nehme die Finanzierung, wenn Sie von den ersten Monaten berichten."),
]


@transaction.atomic
def load() -> None:
    """Each only while nobody has ever begun one of that class; without the working group nothing stands in it."""
    if not Discussion.objects.filter(reach=DiscussionReach.MEMBERS).exists():
        asked = _talk(TO_ALL, POSTS_TO_ALL, days=6, reach=DiscussionReach.MEMBERS, quotable=Quotability.WITHOUT_COUNTY)
        if asked is not None:
            asked.topics.set(Topic.objects.filter(slug="sprache"))
            mark_answer(asked.posts.order_by("pk")[2], actor=actor_for(asked.author))
    if not Discussion.objects.filter(reach=DiscussionReach.PERSONS).exists():
        other = User.objects.filter(email="mentor@demo.example")
        _talk(BETWEEN_TWO, POSTS_BETWEEN_TWO, days=2, reach=DiscussionReach.PERSONS, persons=other)
    group = WorkingGroup.objects.filter(title=GROUP).first()
    if group is not None and not Discussion.objects.filter(group=group).exists():
        _talk(IN_GROUP, POSTS_IN_GROUP, days=9, reach=DiscussionReach.GROUP, group=group)


def _talk(title: str, posts: list[tuple[str, str]], *, days: int, **readers: object) -> Discussion | None:
    """Said by those who may; who does not belong to the group says nothing. Spread over the days before now."""
    people = {name: User.objects.filter(email=f"{name}@demo.example").first() for name, _text in posts}
    readers_group = readers.get("group")
    said = []
    for name, text in posts:
        actor = actor_for(people[name])
        if isinstance(readers_group, WorkingGroup) and not actor.has(readers_group.principal):
            continue
        said.append((actor, text))
    if not said:
        return None
    (first, opening), *others = said
    discussion = start_discussion(title=title, text=opening, actor=first, **readers)  # type: ignore[arg-type]
    for actor, text in others:
        write_post(discussion, text, actor=actor)
    _date_back(discussion, timedelta(days=days))
    return discussion


def _date_back(discussion: Discussion, ago: timedelta) -> None:
    """As if it had been said over some days: the present is the only time that people write at."""
    posts = list(discussion.posts.order_by("pk"))
    began = (timezone.now() - ago).replace(hour=8, minute=11)
    for number, post in enumerate(posts):
        day = began + number * ago / (len(posts) + 1)
        post.created_at = day.replace(hour=8 + number, minute=11 * (number + 1) % 60)
        Post.objects.filter(pk=post.pk).update(created_at=post.created_at)
    Discussion.objects.filter(pk=discussion.pk).update(created_at=began, last_post_at=posts[-1].created_at)
    announce(DiscussionChanged(discussion.pk))
