"""Programs upload pictures and files, and show them in what they write."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from cms.models import File, Picture
from tests.cms.rest.test_errors import problem
from tests.cms.rest.writing import WHOLE, Program
from tests.factories import make_picture

PICTURES, FILES = "/api/v1/pictures/", "/api/v1/files/"


def drawing(name: str = "dorf.png", size: tuple[int, int] = (1200, 600)) -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", size, "green").save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue(), "image/png")


def letter(name: str = "brief.txt", content: bytes = b"Guten Tag") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "text/plain")


@pytest.fixture
def program(author):
    return Program(author)


def test_a_picture_is_uploaded_and_shown_to_those_who_read_the_entry(program, editor, member, api):
    made = program.api.post(PICTURES, {"file": drawing(), "title": "Unser Dorf", "credit": "Amt"})
    assert made.status_code == 201, made.content
    picture = made.json()
    assert (picture["title"], picture["credit"]) == ("Unser Dorf", "Amt")
    assert picture["sizes"][0]["url"] == f"/medien/bild/{picture['id']}/width-400/"
    assert program.api.json(made["Location"]) == picture
    assert api(member).get(made["Location"]).status_code == 403

    shown = [{"type": "picture", "value": {"image": picture["id"], "alt": "Ein Dorf"}}]
    number = program.write(sections=WHOLE, body=shown).json()["id"]
    Program(editor).move(number, "published")
    assert api(member).json(f"entries/{number}/")["images"][0]["id"] == picture["id"]


def test_a_file_is_uploaded_and_offered(program, editor, member, api, as_client):
    made = program.api.post(FILES, {"file": letter()})
    assert made.status_code == 201, made.content
    assert made.json()["title"] == "brief.txt"
    link = [{"type": "text", "value": f'<p><a linktype="document" id="{made.json()["id"]}">Der Brief</a></p>'}]
    number = program.write(sections=WHOLE, body=link).json()["id"]
    Program(editor).move(number, "published")
    (file,) = api(member).json(f"entries/{number}/")["files"]
    assert as_client(member).get(file["url"]).status_code == 200
    assert file["id"] == made.json()["id"]


@pytest.mark.parametrize(
    ("address", "file"),
    [
        (PICTURES, lambda: letter("dorf.png")),
        (PICTURES, lambda: letter("dorf.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")),
        (PICTURES, lambda: SimpleUploadedFile("dorf.png", drawing().read()[:200], "image/png")),
        (FILES, lambda: letter("brief.exe")),
        (FILES, lambda: letter("brief.pdf")),
        (FILES, lambda: letter("brief.txt", b"<html><script>alert(1)</script>")),
        (FILES, lambda: letter("brief.txt", b"")),
    ],
)
def test_what_is_not_what_it_says_is_refused(program, address, file):
    refused = program.api.post(address, {"file": file()})
    assert refused.status_code == 400, refused.content
    assert list(problem(refused)["errors"]) == ["file"]
    assert not Picture.objects.exists()
    assert not File.objects.exists()


def test_without_a_file_or_with_an_unknown_field_nothing_is_kept(program):
    assert list(problem(program.api.post(PICTURES, {"title": "Dorf"}))["errors"]) == ["file"]
    assert list(problem(program.api.post(PICTURES, {"file": "dorf.png", "title": "Dorf"}))["errors"]) == ["file"]
    assert list(problem(program.api.post(FILES, {"file": letter(), "path": "/etc"}))["errors"]) == ["path"]
    assert program.api.post(PICTURES, {"file": 1}, "application/json").status_code == 400


def test_the_same_upload_under_one_key_is_kept_once(program):
    key = {"headers": {"idempotency-key": "bild-1"}}
    first = program.api.post(PICTURES, {"file": drawing()}, **key)
    again = program.api.post(PICTURES, {"file": drawing()}, **key)
    other = program.api.post(PICTURES, {"file": drawing(size=(10, 10))}, **key)
    assert again.json() == first.json()
    assert other.status_code == 422
    assert Picture.objects.count() == 1


@pytest.mark.parametrize("who", ["member", "guest"])
def test_only_those_who_write_upload(request, who):
    refused = Program(request.getfixturevalue(who)).api.post(PICTURES, {"file": drawing()})
    assert refused.status_code == 403


def test_a_reading_token_uploads_nothing(author, api):
    picture = make_picture()
    assert api(author).post(PICTURES, {"file": drawing()}).status_code == 403
    assert api().post(PICTURES, {"file": drawing()}).status_code == 401
    assert api().get(f"{PICTURES}{picture.pk}/").status_code == 401
    assert Program(author).api.get(f"{PICTURES}{2**70}/").status_code == 404
