"""The letter of the county: checked by its content, delivered through the door alone, gone with the application."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage

from plugins.api.errors import Invalid, Refused
from plugins.membership.actions.application_letters import MOST_BYTES, remove_letter, upload_letter
from plugins.membership.actions.application_retention import empty
from plugins.membership.models import ApplicationLetter
from tests.factories.joining import applicant_of, make_application, make_letter, make_link, reader_of

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7 Zustimmung der Landraetin"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 40


@pytest.fixture
def begun(forum):
    return make_application("begun")


def put(application, **letter):
    return upload_letter(application, make_letter(**letter), actor=applicant_of(application))


@pytest.mark.parametrize(
    ("content", "kind", "name"),
    [(PDF, "application/pdf", "Brief.pdf"), (PNG, "image/png", "Brief.png"), (JPG, "image/jpeg", "Brief.jpg")],
)
def test_a_pdf_and_pictures_are_taken_by_what_they_are(begun, content, kind, name):
    letter = put(begun, name="../../Brief.exe", content=content)
    assert (letter.content_type, letter.name) == (kind, name)


@pytest.mark.parametrize(
    "content", [b"<html><script>alert(1)</script>", b"MZ\x90\0" * 20, b"PK\x03\x04" * 20, b"GIF89a"]
)
def test_what_only_calls_itself_a_pdf_is_not_taken(begun, content):
    with pytest.raises(Invalid, match="PDF"):
        put(begun, name="Brief.pdf", content=content)
    assert not ApplicationLetter.objects.exists()


def test_what_is_empty_or_too_large_is_not_taken(begun):
    for content in (b"", PDF + b"x" * MOST_BYTES):
        with pytest.raises(Invalid):
            put(begun, content=content)


def test_the_page_says_why_and_the_letter_is_saved_not_shown(begun, client):
    link = make_link(begun)
    page = client.post(f"{link}teil/letter/", {"file": make_letter(content=b"kein PDF")}).content.decode()
    assert 'role="alert"' in page
    client.post(f"{link}teil/letter/", {"file": make_letter("Schreiben.pdf", PDF)})
    response = client.get(f"{link}brief/")
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"] == 'attachment; filename="Schreiben.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"


def test_nobody_fetches_it_without_the_application(begun, client, as_client, office, member, admin):
    letter = put(begun)
    path = letter.file.name
    other = make_application("begun")
    assert client.get(f"{make_link(other)}brief/").status_code == 404
    for person in (None, member, office, admin):
        browser = as_client(person)
        assert browser.get(f"/medien/{path}").status_code == 404
        assert browser.get(f"/mitglied-werden/bewerbungen/{begun.pk}/brief/").status_code in (302, 404)
    assert "Schreiben" not in path


def test_the_office_fetches_it_once_it_was_handed_in(forum, as_client, office, member):
    application = make_application("begun")
    put(application)
    application.state, application.received_at = "received", application.begun_at
    application.save()
    address = f"/mitglied-werden/bewerbungen/{application.pk}/brief/"
    assert as_client(office).get(address).status_code == 200
    assert as_client(member).get(address).status_code == 404


def test_another_takes_its_place_and_the_old_content_goes(begun, django_capture_on_commit_callbacks):
    old = put(begun).file.name
    with django_capture_on_commit_callbacks(execute=True):
        new = put(begun).file.name
    assert not default_storage.exists(old) and default_storage.exists(new)
    with django_capture_on_commit_callbacks(execute=True):
        remove_letter(begun, actor=applicant_of(begun))
    assert not default_storage.exists(new) and not ApplicationLetter.objects.exists()


def test_it_goes_with_the_application(forum, django_capture_on_commit_callbacks):
    application = make_application("begun")
    path = put(application).file.name
    application.state = "withdrawn"
    application.save()
    with django_capture_on_commit_callbacks(execute=True):
        empty(application)
    assert not default_storage.exists(path)


def test_a_second_reader_reads_it_and_changes_nothing(begun, client):
    put(begun)
    link = make_link(begun, is_reader=True)
    assert client.get(f"{link}brief/").status_code == 200
    client.post(f"{link}teil/letter/", {"file": make_letter("Anderes.pdf")})
    client.post(f"{link}brief/entfernen/")
    assert ApplicationLetter.objects.get().name == "Schreiben.pdf"
    with pytest.raises(Refused):
        upload_letter(begun, make_letter(), actor=reader_of(begun))
