"""Something that a reader may not see changes nothing at all in what they get: no count, order, score or ETag."""

from __future__ import annotations

import json

import pytest

from cms.actions.entries import edit_entry, publish_entry, release_entry, unpublish_entry
from cms.models import Entry, HomePage, Picture, StandardPage
from plugins.api.access import SYSTEM
from plugins.api.outbox import dispatch_pending
from tests.contracts.leaks.addresses import addresses
from tests.contracts.leaks.walking import Answer, ask, client_for
from tests.factories import UserFactory, give_mandate, give_seat, make_entry, make_file, make_picture, make_topic, text

pytestmark = pytest.mark.xdist_group("hidden")  # asking for everything before the changes takes long

ROLES = ("visitor", "applicant", "guest", "kind_guest", "public token")

COMMON = "<p>Der Kurs im Dorf: Titel, Titel, Landkreis, Kurs. Die Wohnungslotsen helfen im Kurs.</p>"
"""Made of words that everybody finds elsewhere, so that a count, a frequency or a length would change."""


def publish_a_members_entry(garden) -> None:
    make_entry(
        title="Titel Kurs Landkreis",
        slug="versteckt",
        summary="Kurs Kurs Kurs",
        body=[
            *text(COMMON),
            ("picture", {"image": make_picture(), "alt": "Kurs"}),
            ("download", {"file": make_file()}),
        ],
        topics=[make_topic("Sprache"), make_topic("Titel Kurs"), garden.topics["of the released entry"]],
        tags=["Kurs"],
        county="99001",
        author_name="Landkreis Kurs",
    )


def write_a_draft(garden) -> None:
    make_entry(title="Titel Kurs", slug="entwurf", body=COMMON, topics=["Wohnen"], published=False)
    make_entry("offer", title="Titel Kurs", slug="entwurf-2", body=COMMON, published=False)


def publish_a_new_version_for_members(garden) -> None:
    """The whole text changes, the released summary stays; nobody below reads the whole text."""
    entry = type(garden.entries["released"]).objects.get(pk=garden.entries["released"].pk)
    entry.body = text(COMMON)
    edit_entry(entry, actor=SYSTEM)
    publish_entry(entry, actor=SYSTEM)


def release_and_take_back(garden) -> None:
    entry = make_entry(title="Titel Kurs Dorf", slug="kurz-da", body=COMMON, topics=["Sprache"])
    release_entry(entry, actor=SYSTEM)
    unpublish_entry(entry, actor=SYSTEM)


def make_things_that_nobody_shows(garden) -> None:
    make_topic("Kurs Titel")
    make_picture("Kurs")
    make_file("Kurs Titel")
    HomePage.objects.get().add_child(instance=StandardPage(title="Kurs", slug="kurs", live=False))
    person = UserFactory(email="kurs@example.org", last_name="Kurs")
    give_seat(person, "99002")
    give_mandate(person, topics=[make_topic("Wohnen")])


def remove_something_hidden(garden) -> None:
    Entry.objects.get(pk=garden.entries["for members"].pk).delete()
    Picture.objects.filter(title=garden.secrets["title of picture in no layer"].word).delete()


HIDDEN = (
    (publish_a_members_entry, write_a_draft, make_things_that_nobody_shows),
    (publish_a_new_version_for_members, release_and_take_back, remove_something_hidden),
)
"""Three at a time, since asking for everything takes long; none takes back what the other does."""


@pytest.fixture(scope="module")
def asked(garden) -> list[str]:
    """Addresses that name nothing planted, which may be removed, none of a person's own devices and times."""
    words = {secret.word[:5] for secret in garden.secrets.values()}
    names = {str(item.pk) for item in (*garden.entries.values(), *garden.media)}
    return [
        address
        for address in addresses(garden)
        if not any(word in address for word in words)
        and not names & set(address.split("/"))
        and not address.startswith("/konto/")
    ]


@pytest.fixture(scope="module")
def before(garden, asked) -> dict[str, dict[str, object]]:
    return everything(garden, asked)


WEIGHED = ("guest", "kind_guest")
"""Who asks the index of everything: how rare a word is counts there over all documents, so that a hidden one can shift
scores, and with them the order, of what these readers find. Visitors, and whoever reads like them, ask an index without
hidden documents."""


PLACES_OF_ENTRIES = ("/wissen/", "/themen/", "/suche/", "/medien/", "/feeds/", "/api/", "/landkreise/")


def everything(garden, asked) -> dict[str, dict[str, object]]:
    return {role: _answers(role, garden, asked) for role in ROLES}


def _answers(role, garden, asked) -> dict[str, object]:
    client = client_for(role, garden)
    return {address: _answer(role, ask(client, address), address) for address in asked}


def _worth_asking_again(before: dict[str, object]) -> list[str]:
    """All but pages of groups, people and the like that are not there for this reader: no entry brings them there."""
    return [address for address, answer in before.items() if answer[0] != 404 or address.startswith(PLACES_OF_ENTRIES)]


def _answer(role: str, answer: Answer, address: str) -> object:
    status, headers, body = answer.without("\0")
    if address == "/api/v1/docs/":  # its tag is that of a session, and this one is another
        return status, _whatever_the_content(headers), body
    if role in WEIGHED and address.startswith(("/api/v1/search/", "/suche/")):
        return status, _whatever_the_content(headers), _in_any_order(body)
    return status, headers, body


def _whatever_the_content(headers: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in headers if name not in ("etag", "content-length")]


def _in_any_order(body: bytes) -> object:
    """What was found, without scores and order: hits of the API by type and number, pages by their lines."""
    found = json.loads(body) if body.startswith(b'{"count"') else {}
    if not found:
        return sorted(body.replace(b'<li class="line">', b'\n<li class="line">').splitlines())
    for hit in found["results"]:
        del hit["score"]
    return {**found, "results": sorted(found["results"], key=lambda hit: (hit["type"], hit["id"]))}


@pytest.mark.parametrize("changes", HIDDEN, ids=lambda changes: "-".join(change.__name__ for change in changes))
def test_what_is_hidden_changes_nothing(changes, garden, before):
    for change in changes:
        change(garden)
    while dispatch_pending():
        pass
    for role in ROLES:
        after = _answers(role, garden, _worth_asking_again(before[role]))
        assert [address for address, answer in after.items() if answer != before[role][address]] == []
