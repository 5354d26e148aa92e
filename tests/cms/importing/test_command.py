"""`manage.py import_entries` as people run it."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from django.core.files import locks
from django.db import connection

from cms.importing import running
from cms.models import Entry, Projection
from plugins.api.models import Delivery
from tests.cms.importing.answers import Answer

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"


@pytest.mark.django_db
def test_good_lines_are_in_and_a_second_run_changes_nothing(forum, write_lines, a_line):
    path = write_lines(a_line(), a_line(external_key="quelle:2", title="Zwei", summary="Kurz."))
    first, second = Answer(path), Answer(path)
    assert (first.status, first.lines) == (0, ["2 new, 0 changed, 0 unchanged, 0 not imported.", "Everything is in."])
    assert (second.status, second.lines[0]) == (0, "0 new, 0 changed, 2 unchanged, 0 not imported.")
    assert not Delivery.objects.exists()


@pytest.mark.django_db
def test_broken_lines_are_named_and_the_rest_is_in(forum, write_lines, a_line):
    path = write_lines(
        a_line(),
        "{broken",
        a_line(external_key="quelle:3", kind="poem"),
        a_line(external_key="quelle:4", colour="red", county="99999"),
        a_line(),
        a_line(external_key="quelle:6", body_html="<p>Text<script>alert(1)</script></p>"),
    )
    answer = Answer(path)
    assert answer.status == 1
    assert answer.lines == [
        "Not imported:",
        "  texte.jsonl, line 2: The line is not valid JSON from character 2 on.",
        "  texte.jsonl, line 3: There is no kind “poem”. There are: good_practice, concept, strategy, recommendation, "
        "offer.",
        "  texte.jsonl, line 5: The key “quelle:1” stands in this import before: texte.jsonl, line 1.",
        "Imported, but for a part:",
        "  texte.jsonl, line 4: There is no field “colour”; it was left out.",
        "  texte.jsonl, line 4: There is no county with the key “99999”; it was left out.",
        "Remarks:",
        "  texte.jsonl, line 6: Taken out of the text: script.",
        "3 new, 0 changed, 0 unchanged, 3 not imported.",
        "5 things were left out; see above.",
    ]
    keys = Entry.objects.order_by("external_key").values_list("external_key", flat=True)
    assert list(keys) == ["quelle:1", "quelle:4", "quelle:6"]


@pytest.mark.django_db
def test_hostile_html_alone_is_no_failure(forum, write_lines, a_line):
    assert Answer(write_lines(a_line(body_html="<p onclick='x()'>Text<script>alert(1)</script></p>"))).status == 0
    page = Projection.objects.get().text.page_html
    assert "Text" in page
    assert "alert" not in page
    assert "onclick" not in page


@pytest.mark.django_db
def test_lines_without_a_key_are_found_again(forum, write_lines):
    twice = {"kind": "offer", "title": "Gleich"}
    path = write_lines(twice, twice, {"kind": "offer", "title": "Anders"})
    assert Answer(path).lines[0] == "3 new, 0 changed, 0 unchanged, 0 not imported."
    assert Answer(path.parent).lines[0] == "0 new, 0 changed, 3 unchanged, 0 not imported."
    path = write_lines({**twice, "body_html": "<p>neu</p>"}, twice, {"kind": "offer", "title": "Anders"})
    assert Answer(path).lines[0] == "0 new, 1 changed, 2 unchanged, 0 not imported."


@pytest.mark.django_db
def test_what_people_edited_is_named(forum, write_lines, a_line, cast):
    from cms.actions.entries import edit_entry

    Answer(write_lines(a_line()))
    edit_entry(Entry.objects.get().specific, actor=cast["editor"])
    answer = Answer(write_lines(a_line(title="Neu")))
    assert answer.status == 1
    sentence = "Somebody has edited the entry since the last import. It was left alone."
    assert answer.lines[1] == f"  texte.jsonl, line 1: {sentence}"


@pytest.mark.django_db
def test_paths_that_hold_nothing_are_named(forum, write_lines, a_line, tmp_path):
    (tmp_path / "brief.odt").touch()
    answer = Answer(tmp_path / "brief.odt", write_lines(a_line()), tmp_path / "fehlt")
    assert answer.status == 1
    assert answer.lines[1:3] == [
        "  brief.odt: only JSONL, Word (.docx), Markdown and HTML can be imported.",
        f"  {tmp_path}/fehlt: there is no such file.",
    ]
    assert Entry.objects.count() == 1


@pytest.mark.django_db
def test_without_a_forum_it_says_what_to_do(forum, write_lines, a_line):
    from cms.models import HomePage

    HomePage.objects.get().delete()
    answer = Answer(write_lines(a_line()))
    assert answer.status == 1
    assert answer.errors[0].startswith("There is no forum in ")


@pytest.mark.django_db
def test_ctrl_c_keeps_what_is_in_and_the_next_run_goes_on(forum, write_lines, a_line, monkeypatch):
    path = write_lines(*(a_line(external_key=f"k{number}", title=f"T{number}") for number in range(5)))
    real = running.import_entry

    def interrupted(source, *, actor):
        if source.external_key == "k3":
            raise KeyboardInterrupt
        return real(source, actor=actor)

    monkeypatch.setattr(running, "import_entry", interrupted)
    answer = Answer(path)
    assert answer.status == 1
    assert answer.lines == [
        "3 new, 0 changed, 0 unchanged, 0 not imported.",
        "Stopped. What was imported until then is whole; the same command goes on from there.",
    ]
    monkeypatch.undo()
    assert Answer(path).lines[0] == "2 new, 0 changed, 3 unchanged, 0 not imported."


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_leaves_whole_entries_and_a_way_on(forum, write_lines, a_line):
    if connection.vendor != "sqlite":
        pytest.skip("fills up an SQLite file")
    text = "<p>" + "Wort " * 2000 + "</p>"
    lines = (
        a_line(external_key=f"k{number}", title=f"T{number}", summary="Kurz.", body_html=text) for number in range(30)
    )
    path = write_lines(*lines)
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 200}")
    answer = Answer(path)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")
    assert answer.status == 1
    assert answer.lines[-1] == (
        "The database cannot go on: database or disk is full. "
        "What was imported until then is whole; the same command goes on from there."
    )
    whole = Entry.objects.filter(live=True, imported__isnull=False, releases__isnull=False).count()
    assert 0 < whole == Entry.objects.count() < 30
    assert Projection.objects.count() == 2 * whole
    answer = Answer(path)
    assert (answer.status, answer.lines[0]) == (0, f"{30 - whole} new, 0 changed, {whole} unchanged, 0 not imported.")


@pytest.mark.django_db
def test_a_second_import_waits_for_the_first(forum, write_lines, a_line, settings):
    with (settings.LERNNETZ_DATA / "import.lock").open("w") as first:
        locks.lock(first, locks.LOCK_EX)
        waiting = threading.Timer(0.5, locks.unlock, [first])
        waiting.start()
        answer = Answer(write_lines(a_line()))
        waiting.join()
    assert answer.status == 0
    assert answer.lines[0] == "Another import is running; waiting for it."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "layers"), [("integreat.jsonl", {"public"}), ("gesetze.jsonl", {"public", "members"})]
)
def test_real_pages_come_in_whole(forum, name, layers, tmp_path):
    if not (SHARED / name).exists():
        pytest.skip("the real pages do not lie beside this checkout")
    path = tmp_path / name
    with (SHARED / name).open(encoding="utf-8") as lines:
        path.write_text("".join(next(lines) for _ in range(5)), encoding="utf-8")
    assert Answer(path).lines == ["5 new, 0 changed, 0 unchanged, 0 not imported.", "Everything is in."]
    assert set(Projection.objects.values_list("layer", flat=True)) == layers
    first = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
    assert Projection.objects.filter(external_key=first["external_key"], layer="public").exists()
