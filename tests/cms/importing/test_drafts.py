"""`manage.py import_entries` with documents: drafts, once and up to date, as long as nobody here has the say."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from cms.actions import bringing_in
from cms.actions.entries import edit_entry, publish_entry
from cms.models import Entry, ImportedEntry, ImportedFile, Picture, Projection
from tests.cms.importing.answers import Answer
from tests.factories import make_topic
from tests.factories.documents import WordFile, county_report, drawn

pytestmark = pytest.mark.django_db

UNCHANGED = "0 new, 0 changed, 1 unchanged, 0 not imported."


@pytest.fixture
def folder(forum, tmp_path):
    """A folder as somebody has it: a report, a page with its picture, a note."""
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bericht.docx").write_bytes(county_report())
    (tmp_path / "bilder" / "hof.png").write_bytes(drawn())
    (tmp_path / "seite.html").write_text('<h1>Angebot</h1><p>Text</p><img src="bilder/hof.png" alt="Ein Hof">')
    (tmp_path / "notiz.md").write_text("# Strategie Wohnen\n\nEin Absatz.")
    return tmp_path


def files_on_disk():
    return sorted(path.name for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())


def test_a_mixed_folder_becomes_drafts_for_editors_only(folder, write_lines, a_line):
    make_topic("Wohnen")
    write_lines(a_line(), name="texte.jsonl")
    answer = Answer(folder)
    assert answer.status == 0
    assert answer.lines == [
        "Unpublished drafts. Kind, topics and summary are proposals; an editor checks and publishes them:",
        "  bericht.docx: “Sprachkurse kommen ins Dorf: Erfahrungen aus dem Landkreis Auental” "
        "(Kind: good practice; Topics: none found)",
        "  notiz.md: “Strategie Wohnen” (Kind: strategy; Topics: Wohnen)",
        "  seite.html: “Angebot” (Kind: offer; Topics: none found)",
        "4 new, 0 changed, 0 unchanged, 0 not imported.",
        "Everything is in.",
    ]
    drafts = Entry.objects.filter(imported__isnull=True)
    assert {(entry.live, entry.owner, entry.external_key) for entry in drafts} == {(False, None, None)}
    assert not Projection.objects.filter(entry__in=drafts).exists()
    assert ImportedEntry.objects.count() == 1


def test_a_second_run_changes_nothing(folder):
    Answer(folder)
    before = (Entry.objects.count(), Picture.objects.count(), files_on_disk())
    answer = Answer(folder)
    assert (answer.status, answer.lines[0]) == (0, "0 new, 0 changed, 3 unchanged, 0 not imported.")
    assert (Entry.objects.count(), Picture.objects.count(), files_on_disk()) == before


def test_a_changed_file_is_a_new_version_of_the_draft_with_the_same_pictures(folder):
    Answer(folder / "seite.html")
    entry = Entry.objects.get()
    (folder / "seite.html").write_text('<h1>Neu</h1><p>Anders</p><img src="bilder/hof.png" alt="Ein Hof">')
    assert Answer(folder / "seite.html").lines[-2] == "0 new, 1 changed, 0 unchanged, 0 not imported."
    entry.refresh_from_db()
    latest = entry.latest_revision.as_object()
    assert (entry.live, latest.title, entry.revisions.count()) == (False, "Neu", 2)
    assert (latest.kind, Picture.objects.count()) == ("offer", 1)
    assert Answer(folder / "seite.html").lines[0] == UNCHANGED


def test_a_picture_that_changed_beside_the_file_is_a_change(folder):
    Answer(folder / "seite.html")
    (folder / "bilder" / "hof.png").write_bytes(drawn(size=(320, 200)))
    assert "1 changed" in Answer(folder / "seite.html").lines[-2]
    assert Picture.objects.count() == 2


def edited(entry, editor):
    entry.title = "Von Menschen"
    edit_entry(entry, actor=editor)


@pytest.mark.parametrize(
    ("what_people_do", "sentence"),
    [
        (edited, "Somebody has edited the entry since the last import."),
        (lambda entry, editor: publish_entry(entry, actor=editor), "Somebody has published the entry"),
        (lambda entry, editor: entry.delete(), "Somebody has deleted the draft since the last import."),
    ],
)
def test_what_people_have_decided_is_left_alone(what_people_do, sentence, folder, cast):
    path = folder / "notiz.md"
    Answer(path)
    what_people_do(Entry.objects.get().specific, cast["editor"])
    titles = list(Entry.objects.values_list("title", flat=True))
    assert Answer(path).lines[0] == UNCHANGED
    path.write_text("# Anders\n\nText.")
    answer = Answer(path)
    assert answer.status == 1
    assert answer.lines[1].startswith(f"  notiz.md: {sentence}")
    assert list(Entry.objects.values_list("title", flat=True)) == titles


def test_nothing_half_stays_behind(folder, monkeypatch):
    before = files_on_disk()

    def broken(*args, **kwargs):
        raise bringing_in.Refused("Nein.")

    monkeypatch.setattr(bringing_in, "create_entry", broken)
    answer = Answer(folder / "bericht.docx")
    assert (answer.status, answer.lines[1]) == (1, "  bericht.docx: Nein. It was left alone.")
    assert not (Entry.objects.exists() or Picture.objects.exists() or ImportedFile.objects.exists())
    assert files_on_disk() == before


def test_bad_files_are_named_and_the_rest_is_in(folder):
    (folder / "leer.docx").touch()
    (folder / "kaputt.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "uebrig.png").write_bytes(drawn())
    answer = Answer(folder)
    assert answer.status == 1
    assert answer.lines[:4] == [
        "Not imported:",
        "  kaputt.docx: The content of the file is no Word document, whatever its name says, or it is damaged.",
        "  leer.docx: The file is empty.",
        "  uebrig.png: No document shows this picture.",
    ]
    assert Entry.objects.count() == 3


def test_two_files_of_one_name_do_not_overwrite_each_other(folder):
    (folder / "a").mkdir()
    (folder / "a" / "notiz.md").write_text("# Andere\n\nText.")
    answer = Answer(folder / "notiz.md", folder / "a" / "notiz.md")
    assert answer.status == 1
    assert answer.lines[1] == (
        f"  notiz.md: {folder}/notiz.md has the same name and came first. Import the folder above both instead."
    )
    assert [entry.title for entry in Entry.objects.all()] == ["Strategie Wohnen"]


def test_the_name_of_a_file_never_becomes_public(folder, cast):
    Answer(folder / "notiz.md")
    entry = publish_entry(Entry.objects.get().specific, actor=cast["editor"])
    assert ImportedFile.objects.get(entry=entry).key == "file:notiz.md"
    assert Projection.objects.get(entry=entry).external_key == ""


def test_a_very_long_name_is_found_again(forum, tmp_path):
    path = tmp_path / ("x" * 90) / ("y" * 90) / ("z" * 90 + ".md")
    path.parent.mkdir(parents=True)
    path.write_text("# T\n\nText.")
    Answer(tmp_path)
    assert Answer(tmp_path).lines[0] == UNCHANGED


def test_a_document_without_a_title_and_topics_comes_in(forum, tmp_path):
    (tmp_path / "ohne-titel.docx").write_bytes(WordFile().text("Nur ein Satz.").content)
    assert Answer(tmp_path).status == 0
    assert Entry.objects.get().title == "ohne-titel"
