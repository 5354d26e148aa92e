"""Events as documents for the search: each for those who may know of it, once it is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from cms.facts import LayersChanged, TopicChanged
from cms.models import Topic
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
            yield from _documents(event)


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


def _documents(event: Event) -> Iterator[SearchDocument]:
    """Guests whose mandate names an event for members find a document of their own where they see fewer topics."""
    audience = audience_of(event)
    if event.confidentiality != EventClass.MEMBERS:
        yield _document(event, _topics(event, ANONYMOUS), audience)
        return
    for_members, for_guests = (_topics(event, reader) for reader in (ANY_MEMBER, ANONYMOUS))
    if for_members == for_guests:
        yield _document(event, for_members, audience)
        return
    guests = frozenset({event.guest_principal})
    members = _document(event, for_members, audience - guests)
    yield members
    own = _document(event, for_guests, guests)
    yield replace(own, key=f"{members.key}:guests", superseded_for=members.audience)


def _topics(event: Event, reader: Actor) -> list[Topic]:
    return list(visible_to(reader, event.topics.order_by("title")))


def _document(event: Event, topics: list[Topic], audience: frozenset[str]) -> SearchDocument:
    """It begins with day and place, so that a hit says when. All its readers may know every word of it."""
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
        audience=audience,
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
