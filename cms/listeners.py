"""What the knowledge base does after others' commits."""

from __future__ import annotations

from django.db.models import QuerySet

from cms.accounts.facts import RightsChanged, TokenRevoked
from cms.actions.deliveries import note_facts
from cms.actions.files import read_file
from cms.actions.webhooks import end_dead_webhooks
from cms.facts import CountyChanged, MediaChanged, PersonRenamed, ShownThingRemoved, TopicChanged
from cms.models import Entry, File, ProjectionMedia
from cms.projecting import project
from plugins.api.access import SYSTEM
from plugins.api.facts import Fact

SourceChanged = TopicChanged | CountyChanged | MediaChanged | PersonRenamed | ShownThingRemoved


def project_again(facts: list[SourceChanged]) -> None:
    """A renamed topic, a changed county or a replaced file stands in the texts of layers."""
    for pk in sorted({pk for fact in facts for pk in _entries_of(fact).values_list("pk", flat=True)}):
        project(pk)


def read_files(facts: list[MediaChanged]) -> None:
    """A file that was uploaded or replaced is read, for the search; one that was renamed is known already."""
    changed = {fact.object_id for fact in facts if fact.model == "file"}
    for file in File.objects.filter(pk__in=changed).order_by("pk"):
        read_file(file, actor=SYSTEM)


def tell_programs(facts: list[Fact]) -> None:
    """What programs outside have asked to be told is noted; sending it is the work of threads of its own."""
    note_facts(facts)


def end_webhooks(facts: list[TokenRevoked | RightsChanged]) -> None:
    """With a token its webhooks end, and with an account those of all its tokens."""
    end_dead_webhooks()


def _entries_of(fact: SourceChanged) -> QuerySet[Entry]:
    match fact:
        case TopicChanged():
            return entries_with_topic(fact.topic_id)
        case CountyChanged():
            return Entry.objects.filter(projections__county=fact.county_id)
        case MediaChanged():
            return entries_showing(fact.model, fact.object_id)
        case PersonRenamed():
            return Entry.objects.filter(responsible=fact.user_id)
        case ShownThingRemoved():
            return Entry.objects.filter(pk__in=fact.entry_ids)


def entries_with_topic(topic_id: int) -> QuerySet[Entry]:
    """The entries one of whose layers names the topic."""
    return Entry.objects.filter(projections__topic_rows__topic=topic_id)


def entries_showing(model: str, object_id: int) -> QuerySet[Entry]:
    """The entries one of whose layers shows this `picture` or `file`."""
    return Entry.objects.filter(projections__media_rows__in=ProjectionMedia.objects.filter(**{model: object_id}))
