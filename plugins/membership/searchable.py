"""Members as documents for the search. E-mail and telephone never stand in one, shown or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cms.facts import CountyChanged, LayersChanged, TopicChanged
from plugins.api.access import PUBLIC, Actor, audience_of
from plugins.api.searching import SearchDocument
from plugins.membership.models import MemberProfile, Seat
from plugins.membership.queries.directory import Member, as_member, shown

ANY_MEMBER = Actor(user=None, principals=frozenset({PUBLIC, "members"}))
"""A document says what all its readers may know: of topics those that every member sees."""


def person_documents(ids: Iterable[int] | None) -> Iterator[SearchDocument]:
    """One document for each person in the directory."""
    profiles = shown(MemberProfile.objects.in_directory(), ANY_MEMBER).order_by("pk")
    if ids is not None:
        profiles = profiles.filter(pk__in=list(ids))
    for profile in profiles:
        yield _document(as_member(profile), audience_of(profile))


def people_with_topic(fact: TopicChanged) -> list[int]:
    """A topic stands in their documents by its title."""
    return list(MemberProfile.objects.filter(topics=fact.topic_id).values_list("pk", flat=True))


def people_of_county(fact: CountyChanged) -> list[int]:
    """A county stands in their documents by its name."""
    return list(Seat.objects.in_force().filter(county=fact.county_id).values_list("person", flat=True))


def people_with_closed_topics(fact: LayersChanged) -> list[int]:
    """Publishing can open a topic to members and unpublishing can close it; others stay as they are."""
    return list(MemberProfile.objects.filter(topics__is_open=False).values_list("pk", flat=True))


def _document(member: Member, audience: frozenset[str]) -> SearchDocument:
    counties = list(dict.fromkeys((seat.key, seat.county) for seat in member.seats))
    topics = [(topic.slug, topic.title) for topic in member.topics]
    lists = (", ".join(title for _slug, title in topics), ", ".join(name for _key, name in counties))
    return SearchDocument(
        key=f"person:{member.pk}",
        type="person",
        object_id=member.pk,
        title=member.name,
        url=f"/mitglieder/{member.pk}/",
        audience=audience,
        layer="members",
        summary=f"{member.function}." if member.function else "",
        body=" ".join(f"{words.rstrip('.')}." for words in (member.competences, *lists) if words),
        keywords={
            "county": tuple(counties),
            "topic": tuple(topics),
            "function": ((member.function, member.function),) if member.function else (),
        },
    )
