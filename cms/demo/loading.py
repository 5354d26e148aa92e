"""Brings the demo world into an empty forum: once, as a whole, through the actions that people use."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.contrib.auth.hashers import make_password
from django.core.files import File as OpenFile
from django.core.files.images import ImageFile
from django.db import transaction
from wagtail.models import Revision

from cms.accounts.models import User
from cms.accounts.roles import ROLES, role_group
from cms.actions.entries import create_entry, publish_entry, release_entry
from cms.demo import reading
from cms.demo.bodies import Media, stream_data
from cms.models import KINDS, County, Entry, File, Picture, Publication, Quotability, Topic
from cms.projecting import once
from plugins.api.access import Actor
from plugins.api.actors import actor_for

PASSWORD = "lernnetz-demo"  # noqa: S105  everybody may know it
WRITER = "editor@demo.example"
RELEASER = "editor2@demo.example"
ANSWERS = {"parties": "no", "persons": "no", "county": "yes", "sources": "yes"}
CHECKED = {question: {"answer": answer, "note": ""} for question, answer in ANSWERS.items()}
"""What the releaser answers about every entry of the demo world."""
CREDIT = "Zeichnung des Projekts, CC BY 4.0"


@transaction.atomic
def load_demo_world() -> None:
    """Load everything, or nothing where it was loaded before: what people have changed or deleted since stays so."""
    if User.objects.filter(email=WRITER).exists():
        return
    _load_topics()
    _load_counties()
    _load_people()
    _load_entries()


def _load_topics() -> None:
    for row in reading.topics():
        Topic.objects.get_or_create(
            slug=row["slug"],
            defaults={"title": row["title"], "description": row["description"], "is_open": row["open"]},
        )


def _load_counties() -> None:
    for row in reading.counties():
        County.objects.get_or_create(key=row["key"], defaults=row)


def _load_people() -> None:
    """All accounts have one password, so it is hashed once. What makes members and guests is for plugins to add."""
    password = make_password(PASSWORD)
    for row in reading.people():
        person = User.objects.create(
            email=row["email"],
            first_name=row["first_name"],
            last_name=row["last_name"],
            function=row["function"],
            password=password,
            is_superuser="superuser" in row["roles"],
        )
        person.groups.set(role_group(role) for role in row["roles"] if role in ROLES)


def _load_entries() -> None:
    writer, releaser = _actor(WRITER), _actor(RELEASER)
    media = _load_media(writer)
    for row in reading.entries():
        with once():
            _load_entry(row, media, writer, releaser)


def _load_entry(row: dict[str, Any], media: Media, writer: Actor, releaser: Actor) -> None:
    published_at = datetime.fromisoformat(row["published_at"])
    entry = create_entry(_entry(row, media), actor=writer)
    entry = publish_entry(entry, actor=writer, at=published_at)
    _date_back(entry, published_at)
    if row["released"]:
        release_entry(entry, actor=releaser, checklist=CHECKED, at=published_at)


def _load_media(writer: Actor) -> Media:
    """Every picture and leaflet, by file name."""
    media: Media = {}
    for path in sorted(reading.PICTURES.glob("*.webp")):
        with path.open("rb") as content:
            media[path.name] = Picture.objects.create(
                title=_title(path.stem),
                credit=CREDIT,
                file=ImageFile(content, name=path.name),
                uploaded_by_user=writer.user,
            )
    for path in sorted(reading.FILES.glob("*.pdf")):
        with path.open("rb") as content:
            media[path.name] = File.objects.create(
                title=_title(path.stem), file=OpenFile(content, name=path.name), uploaded_by_user=writer.user
            )
    for medium in media.values():
        medium.get_file_size()  # Wagtail notes size and digest only when somebody asks
        medium.get_file_hash()
    return media


def _entry(row: dict[str, Any], media: Media) -> Entry:
    entry: Entry = KINDS[row["kind"]](
        title=row["title"],
        slug=row["slug"],
        summary=row["summary"],
        confidentiality=row["confidentiality"],
        county=County.objects.get(key=row["county"]) if row["county"] else None,
        author_name=row["author"],
        quotability=row.get("quotability", Quotability.YES),
        responsible=User.objects.get(email=row["owner"]),
        contact=row["contact"],
        running_since=row["running_since"],
        workload=row["workload"],
        costs=row["costs"],
        legal_basis=row["legal_basis"],
        sources="\n".join(row["sources"]),
        review_by=date.fromisoformat(row["review_by"]),
        external_key=row["external_key"],
        **{name: stream_data(blocks, media) for name, blocks in row["sections"].items()},
    )
    entry.topics = list(Topic.objects.filter(slug__in=row["topics"]))
    entry.tags.add(*row["tags"])
    return entry


def _date_back(entry: Entry, at: datetime) -> None:
    """As if it had been published then: the present is the only time that Wagtail publishes at."""
    Entry.objects.filter(pk=entry.pk).update(last_published_at=at)
    Publication.objects.filter(entry=entry).update(published_at=at)
    Revision.objects.filter(pk=entry.live_revision_id).update(created_at=at)


def _actor(email: str) -> Actor:
    return actor_for(User.objects.get(email=email))


def _title(stem: str) -> str:
    """A file name as people would say it in a list of files."""
    return stem.replace("-", " ").capitalize()
