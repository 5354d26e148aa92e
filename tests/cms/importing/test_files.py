from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from cms.importing.files import count_lines, find_sources, lines_of
from cms.importing.json_lines import LONGEST_LINE


def test_a_folder_gives_its_files_each_once(tmp_path):
    (tmp_path / "unter").mkdir()
    names = ("b.jsonl", "a.JSONL", "unter/c.docx", ".versteckt.jsonl", "~$c.docx", "bild.png", "d.md", "e.HTM", "f.pdf")
    for name in names:
        (tmp_path / name).write_text("{}")
    found = find_sources([tmp_path, tmp_path / "b.jsonl"])
    assert [source.name for source in found.sources] == ["a.JSONL", "b.jsonl", "d.md", "e.HTM", "unter/c.docx"]
    assert [source.name for source in found.pictures] == ["bild.png"]
    assert found.problems == ["f.pdf: only JSONL, Word (.docx), Markdown and HTML can be imported."]


def test_what_is_no_source_is_named(tmp_path):
    (tmp_path / "leer").mkdir()
    (tmp_path / "text.odt").touch()
    found = find_sources([tmp_path / "leer", tmp_path / "text.odt", tmp_path / "fehlt.jsonl"])
    assert not found.sources
    assert found.problems == [
        f"{tmp_path}/leer: the folder is empty.",
        "text.odt: only JSONL, Word (.docx), Markdown and HTML can be imported.",
        f"{tmp_path}/fehlt.jsonl: there is no such file.",
    ]


@pytest.fixture
def open_folder():
    """Where others may look into it; the folders of pytest are closed to them."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture
def nobody():
    """What root may read is not refused to root."""
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(65534)
    yield
    os.seteuid(mine)


def test_a_file_that_cannot_be_read_is_named_and_stops_no_other(open_folder, request):
    for name in ("a.md", "b.md", "c.jsonl"):
        (open_folder / name).write_text("# Text")
    for name in ("b.md", "c.jsonl"):
        (open_folder / name).chmod(0)
    (open_folder / "haengt.md").symlink_to(open_folder / "nirgends")
    open_folder.chmod(0o755)
    request.getfixturevalue("nobody")
    found = find_sources([open_folder])
    assert [source.name for source in found.sources] == ["a.md"]
    assert found.problems == [
        "b.md: this file cannot be read; perhaps you have no right to.",
        "c.jsonl: this file cannot be read; perhaps you have no right to.",
        "haengt.md: there is no such file.",
    ]


def test_lines_keep_the_numbers_that_an_editor_shows(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}\r\n\n  \n{"b": "\xe2\x80\xa8"}')
    (source,) = find_sources([path]).sources
    lines = list(lines_of(source))
    assert [(line.number, line.content) for line in lines] == [(1, b'{"a": 1}'), (4, b'{"b": "\xe2\x80\xa8"}')]
    assert [str(line) for line in lines] == ["x.jsonl, line 1", "x.jsonl, line 4"]
    assert count_lines(source) == 2


def test_an_endless_line_costs_no_memory_and_hides_no_other(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"x" * (3 * LONGEST_LINE) + b"\n{}")
    (source,) = find_sources([path]).sources
    assert [(line.number, len(line.content)) for line in lines_of(source)] == [(1, LONGEST_LINE + 2), (2, 2)]
