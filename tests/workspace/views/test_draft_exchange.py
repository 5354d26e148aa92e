"""Drafts as files that go out and come in, in the browser, without a script."""

from __future__ import annotations

import io

import docx
import pypdf
import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format

from cms.models import County
from plugins.api.actors import actor_for
from tests.factories import join_group, make_group, make_photo, make_upload
from tests.factories.documents import WordFile, county_report, drawn
from tests.factories.drafts import make_draft
from tests.unavailable import leave_out
from workspace.actions.drafts import close_draft, name_version
from workspace.actions.files import upload_file
from workspace.models import Draft, DraftVersion, GroupFile, GroupRole, StoredFile
from workspace.queries.drafts import text_of
from workspace.views import draft_files

pytestmark = pytest.mark.django_db
TEXT = "# Worum es geht\n\nViele Wohnungen stehen leer.\n\n| Kreis | Zahl |\n| --- | --- |\n| Uckermark | 12 |\n"
NEW = "/entwuerfe/einlesen/"


@pytest.fixture
def pango():
    try:
        import weasyprint  # noqa: F401
    except OSError:
        leave_out("Pango")


@pytest.fixture
def draft(group, coordinator, mentor):
    """The coordinator began it; the mentor suggests in the group."""
    join_group(group, mentor, role=GroupRole.ADVISER)
    return make_draft(group, "Empfehlung: Wohnraum für Geflüchtete", by=coordinator, text=TEXT)


@pytest.fixture
def stamp():
    return f"Entwurf: in Arbeit · nur für AG Wohnen · {date_format(timezone.localdate(), 'j. F Y')}"


def out(draft, form, **chosen):
    return f"/entwuerfe/{draft.pk}/ausgabe/{form}/" + (f"?fassung={chosen['fassung']}" if chosen else "")


def into(draft):
    return f"/entwuerfe/{draft.pk}/einlesen/"


def kinds(node):
    yield node["type"]
    for child in node.get("content", ()):
        yield from kinds(child)


def shelf_paths():
    return [path for stored in StoredFile.objects.all() for path in (stored.content.name, stored.small.name) if path]


def on_disk():
    found, folders = [], [""]
    while folders:
        folder = folders.pop()
        inner, names = default_storage.listdir(folder)
        folders += [f"{folder}{name}/" for name in inner]
        found += [f"{folder}{name}" for name in names]
    return sorted(found)


def test_a_word_file_with_stamp_headings_and_table(draft, member, stamp, as_client):
    answer = as_client(member).get(out(draft, "docx"))
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''Empfehlung%20Wohnraum")
    file = docx.Document(io.BytesIO(answer.content))
    assert [(p.style.name, p.text) for p in file.paragraphs][:4] == [
        ("Title", "Empfehlung: Wohnraum für Geflüchtete"),
        ("Draft Stamp", stamp),
        ("Heading 1", "Worum es geht"),
        ("Normal", "Viele Wohnungen stehen leer."),
    ]
    assert [[cell.text for cell in row.cells] for row in file.tables[0].rows] == [
        ["Kreis", "Zahl"],
        ["Uckermark", "12"],
    ]
    assert stamp in "".join(p.text for p in file.sections[0].header.paragraphs)


def test_a_pdf_with_the_stamp_on_every_page(group, member, stamp, as_client, pango):
    long = make_draft(group, by=member, text="\n\n".join(["Viele Wohnungen stehen leer. " * 20] * 12))
    answer = as_client(member).get(out(long, "pdf"))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "private, no-store"
    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    assert len(pages) > 1
    assert all(stamp in " ".join(page.extract_text().split()) for page in pages)


def test_markdown_and_the_way_back(draft, member, stamp, as_client):
    client = as_client(member)
    answer = client.get(out(draft, "md"))
    assert answer["Content-Type"] == "text/markdown; charset=utf-8"
    assert stamp in answer.content.decode()
    before = text_of(draft)
    client.post(into(draft), {"file": make_upload(answer.content, "zurueck.md")})
    assert text_of(draft) == before


def test_a_version_goes_out_with_its_name(draft, member, stamp, as_client):
    name_version(draft, name="Nach der Sitzung", actor=actor_for(member))
    as_client(member).post(into(draft), {"file": make_upload("Neu.", "neu.txt")})
    answer = as_client(member).get(out(draft, "md", fassung=2))
    assert "Fassung 2 „Nach der Sitzung“ · nur für AG Wohnen" in answer.content.decode()
    assert "Viele Wohnungen" in answer.content.decode()
    assert "Fassung%202" in answer["Content-Disposition"]
    assert "Neu." in as_client(member).get(out(draft, "md")).content.decode()


def test_the_stamp_says_how_things_stand(group, coordinator, outsider, as_client):
    draft = make_draft(group, by=coordinator, text=TEXT, for_all=True)
    close_draft(draft, actor=actor_for(coordinator))
    text = as_client(outsider).get(out(draft, "md")).content.decode()
    assert "AG Wohnen, für alle Mitglieder des Forums" in text
    assert str(Draft.objects.get().get_state_display()) in text


@pytest.mark.parametrize("form", ["odt", "PDF", "docx2"])
def test_other_forms_are_not_there(draft, member, as_client, form):
    assert as_client(member).get(out(draft, form)).status_code == 404


@pytest.mark.parametrize("number", ["9", "0", "-1", "²", "x", "1" * 30])
def test_other_versions_are_not_there(draft, member, as_client, number):
    assert as_client(member).get(out(draft, "md", fassung=number)).status_code == 404


def test_a_text_too_long_for_a_pdf_says_what_to_do(group, member, as_client):
    draft = make_draft(group, by=member, text="Viele Wohnungen stehen leer. " * 25_000)
    answer = as_client(member).get(out(draft, "pdf"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "zu lang" in page
    assert f'href="{out(draft, "docx")}"' in page


def test_who_comes_while_another_pdf_is_made_is_asked_to_come_back(draft, member, as_client, monkeypatch):
    monkeypatch.setattr(draft_files, "PATIENCE", 0.01)
    with draft_files.ONE_PDF:
        answer = as_client(member).get(out(draft, "pdf"))
    assert answer.status_code == 503
    assert "gleich noch einmal" in answer.content.decode()


def test_pictures_go_out_where_they_are_the_groups_and_seen(group, coordinator, member, as_client):
    shown = upload_file(group, make_photo(), actor=actor_for(coordinator)).versions.get()
    foreign = upload_file(
        make_group("AG Kita", coordinator=coordinator), make_photo("fremd.jpg"), actor=actor_for(coordinator)
    ).versions.get()
    draft = make_draft(group, by=coordinator, text="Zwei Bilder:")
    version = DraftVersion.objects.get()
    version.content["content"] += [
        {"type": "picture", "attrs": {"file": stored.pk, "alt": f"Bild {stored.pk}", "caption": ""}}
        for stored in (shown, foreign)
    ]
    version.save()
    client = as_client(coordinator)
    file = docx.Document(io.BytesIO(client.get(out(draft, "docx", fassung=1)).content))
    assert len(file.inline_shapes) == 1
    page = client.get(version.get_absolute_url()).content.decode()
    assert f"/dateien/{shown.pk}/klein/" in page
    assert f"/dateien/{foreign.pk}/klein/" not in page


def test_a_file_with_many_pictures_costs_one_question_for_them(group, coordinator, as_client):
    stored = [upload_file(group, make_photo(), actor=actor_for(coordinator)).versions.get() for _n in range(4)]
    draft = make_draft(group, by=coordinator, text="Bilder:")
    version = DraftVersion.objects.get()
    client = as_client(coordinator)

    def count():
        with CaptureQueriesContext(connection) as found:
            assert client.get(out(draft, "docx", fassung=1)).status_code == 200
        return len(found)

    picture = {"type": "picture", "attrs": {"alt": "Haus", "caption": ""}}
    version.content["content"] += [{**picture, "attrs": {**picture["attrs"], "file": stored[0].pk}}]
    version.save()
    one = count()
    version.content["content"] += [{**picture, "attrs": {**picture["attrs"], "file": each.pk}} for each in stored]
    version.save()
    assert count() == one


def test_a_word_file_becomes_a_draft(group, member, as_client):
    sent = {"file": make_upload(county_report(), "Bericht_Auental.docx"), "title": ""}
    page = as_client(member).post(f"{NEW}?gruppe={group.slug}", sent, follow=True).content.decode()
    draft = Draft.objects.get()
    assert (draft.title, draft.owner, draft.author) == ("Bericht Auental", group, member)
    text = text_of(draft)
    assert {"heading", "ordered_list", "bullet_list", "table", "picture", "footnote"} <= set(kinds(text))
    (file,) = GroupFile.objects.all()
    assert (file.group, file.uploaded_by) == (group, member)
    assert file.title == "Zwölf Erwachsene sitzen im Feuerwehrhaus an Tischen"
    assert f"'file': {file.versions.get().pk}" in str(text)
    assert "Die Datei ist eingelesen." in page
    assert "Der Titel der Datei wurde nicht" in page
    assert draft.versions.get().saved_by == member
    assert {who for runs in draft.versions.get().authors for _length, who in runs} == {member.pk, None}


def test_who_will_read_it_is_said_beforehand(group, member, as_client):
    client = as_client(member)
    assert "Nur AG Wohnen (2 Personen)" in client.get(f"{NEW}?gruppe={group.slug}").content.decode()
    assert f"<li>{member}</li>" in client.get(f"{NEW}?landkreis=99001").content.decode()


def test_a_file_takes_the_place_of_the_text_which_is_kept(draft, member, as_client):
    as_client(member).post(into(draft), {"file": make_upload("# Neu\n\nAnders.", "neu.md")})
    assert "Anders." in str(text_of(draft))
    names = list(draft.versions.order_by("number").values_list("name", flat=True))
    assert names == ["Wie eingelesen", "Bevor „neu.md“ eingelesen wurde", "Wie aus „neu.md“ eingelesen"]
    assert "Viele Wohnungen" in str(draft.versions.get(number=2).content)
    authors = draft.versions.get(number=3).authors
    assert {who for runs in authors for _length, who in runs} == {member.pk}


@pytest.mark.parametrize(
    ("name", "content"),
    [("seite.html", "<h1>Neu</h1><p>Anders.</p>"), ("neu.txt", "Anders."), ("neu.markdown", "Anders.")],
)
def test_other_formats(draft, member, as_client, name, content):
    as_client(member).post(into(draft), {"file": make_upload(content, name)})
    assert "Anders." in str(text_of(draft))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("alt.doc", b"x", "als Word-Dokument"),
        ("bild.png", drawn(), "Eingelesen werden nur"),
        ("falsch.docx", b"kein Word", ""),
        ("falsch.md", drawn(), "enthält keinen Text"),
        ("leer.md", b"", ""),
        ("nichts.md", b"\n\n  \n", "kein Text gefunden"),
        ("lang.txt", b"Viele Wohnungen stehen leer. " * 30_000, "zu lang"),
    ],
)
def test_what_cannot_be_read_changes_nothing_and_says_why(draft, member, as_client, name, content, said):
    before = text_of(draft)
    page = as_client(member).post(into(draft), {"file": make_upload(content, name)}).content.decode()
    assert 'class="form__error"' in page
    assert said in page
    assert text_of(draft) == before
    assert draft.versions.count() == 1


def test_a_picture_that_cannot_be_shown_is_named_and_costs_nothing_else(draft, member, as_client):
    file = WordFile().text("Mit Bild").picture(drawn("TIFF")).picture(alt="Ein Haus").content
    page = as_client(member).post(into(draft), {"file": make_upload(file, "bilder.docx")}, follow=True).content.decode()
    assert "Bild 1 wurde weggelassen" in page
    assert GroupFile.objects.get().title == "Ein Haus"


def test_a_county_has_drafts_without_pictures(member, outsider, as_client):
    sent = {"file": make_upload(county_report(), "bericht.docx"), "title": "Unser Bericht"}
    page = as_client(member).post(f"{NEW}?landkreis=99001", sent, follow=True).content.decode()
    draft = Draft.objects.get()
    assert (draft.title, draft.owner) == ("Unser Bericht", County.objects.get(key="99001"))
    assert "Bild 1 wurde weggelassen: Entwürfe eines Landkreises enthalten keine Bilder." in page
    assert not StoredFile.objects.exists()
    assert as_client(outsider).get(f"{NEW}?landkreis=99001").status_code == 404


def test_nothing_stays_of_what_was_half_read_in(draft, member, as_client, monkeypatch):
    before, files = text_of(draft), on_disk()
    monkeypatch.setattr("workspace.actions.draft_exchange.append", lambda *given: 1 / 0)
    client = as_client(member)
    client.raise_request_exception = False
    answer = client.post(into(draft), {"file": make_upload(county_report(), "bericht.docx")})
    assert answer.status_code == 500
    assert (text_of(draft), draft.versions.count(), StoredFile.objects.count()) == (before, 1, 0)
    assert on_disk() == files


def test_a_closed_draft_takes_no_file_in(draft, coordinator, as_client):
    close_draft(draft, actor=actor_for(coordinator))
    client = as_client(coordinator)
    assert client.get(into(draft)).status_code == 403
    assert client.post(into(draft), {"file": make_upload("x", "x.md")}).status_code == 403


def test_an_adviser_takes_texts_along_and_brings_none(draft, group, mentor, as_client):
    client = as_client(mentor)
    assert client.get(out(draft, "docx")).status_code == 200
    assert client.post(into(draft), {"file": make_upload("x", "x.md")}).status_code == 403
    assert client.post(f"{NEW}?gruppe={group.slug}", {"file": make_upload("x", "x.md")}).status_code == 403
    assert (Draft.objects.count(), DraftVersion.objects.count()) == (1, 1)


def test_visitors_are_asked_to_sign_in_whether_there_is_a_draft_or_not(draft, group, as_client):
    for address in (out(draft, "pdf"), out(draft, "pdf").replace(f"/{draft.pk}/", "/98765/"), into(draft), NEW):
        assert as_client().get(address)["Location"].startswith("/konto/anmelden/?next=/entwuerfe/")


@pytest.mark.parametrize("name", ["outsider", "office", "guest", "former_member"])
def test_not_yours_looks_like_not_there(draft, group, name, people, as_client):
    client = as_client(people[name])
    addresses = [out(draft, form) for form in ("docx", "pdf", "md")] + [into(draft), f"{NEW}?gruppe={group.slug}", NEW]
    absent = [address.replace(f"/{draft.pk}/", "/98765/").replace(group.slug, "keine") for address in addresses]
    assert {client.get(address).status_code for address in (*addresses, *absent)} == {404}
    sent = {"file": make_upload("x", "x.md")}
    assert {client.post(address, sent).status_code for address in (into(draft), NEW)} == {404}
