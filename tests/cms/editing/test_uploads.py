"""Pictures and files on their way in, through Wagtail's own forms."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image

from cms.models import File, Picture
from plugins.api.outbox import dispatch_pending

pytestmark = pytest.mark.django_db

GPS = 0x8825


@pytest.fixture(autouse=True)
def english(editor):
    """Editors choose the language of the admin; the sentences are compared as the source has them."""
    from wagtail.users.models import UserProfile

    UserProfile.objects.create(user=editor, preferred_language="en")
    with translation.override("en"):
        yield


def drawn(kind="JPEG", size=(40, 20), **how):
    content = io.BytesIO()
    picture = Image.new("RGB", size, (200, 30, 30))
    picture.paste((30, 30, 200), (0, 0, size[0] // 2, size[1]))
    picture.save(content, kind, **how)
    return content.getvalue()


def exif(orientation=1):
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = "Kamera von Frau Muster"
    tags.get_ifd(GPS)[2] = (48.0, 30.0, 0.0)
    return tags


def office(*names, **contents):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        for name in names:
            parts.writestr(name, contents.get(name, "x"))
    return out.getvalue()


def upload_picture(person, as_client, name, content):
    data = {"title": "Dorfstraße", "file": SimpleUploadedFile(name, content), "credit": "Landkreis"}
    return as_client(person).post("/cms/images/add/", data)


def upload_file(person, as_client, name, content):
    data = {"title": "Vordruck", "file": SimpleUploadedFile(name, content)}
    return as_client(person).post("/cms/documents/add/", data)


def complaint(response):
    assert response.status_code == 200
    form = response.context["form"]
    assert form["title"].value()
    (sentence,) = form.errors["file"]
    return sentence


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_leaves_behind_where_it_was_taken(kind, editor, as_client):
    name = f"bild.{kind.lower()}"
    content = drawn(kind, exif=exif())
    assert b"Frau Muster" in content
    assert upload_picture(editor, as_client, name, content).status_code == 302
    picture = Picture.objects.get()
    stored = picture.file.open().read()
    assert b"Frau Muster" not in stored
    assert not Image.open(io.BytesIO(stored)).getexif()
    assert (picture.width, picture.height) == (40, 20)
    assert (picture.credit, picture.uploaded_by_user) == ("Landkreis", editor)


def test_a_picture_stands_upright_without_its_exif(editor, as_client):
    upload_picture(editor, as_client, "quer.jpg", drawn(exif=exif(orientation=6)))
    picture = Picture.objects.get()
    stored = Image.open(picture.file.open())
    assert stored.size == (20, 40) == (picture.width, picture.height)
    red, _, blue = stored.convert("RGB").getpixel((10, 5))
    assert blue > red


def test_comments_and_text_in_pictures_go_too(editor, as_client):
    from PIL.PngImagePlugin import PngInfo

    words = PngInfo()
    words.add_text("Author", "Frau Muster")
    upload_picture(editor, as_client, "a.png", drawn("PNG", pnginfo=words))
    upload_picture(editor, as_client, "b.jpg", drawn(comment=b"Frau Muster"))
    assert all(b"Frau Muster" not in picture.file.open().read() for picture in Picture.objects.all())


def test_a_picture_without_metadata_is_kept_as_it_is(editor, as_client):
    content = drawn()
    upload_picture(editor, as_client, "rein.jpg", content)
    assert Picture.objects.get().file.open().read() == content


def test_the_colours_keep_their_profile(editor, as_client):
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for orientation in (1, 6):
        upload_picture(editor, as_client, "f.jpg", drawn(exif=exif(orientation), icc_profile=profile))
    profiles = [Image.open(picture.file.open()).info.get("icc_profile") for picture in Picture.objects.all()]
    assert profiles == [profile, profile]


def test_the_title_can_be_changed_without_a_new_file(editor, as_client):
    upload_picture(editor, as_client, "bild.jpg", drawn(exif=exif()))
    picture = Picture.objects.get()
    before = picture.file.name
    as_client(editor).post(f"/cms/images/{picture.pk}/", {"title": "Neu", "credit": ""})
    picture.refresh_from_db()
    assert (picture.title, picture.file.name) == ("Neu", before)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        (
            "bild.jpg",
            b"<html>",
            "Upload a valid image. The file you uploaded was either not an image or a corrupted image.",
        ),
        ("bild.png", drawn(), "Not a valid .png image. The extension does not match the file format (jpeg)"),
        ("bild.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (
            "bild.jpg",
            drawn(size=(400, 400), exif=exif())[:1200],
            "This picture is damaged and cannot be read. Please save it anew and upload it again.",
        ),
        ("leer.jpg", b"", "The submitted file is empty."),
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence(name, content, sentence, editor, as_client):
    said = complaint(upload_picture(editor, as_client, name, content))
    assert sentence is None or said == sentence
    assert not Picture.objects.exists()


def test_a_picture_with_too_many_pixels_is_refused(editor, as_client):
    said = complaint(upload_picture(editor, as_client, "riesig.png", drawn("PNG", size=(8000, 6000))))
    assert said == "This file has too many pixels (48000000). Maximum pixels 40000000."


def test_a_picture_with_too_many_bytes_is_refused(editor, as_client):
    said = complaint(upload_picture(editor, as_client, "schwer.jpg", drawn() + b"\0" * (11 << 20)))
    assert said.startswith("This file is too big")


DOCX = office("[Content_Types].xml", "word/document.xml")
ODT = office("mimetype", mimetype="application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7\n%x"),
        ("a.docx", DOCX),
        ("A.DOCX", DOCX),
        ("a.xlsx", office("[Content_Types].xml", "xl/workbook.xml")),
        ("a.pptx", office("[Content_Types].xml", "ppt/presentation.xml")),
        ("a.odt", ODT),
        ("a.txt", "Grüße".encode()),
        ("a.csv", "Ort;Zahl\nAuental;3".encode("cp1252")),
    ],
)
def test_a_file_that_is_what_it_says_comes_in(name, content, editor, as_client):
    response = upload_file(editor, as_client, name, content)
    assert response.status_code == 302, response.context["form"].errors
    file = File.objects.get()
    assert (file.file.open().read(), file.file_size) == (content, len(content))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"<!DOCTYPE html><script>alert(1)</script>"),
        ("a.pdf", b"MZ\x90\x00" + b"\0" * 60),
        ("a.pdf", DOCX),
        ("a.docx", office("x.txt")),
        ("a.docx", b"PK\x03\x04 broken"),
        ("a.docx", office("[Content_Types].xml", "xl/workbook.xml")),
        ("a.odt", DOCX),
        ("a.odt", office("mimetype", mimetype="text/html")),
        ("a.txt", b"<html><body>x"),
        ("a.txt", b"  \xef\xbb\xbf<svg onload=alert(1)>"),
        ("a.csv", b"%PDF-1.7"),
        ("a.csv", b"a\0b"),
    ],
)
def test_a_file_in_disguise_is_refused(name, content, editor, as_client):
    ending = name[name.index(".") :]
    said = complaint(upload_file(editor, as_client, name, content))
    assert said == (
        f"The content of this file does not fit the ending “{ending}” of its name. Please save it in that format."
    )
    assert not File.objects.exists()


@pytest.mark.parametrize("name", ["a.html", "a.svg", "a.exe", "a.zip", "a.docm", "a"])
def test_other_kinds_of_file_are_refused(name, editor, as_client):
    assert complaint(upload_file(editor, as_client, name, b"x")).startswith("File extension “")
    assert not File.objects.exists()


def test_a_file_too_large_is_refused(editor, as_client):
    said = complaint(upload_file(editor, as_client, "a.pdf", b"%PDF-1.7" + b"x" * (21 << 20)))
    assert said.replace("\xa0", " ") == "This file is too big (21.0 MB). Maximum filesize 20.0 MB."


def test_several_at_once_take_the_same_way(editor, as_client):
    data = {"title": "x", "files[]": SimpleUploadedFile("a.pdf", b"<html>")}
    answer = as_client(editor).post("/cms/documents/multiple/add/", data)
    assert answer.json()["success"] is False
    data = {"title": "x", "files[]": SimpleUploadedFile("b.jpg", drawn(exif=exif()))}
    assert as_client(editor).post("/cms/images/multiple/add/", data).json()["success"] is True
    assert b"Frau Muster" not in Picture.objects.get().file.open().read()


def test_members_upload_nothing(member, as_client):
    assert upload_picture(member, as_client, "a.jpg", drawn()).status_code == 403
    assert upload_file(member, as_client, "a.pdf", b"%PDF-1.7").status_code == 403


def test_editors_see_beside_the_file_whether_its_text_is_found(editor, as_client):
    upload_file(editor, as_client, "plan.txt", "Größe der Räume".encode())
    address = f"/cms/documents/edit/{File.objects.get().pk}/"
    assert "Its text is being read, for the search." in as_client(editor).get(address).content.decode()
    dispatch_pending()
    assert "Its text is found by the search." in as_client(editor).get(address).content.decode()
    assert "Its text" not in as_client(editor).get("/cms/documents/multiple/add/").content.decode()
