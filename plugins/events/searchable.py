"""Events as documents for the search: each for those who may know of it, once it is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from cms.facts import LayersChanged, TopicChanged
from plugins.api.access import ANONYMOUS, PUBLIC, Actor, audience_of, visible_to
from plugins.api.searching import SearchDocument
from plugins.events.models import Event, EventClass, EventKind
from workspace.facts import GroupChanged

ANY_MEMBER = Actor(user=None, principals=frozenset({PUBLIC, "members"}))


def event_documents(ids: Iterable[int] | None) -> Iterator[SearchDocument]:
    """One document for each published event; what only its organisers know of has none."""
    events = Event.objects.published().select_related("group").order_by("pk")
    if ids is not None:
        events = events.filter(pk__in=list(ids))
    with translation.override(settings.LANGUAGE_CODE):
        for event in events:
            yield _document(event)


def kind_name(kind: str) -> str:
    return str(EventKind(kind).label)


def events_with_topic(fact: TopicChanged) -> list[int]:
    """A topic stands in their documents by its title, and is open to all or not."""
    return list(Event.objects.published().filter(topics=fact.topic_id).values_list("pk", flat=True))


def events_with_closed_topics(fact: LayersChanged) -> list[int]:
    """Publishing can open a topic to readers and unpublishing can close it; others stay as they are."""
    return list(Event.objects.published().filter(topics__is_open=False).distinct().values_list("pk", flat=True))


def events_of_changed_group(fact: GroupChanged) -> list[int]:
    """The name of the group stands in the documents of its meetings."""
    found = Event.objects.published().filter(group=fact.group_id, confidentiality=EventClass.GROUP)
    return list(found.values_list("pk", flat=True))


def _document(event: Event) -> SearchDocument:
    """It begins with day and place, so that a hit says when. All its readers may know every word of it."""
    topics = visible_to(_least_of_readers(event), event.topics.order_by("title"))
    place = ", ".join(filter(None, (event.place, event.address)))
    group = event.group.title if event.group is not None and event.confidentiality == EventClass.GROUP else ""
    when = event.when if event.is_over or event.is_cancelled else _("Next meeting: %s") % event.when
    about = (kind_name(event.kind), group, ", ".join(topic.title for topic in topics))
    return SearchDocument(
        key=f"event:{event.pk}",
        type="event",
        object_id=event.pk,
        title=_("Cancelled: %s") % event.title if event.is_cancelled else event.title,
        url=event.get_absolute_url(),
        audience=audience_of(event),
        kind=event.kind,
        summary=" ".join(_sentences(when, place, event.cancel_reason, event.summary)),
        body="\n".join(_sentences(event.agenda, *about)),
        keywords={
            "kind": ((event.kind, kind_name(event.kind)),),
            "topic": tuple((topic.slug, topic.title) for topic in topics),
        },
        published_at=event.published_at,
        updated_at=event.changed_at,
    )


def _sentences(*texts: str) -> list[str]:
    return [text if text.endswith((".", "!", "?")) else f"{text}." for text in texts if text]


def _least_of_readers(event: Event) -> Actor:
    """Whoever sees the least of all who may know of the event: guests are invited too, and see few topics."""
    return ANY_MEMBER if event.confidentiality == EventClass.MEMBERS else ANONYMOUS
