"""A world in which every field that not everybody may read holds a secret word of its own.

A secret says who may meet it. The walk then asks for every address as every role and compares who did.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.db.models import Model

from cms.actions.entries import edit_entry, publish_entry, unpublish_entry, withdraw_release
from cms.blocks.rendering import PICTURE_SIZES
from cms.checklist import Checklist
from cms.layers import FACTS
from cms.models import KINDS, BarrierReport, Entry, File, HomePage, Picture, StandardPage, Topic
from plugins.api.access import SYSTEM
from search.models import SearchReport, UnansweredSearch
from tests.cast import make_people
from tests.cms.extracting.made import docx
from tests.contracts.leaks.asking import plant_confirmations
from tests.contracts.leaks.contributing import plant_contributions
from tests.contracts.leaks.drafting import plant_drafts
from tests.contracts.leaks.events import plant_events
from tests.contracts.leaks.grouping import plant_groups
from tests.contracts.leaks.hooking import plant_webhooks
from tests.contracts.leaks.members import plant_members
from tests.contracts.leaks.people import plant_people
from tests.contracts.leaks.shelving import plant_shelves
from tests.contracts.leaks.talking import plant_discussions
from tests.contracts.leaks.told import plant_follows, plant_notifications
from tests.factories import (
    CHECKED,
    UserFactory,
    give_role,
    make_entry,
    make_file,
    make_picture,
    make_token,
    make_topic,
    text,
)

VISITORS = frozenset({"visitor", "applicant", "former_member", "public token"})
NOBODY: frozenset[str] = frozenset()
STAFF = frozenset({"author", "editor"})
MEMBERS = frozenset({"member", "members' token"}) | STAFF
GUEST = MEMBERS | {"guest"}
KIND_GUEST = MEMBERS | {"kind_guest"}
ROLES = tuple(sorted(VISITORS | MEMBERS | {"guest", "kind_guest"}))
EVERYBODY = frozenset(ROLES)

LONG_AGO = datetime(2024, 3, 1, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Secret:
    """A word that stands in one place. `shown` is False where even who may read it meets it only in the admin."""

    place: str
    word: str
    readers: frozenset[str]
    shown: bool = True


def word_for(place: str) -> str:
    """A word of sixteen letters that no other place has and no spelling repair takes for another."""
    digits = hashlib.sha256(place.encode()).digest()[:16]
    syllables = ("bdfgklmnprstvwzj"[a % 16] + "aiou"[b % 4] for a, b in zip(digits[::2], digits[1::2], strict=True))
    return "".join(syllables)


@dataclass
class Garden:
    """All that was planted, and what addresses are made from."""

    people: dict[str, Any] = field(default_factory=make_people)
    secrets: dict[str, Secret] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    media: list[Model] = field(default_factory=list)
    inside: dict[str, frozenset[str]] = field(default_factory=dict)
    """Words inside packed documents, and who finds them."""
    tokens: dict[str, str] = field(default_factory=dict)
    slugs: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.author = give_role(UserFactory(email="redaktion@example.org"), "editors")
        self._people()
        for plant in (
            self._members_only,
            self._released,
            self._of_guests,
            self._hidden,
            self._for_everybody,
            self._apart,
        ):
            plant()
        for picture in Picture.objects.all():
            picture.get_renditions(*PICTURE_SIZES)

    def secret(self, place: str, readers: frozenset[str], *, shown: bool = True) -> str:
        word = word_for(place)
        assert word not in {secret.word for secret in self.secrets.values()}
        self.secrets[place] = Secret(place, word, readers, shown)
        return word

    def checklist(self, name: str) -> Checklist:
        """What a releaser noted for the others of the staff."""
        return {
            question: {**answered, "note": self.secret(f"note on {question} of {name}", STAFF, shown=False)}
            for question, answered in CHECKED.items()
        }

    def entry(self, name: str, kind: str = "good_practice", **fields: Any) -> Entry:
        entry = make_entry(kind, **{"by": self.author, "released_by": SYSTEM, **fields})
        self.entries[name] = entry
        self.slugs.add(entry.slug)
        return entry

    def topic(self, name: str, readers: frozenset[str], **fields: Any) -> Topic:
        word = self.secret(f"title of topic {name}", readers)
        slug = self.secret(f"slug of topic {name}", readers)
        description = f"Worum es geht: {self.secret(f'description of topic {name}', readers)}"
        self.topics[name] = make_topic(f"Thema {word}", slug=slug, description=description, **fields)
        return self.topics[name]

    def picture(self, name: str, readers: frozenset[str]) -> Picture:
        """A picture whose words nobody reads: what it shows is said where it stands. The staff fetch any picture."""
        title, file_name = (
            self.secret(f"{part} of picture {name}", readers | STAFF, shown=False) for part in ("title", "file name")
        )
        picture = make_picture(title, name=f"{file_name}.png")
        self.media.append(picture)
        return picture

    def file(self, name: str, readers: frozenset[str]) -> File:
        """A file; what stands in no layer is shown to the staff in the admin alone."""
        title, content, file_name = (
            self.secret(f"{part} of file {name}", readers | STAFF, shown=readers != NOBODY)
            for part in ("title", "content", "file name")
        )
        file = make_file(f"Datei {title}", name=f"{file_name}.txt", content=f"Inhalt {content}".encode())
        self.media.append(file)
        return file

    def leaflet(self, name: str, readers: frozenset[str]) -> File:
        """A document with a word that stands nowhere else but inside it; packed, so that only the search tells it."""
        word = self.secret(f"text inside the leaflet of {name}", readers | STAFF, shown=False)
        self.inside[word] = readers
        content = docx("Beilage", f"Darin steht {word}.")
        file = make_file("Beilage", name=f"{word_for(name + ' leaflet')}.docx", content=content)
        self.media.append(file)
        return file

    def body(self, name: str, readers: frozenset[str]) -> list[Any]:
        """A body with every kind of block."""

        def planted(part: str) -> str:
            return self.secret(f"{part} of {name}", readers)

        cells = [["Jahr", "Zahl"], ["2024", planted("table")]]
        return [
            *text(f"<p>Der Kurs heißt {planted('body')}.</p>"),
            ("heading", {"text": f"Überschrift {planted('heading')}"}),
            (
                "picture",
                {"image": self.picture(name, readers), "alt": planted("alt text"), "caption": planted("caption")},
            ),
            ("download", {"file": self.file(name, readers), "title": ""}),
            ("download", {"file": self.leaflet(name, readers), "title": ""}),
            ("quote", {"text": planted("quotation"), "attribution": planted("quoted person")}),
            ("callout", {"title": planted("box"), "text": f"<p>{planted('text of box')}</p>"}),
            ("table", {"caption": planted("table caption"), "table": {"data": cells}}),
            ("steps", {"steps": [{"title": planted("step"), "text": f"<p>{planted('text of step')}</p>"}]}),
            (
                "figures",
                {"figures": [{"value": planted("figure"), "label": planted("count"), "source": planted("its source")}]},
            ),
            (
                "contact",
                {
                    "name": planted("asked person"),
                    "function": planted("function of the asked person"),
                    "email": f"{planted('e-mail of the asked person')}@example.org",
                    "phone": planted("telephone"),
                },
            ),
            (
                "places",
                {
                    "caption": planted("caption of the map"),
                    "places": [
                        {"name": planted("place"), "note": planted("note on place"), "latitude": 50.1, "longitude": 9.1}
                    ],
                },
            ),
        ]

    def beside_body(self, kind: str, name: str, readers: frozenset[str]) -> dict[str, Any]:
        """Every section of a kind, and the short answers beside the text."""
        sections = {
            section: text(f"<p>{self.secret(f'{section} of {name}', readers)}</p>") for section in KINDS[kind].sections
        }
        return {**sections, **{fact: self.secret(f"{fact} of {name}", readers) for fact in FACTS}}

    def _people(self) -> None:
        for name in ("member", "editor"):
            make_token(self.people[name])
        self.tokens = {
            "public token": make_token(self.people["member"], "read:public", "read:events"),
            "members' token": make_token(self.people["member"], "read:public", "read:members", "read:events"),
        }
        plant_people(self)

    def _members_only(self) -> None:
        """Every field of an entry that only members may read."""

        def planted(part: str, *, shown: bool = True) -> str:
            return self.secret(f"{part} of the members' entry", MEMBERS, shown=shown)

        responsible = UserFactory(
            email=f"{planted('e-mail', shown=False)}@example.org", last_name=planted("responsible")
        )
        self.entry(
            "for members",
            title=f"Sprachkurs {planted('title')}",
            slug=planted("slug"),
            summary=f"Ein Kurs im Dorf, {planted('summary')}.",
            body=self.body("the members' entry", MEMBERS),
            topics=[self.topic("of the members' entry", MEMBERS)],
            tags=[planted("tag")],
            county="99001",
            author_name=f"Landkreis {planted('author')}",
            responsible=responsible,
            contact=f"Telefon {planted('contact')}",
            **self.beside_body("good_practice", "the members' entry", MEMBERS),
            sources=f"Bericht {planted('sources')}",
            external_key=planted("external key"),
        )

    def _released(self) -> None:
        """What stands beside a released summary, and what is newer than it."""

        def planted(part: str, readers: frozenset[str] = MEMBERS) -> str:
            return self.secret(f"{part} of the released entry", readers)

        entry = self.entry(
            "released",
            title=f"Wohnungslotsen {planted('released title', EVERYBODY)}",
            summary=f"Lotsen helfen, {planted('released summary', EVERYBODY)}.",
            body=self.body("the released entry", MEMBERS),
            topics=[self.topic("of the released entry", EVERYBODY)],
            tags=[planted("tag")],
            author_name=f"Landkreis {planted('author')}",
            contact=planted("contact"),
            sources=planted("sources"),
            **self.beside_body("good_practice", "the released entry", MEMBERS),
            released=True,
            released_by=give_role(UserFactory(email="freigabe@example.org"), "editors"),
            checklist=self.checklist("the released entry"),
            at=LONG_AGO,
        )
        entry.title += f" {planted('title published later')}"
        entry.summary += f" {planted('summary published later')}"
        entry.topics = [*entry.topics.all(), self.topic("added later to the released entry", MEMBERS)]
        entry.update_note = f"Neu: {planted('update note')}"
        edit_entry(entry, actor=SYSTEM)
        entry = publish_entry(entry, actor=SYSTEM)
        entry.update_note = planted("unpublished update note", NOBODY)
        entry.title = f"Entwurf {planted('unpublished title', NOBODY)}"
        entry.slug = planted("unpublished slug", NOBODY)
        entry.summary = planted("unpublished summary", NOBODY)
        entry.body = self.body("the unpublished version", NOBODY)
        edit_entry(entry, actor=SYSTEM)
        self.slugs.add(entry.slug)

    def _of_guests(self) -> None:
        """What a mandate opens, as a whole or beside a released summary."""
        wohnen = make_topic("Wohnen")
        for which, readers, kind, topics in (
            ("in Wohnen", GUEST, "concept", [wohnen, self.topic("beside Wohnen", GUEST)]),
            ("in Wohnen, released", GUEST, "concept", [wohnen]),
            ("among offers", KIND_GUEST, "offer", [self.topic("of an offer", KIND_GUEST)]),
            ("among offers, released", KIND_GUEST, "offer", []),
        ):
            is_released = which.endswith("released")
            in_summary = EVERYBODY if is_released else readers
            self.entry(
                which,
                kind,
                title=f"Titel {self.secret(f'title of an entry {which}', in_summary)}",
                slug=self.secret(f"slug of an entry {which}", in_summary),
                summary=self.secret(f"summary of an entry {which}", in_summary),
                body=text(f"<p>{self.secret(f'body of an entry {which}', readers)}</p>"),
                contact=self.secret(f"contact of an entry {which}", readers),
                tags=[self.secret(f"tag of an entry {which}", readers)],
                topics=topics,
                released=is_released,
            )

    def _hidden(self) -> None:
        """Never published, taken back, withdrawn."""

        def planted(part: str, which: str, readers: frozenset[str] = NOBODY) -> str:
            return self.secret(f"{part} of the {which} entry", readers)

        for which, readers in (("draft", NOBODY), ("unpublished", NOBODY), ("withdrawn", MEMBERS)):
            entry = self.entry(
                which,
                title=f"Titel {planted('title', which, readers)}",
                slug=planted("slug", which, readers),
                summary=planted("summary", which, readers),
                body=self.body(f"the {which} entry", readers),
                topics=[self.topic(f"of the {which} entry", readers | STAFF)],
                tags=[planted("tag", which, readers)],
                published=which != "draft",
                released=which != "draft",
            )
            if which == "unpublished":
                unpublish_entry(entry, actor=SYSTEM)
            elif which == "withdrawn":
                withdraw_release(entry, actor=SYSTEM)
        self.entry(
            "waiting for its release",
            title=f"Titel {planted('title', 'open but unreleased', MEMBERS)}",
            summary=planted("summary", "open but unreleased", MEMBERS),
            body=text(f"<p>{planted('body', 'open but unreleased', MEMBERS)}</p>"),
            confidentiality="public",
        )

    def _for_everybody(self) -> None:
        self.entry(
            "for everybody",
            "recommendation",
            title=f"Titel {self.secret('title of the open entry', EVERYBODY)}",
            summary=f"Kurz: {self.secret('summary of the open entry', EVERYBODY)}",
            body=self.body("the open entry", EVERYBODY),
            **self.beside_body("recommendation", "the open entry", EVERYBODY),
            tags=[self.secret("tag of the open entry", EVERYBODY)],
            contact=self.secret("contact of the open entry", MEMBERS, shown=False),
            topics=[make_topic("Sprache")],
            confidentiality="public",
            released=True,
        )

    def _apart(self) -> None:
        """What stands in no layer."""
        BarrierReport.objects.create(
            page=f"/{self.secret('page with a barrier', NOBODY)}/",
            description=self.secret("report of a barrier", NOBODY),
            reads_with=self.secret("what a person reads with", NOBODY),
            email=f"{self.secret('e-mail in a report', NOBODY)}@example.org",
        )
        self._searched_in_vain()
        self.topic("that is empty", STAFF)
        make_topic("Ankommen", is_open=True)
        self.picture("in no layer", NOBODY)
        self.file("in no layer", NOBODY)
        self.leaflet("no layer", NOBODY)
        plant_confirmations(self)
        plant_groups(self)
        plant_notifications(self)
        plant_follows(self)
        plant_discussions(self)
        plant_shelves(self)
        plant_drafts(self)
        plant_contributions(self)
        plant_members(self)
        plant_events(self)
        plant_webhooks(self)
        page = StandardPage(
            title=f"Seite {self.secret('title of a draft page', NOBODY)}",
            slug=self.secret("slug of a draft page", NOBODY),
            body=text(f"<p>{self.secret('body of a draft page', NOBODY)}</p>"),
            live=False,
        )
        HomePage.objects.get().add_child(instance=page)
        self.slugs.add(page.slug)

    def _searched_in_vain(self) -> None:
        search = UnansweredSearch.objects.create(
            meaning=self.secret("meaning of a search in vain", NOBODY),
            spellings=[self.secret("spelling of a search in vain", NOBODY)],
            resolution=self.secret("what was done about a search in vain", NOBODY),
        )
        SearchReport.objects.create(search=search, text=self.secret("report about a search in vain", NOBODY))
