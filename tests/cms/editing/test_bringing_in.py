"""Bringing in documents in the admin: what an editor uploads, reads and goes on with."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from wagtail.test.utils.form_data import streamfield

from cms.models import Entry, Picture, Strategy
from tests.factories import make_topic
from tests.factories.documents import WordFile, county_report

pytestmark = pytest.mark.django_db

ADDRESS = "/cms/entries/bring-in/"


@pytest.fixture(autouse=True)
def english(editor):
    from wagtail.users.models import UserProfile

    UserProfile.objects.create(user=editor, preferred_language="en")
    with translation.override("en"):
        yield


def upload(client, *files, **fields):
    data = {"documents": [SimpleUploadedFile(name, content) for name, content in files], **fields}
    response = client.post(ADDRESS, data)
    assert response.status_code == 200
    return response


def problems(response):
    return {line.name: line.problem for line in response.context["lines"]}


def test_a_report_from_a_county_becomes_a_draft_of_the_one_who_uploads_it(editor, as_client):
    make_topic("Sprache")
    page = upload(as_client(editor), ("bericht.docx", county_report()))
    entry = Entry.objects.get().specific
    assert entry.title == "Sprachkurse kommen ins Dorf: Erfahrungen aus dem Landkreis Auental"
    assert (entry.live, entry.owner, entry.latest_revision.user) == (False, editor, editor)
    assert (entry.kind, [topic.title for topic in entry.topics.all()]) == ("good_practice", ["Sprache"])
    assert entry.summary.startswith("Zwei Drittel der Zugewanderten in Auental wohnen in Dörfern")
    assert Picture.objects.get().uploaded_by_user == editor
    text = page.content.decode()
    assert f"/cms/pages/{entry.pk}/edit/" in text
    assert "These are proposals. Please check them:" in text
    assert "Everything in the file was understood." in text


def test_the_draft_opens_in_the_form_and_can_be_published(editor, as_client):
    upload(as_client(editor), ("bericht.docx", county_report()))
    entry = Entry.objects.get()
    form = as_client(editor).get(f"/cms/pages/{entry.pk}/edit/")
    assert form.status_code == 200
    text = form.content.decode()
    assert "Ausgangslage" in text
    assert "Oberau" in text
    draft = entry.latest_revision.as_object()
    parts = {name: [part.block_type for part in getattr(draft, name)] for name in (*draft.sections, "body")}
    assert {name: kinds for name, kinds in parts.items() if kinds} == {
        "initial_situation": ["text", "text"],
        "results": ["table", "picture", "text", "quote"],
        "transferability": ["text", "text"],
        "body": ["heading", "text", "heading", "text"],
    }


def test_what_was_not_understood_is_said_beside_the_file(editor, as_client):
    odd = WordFile("Konzept").text("Ein Absatz mit Worten.").picture()
    odd.xml("<w:object><o:OLEObject/></w:object>").xml('<w:commentReference w:id="1"/>')
    page = upload(as_client(editor), ("konzept.docx", odd.content))
    (line,) = page.context["lines"]
    assert line.taken.remarks == [
        "1 comment was left out.",
        "1 embedded object was left out.",
        "Picture 1 has no description. Please say what it shows, otherwise the entry cannot be published.",
    ]
    assert all(sentence in page.content.decode() for sentence in line.taken.remarks)


def test_bad_files_are_named_and_the_good_ones_are_in(editor, as_client):
    good = WordFile("Gut").text("Ein Absatz.").content
    page = upload(
        as_client(editor),
        ("gut.docx", good),
        ("leer.docx", b""),
        ("bild.docx", b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
        ("alt.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("geheim.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
        ("gross.md", b"x" * (20 * 1024 * 1024 + 1)),
        ("tabelle.xlsx", b"PK"),
        ("stumm.html", b"<html><body></body></html>"),
    )
    assert problems(page) == {
        "gut.docx": "",
        "leer.docx": "The file is empty.",
        "bild.docx": "The content of the file is no Word document, whatever its name says, or it is damaged.",
        "alt.docx": "This is an old Word file (.doc). Please open it in Word and save it as .docx.",
        "geheim.docx": "The file is protected with a password. Please remove the protection and try again.",
        "gross.md": "The file is larger than 20 MB.",
        "tabelle.xlsx": "Only Word documents (.docx), Markdown and HTML can be brought in.",
        "stumm.html": "There is nothing to read in this file.",
    }
    assert [entry.title for entry in Entry.objects.all()] == ["Gut"]


def test_a_form_sent_twice_makes_one_draft(editor, editor2, as_client):
    file = ("bericht.docx", county_report())
    upload(as_client(editor), file, file)
    page = upload(as_client(editor2), file)
    assert "This document was brought in before. Nothing was changed." in page.content.decode()
    assert [line.was_here for line in page.context["lines"]] == [True]
    assert (Entry.objects.count(), Picture.objects.count()) == (1, 1)
    assert Entry.objects.get().owner == editor


def test_two_documents_of_one_name_are_two_drafts(editor, as_client):
    for title in ("Eins", "Zwei"):
        upload(as_client(editor), ("konzept.docx", WordFile(title).text("Text.").content))
    assert sorted(entry.title for entry in Entry.objects.all()) == ["Eins", "Zwei"]


def test_the_kind_can_be_chosen_and_chosen_again(editor, as_client):
    file = ("konzept.docx", WordFile("Konzept Ankommen").text("Ein Absatz.").content)
    upload(as_client(editor), file)
    assert Entry.objects.get().specific.kind == "concept"
    Entry.objects.get().delete()
    upload(as_client(editor), file, kind="strategy")
    assert Strategy.objects.get().title == "Konzept Ankommen"


def test_a_picture_without_description_waits_in_the_draft_and_holds_up_publication(editor, as_client, entry_data):
    upload(as_client(editor), ("konzept.docx", WordFile("Konzept").text("Ein Absatz.").picture().content))
    entry = Entry.objects.get()
    picture = {"image": Picture.objects.get().pk, "alt": "", "caption": ""}
    data = entry_data(kind="concept", body=streamfield([("picture", picture)]))
    address = f"/cms/pages/{entry.pk}/edit/"
    assert as_client(editor).post(address, data).status_code == 302
    refused = as_client(editor).post(address, {**data, "action-publish": "1"})
    assert (refused.status_code, Entry.objects.get().live) == (200, False)
    data["body-0-value-alt"] = "Zwei Balken"
    assert as_client(editor).post(address, {**data, "action-publish": "1"}).status_code == 302
    assert Entry.objects.get().live


@pytest.mark.parametrize(("number", "sentence"), [(0, "at least one file"), (11, "at most 10 files")])
def test_too_few_and_too_many_files_are_refused(number, sentence, editor, as_client):
    page = upload(as_client(editor), *[(f"{n}.md", b"# Titel") for n in range(number)])
    assert sentence in str(page.context["form"].errors["documents"])
    assert not Entry.objects.exists()


def test_the_menu_leads_there(editor, as_client):
    assert ADDRESS in as_client(editor).get("/cms/").content.decode()


@pytest.mark.parametrize(("who", "status"), [("visitor", 302), ("member", 403), ("guest", 403), ("applicant", 403)])
def test_others_bring_in_nothing(who, status, request, as_client):
    client = as_client(request.getfixturevalue(who))
    assert client.get(ADDRESS).status_code == status
    assert client.post(ADDRESS, {"documents": SimpleUploadedFile("a.md", b"# Titel\n\nText.")}).status_code == status
    assert not Entry.objects.exists()
