"""`manage.py start_plugin`: what it makes is whole, is tested, and works in a demo forum; else it makes nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from io import StringIO
from pathlib import Path
from time import monotonic, sleep

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests.contracts.packages import BEGUN, ROOT, run_tests_of
from tests.forum_process import Person, forum_process

pytestmark = pytest.mark.xdist_group("sockets")  # where the demo world is loaded anyway

TEMPLATE = ROOT / "plugins" / "api" / "plugin_template"


def start(name: str, folder: Path) -> str:
    said = StringIO()
    call_command("start_plugin", name, str(folder), stdout=said)
    return said.getvalue()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Pinwand", "Kleinbuchstaben"),
        ("pin-wand", "Kleinbuchstaben"),
        ("9pins", "Kleinbuchstaben"),
        ("pin__wand", "Kleinbuchstaben"),
        ("class", "Kleinbuchstaben"),
        ("p" * 25, "Kleinbuchstaben"),
        ("membership", "„membership“ ist schon installiert"),
        ("workspace", "heißt schon „workspace“"),
        ("wissen", "/wissen/ ist schon vergeben"),
        ("topics", "/api/v1/topics/ ist schon vergeben"),
    ],
)
def test_a_name_that_cannot_be_taken_is_refused_in_one_sentence(name, sentence, tmp_path):
    with pytest.raises(CommandError, match=sentence):
        start(name, tmp_path / "plugin")
    assert not list(tmp_path.iterdir())


def test_a_name_that_a_package_on_the_path_has_is_refused(tmp_path, monkeypatch):
    (tmp_path / "lernnetz_stellwand").mkdir()
    (tmp_path / "lernnetz_stellwand" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(CommandError, match="lernnetz_stellwand"):
        start("stellwand", tmp_path / "plugin")


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("Mine.")

    with pytest.raises(CommandError, match="kein leerer Ordner"):
        start("stellwand", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_folder_in_a_folder_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(CommandError, match="gibt es nicht"):
        start("stellwand", tmp_path / "missing" / "plugin")
    assert not list(tmp_path.iterdir())


def test_an_empty_folder_is_filled_and_the_next_steps_are_said(tmp_path):
    said = start("stell_wand", tmp_path)

    assert (tmp_path / "lernnetz_stell_wand" / "models.py").exists()
    assert f"cd {tmp_path} && {sys.executable} -m pytest" in said
    assert "stell_wand python3 manage.py demo" in said and "/stell-wand/" in said


@pytest.mark.parametrize("name", ["ab", "longest_name_there_may_be"[:24]])
def test_what_is_made_is_written_as_the_project_is(name, tmp_path):
    start(name, tmp_path / "plugin")

    for command in (("check", "."), ("format", "--check", ".")):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--no-cache"],
            cwd=tmp_path / "plugin",
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
    ours, theirs = (
        tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]
        for folder in (ROOT, tmp_path / "plugin")
    )
    assert [ours["lint"][key] for key in ("select", "ignore")] == [theirs["lint"][key] for key in ("select", "ignore")]
    assert ours["line-length"] == theirs["line-length"]


def test_no_placeholder_is_left_and_only_what_is_promised_is_used(begun):
    readme = (ROOT / "plugins" / "README.md").read_text(encoding="utf-8")
    for path in (path for path in begun.rglob("*.*") if path.suffix in (".py", ".md", ".toml", ".html", ".po")):
        text = path.read_text(encoding="utf-8")
        assert "plugin_name" not in text and "verbatim" not in text, path
        for module in re.findall(r"^\s*from ((?:plugins|cms|search|workspace)[\w.]*) import", text, re.M):
            names = {module, module.split(".")[1], module.rpartition(".")[2]} - {"api"}
            assert any(f"`{name}`" in readme for name in names), module


def test_the_compiled_catalogue_is_that_of_the_source(tmp_path):
    for catalogue in TEMPLATE.rglob("*.po-tpl"):
        compiled = tmp_path / "django.mo"
        subprocess.run(["msgfmt", "-o", str(compiled), str(catalogue)], check=True, capture_output=True)
        assert compiled.read_bytes() == catalogue.with_name("django.mo").read_bytes()


def test_its_own_tests_pass(begun, installed, tmp_path, django_db_setup):
    if connection.vendor != "sqlite":
        pytest.skip("plugins of third parties are tried on SQLite")

    result = run_tests_of(begun, BEGUN, installed=installed, folder=tmp_path)

    assert result.returncode == 0, (result.stdout + result.stderr)[-3000:]
    assert re.search(r"\d\d passed", result.stdout)


def test_it_is_at_work_in_a_demo_forum(installed, demo_world):
    plugins = {"LERNNETZ_PLUGINS": f"membership,events,{BEGUN}", "PYTHONPATH": f"{installed}{os.pathsep}{ROOT}"}

    with forum_process(demo_world(), **plugins) as forum:
        member, outsider = Person(forum, "member"), Person(forum, "outsider")
        assert "Willkommen" in member.read(f"/{BEGUN}/")
        assert f"Eine Notiz für alle Mitglieder schreiben: {forum.address}/{BEGUN}/" in forum.said
        member.send(f"/{BEGUN}/", title="Quittenstellwand", text="Wer verleiht eine?")

        assert "Quittenstellwand" in outsider.read(f"/{BEGUN}/")
        assert forum.get(f"/api/v1/{BEGUN}/") == (200, {"count": 0, "next": None, "previous": None, "results": []})
        rest = json.loads(outsider.read(f"/api/v1/{BEGUN}/"))
        assert [item["title"] for item in rest["results"]] == ["Quittenstellwand", "Willkommen"]
        assert found_by(outsider) == ["Quittenstellwand"] and hits(Person(forum, None)) == []
        assert "Notiz eines Mitglieds" in outsider.read("/suche/?q=Quittenstellwand")
        assert "Notizen" in outsider.read("/start/")


def found_by(person: Person) -> list[str]:
    """Titles, once the index has had time to hear of the note."""
    ends = monotonic() + 30
    while not (found := hits(person)) and monotonic() < ends:
        sleep(0.3)
    return found


def hits(person: Person) -> list[str]:
    return [hit["title"] for hit in json.loads(person.read("/api/v1/search/?q=Quittenstellwand"))["results"]]
