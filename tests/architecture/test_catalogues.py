"""Every sentence that people read stands in German and in English."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unavailable import leave_out

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("de", "en")


@pytest.fixture(autouse=True)
def _gettext():
    if shutil.which("xgettext") is None:
        leave_out("gettext")


def catalogue(language: str) -> Path:
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def messages(path: Path, *options: str) -> set[str]:
    """The msgids of a catalogue that these options of msgattrib select, as one line each."""
    command = ["msgattrib", "--no-obsolete", "--no-wrap", "--no-location", *options, str(path)]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {text for text in re.findall(r'^msgid ((?:".*"\n?)+)', listed, re.M) if text.strip() != '""'}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_untranslated_or_doubtful(language):
    path = catalogue(language)
    assert messages(path, "--untranslated") | messages(path, "--only-fuzzy") == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_source(language, tmp_path):
    compiled = tmp_path / "django.mo"
    subprocess.run(
        ["msgfmt", "--check", "-o", str(compiled), str(catalogue(language))], check=True, capture_output=True
    )
    assert compiled.read_bytes() == catalogue(language).with_suffix(".mo").read_bytes()


def test_every_message_of_the_code_stands_in_both_catalogues(tmp_path):
    """`makemessages` on a copy of the sources finds nothing that the catalogues lack."""
    copy = tmp_path / "copy"
    for folder in ("cms", "plugins", "search", "workspace", "templates", "locale"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    shutil.copy(ROOT / "manage.py", copy)
    command = [
        sys.executable,
        "-m",
        "django",
        "makemessages",
        "--locale=de",
        "--locale=en",
        "--no-wrap",
        "--no-location",
    ]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)
    for language in LANGUAGES:
        found = copy / "locale" / language / "LC_MESSAGES" / "django.po"
        assert messages(found) - messages(catalogue(language)) == set()


def test_no_sentence_hides_behind_a_name_that_makemessages_does_not_know():
    """`gettext as _now` would leave its sentences out of the catalogues, and nobody would notice."""
    renamed = re.compile(r"\b\w*gettext\w* as (?!_\b)\w+")
    sources = [path for folder in ("cms", "plugins", "search", "workspace") for path in (ROOT / folder).rglob("*.py")]
    assert sources
    found = {str(path.relative_to(ROOT)) for path in sources if renamed.search(path.read_text(encoding="utf-8"))}
    assert found == set()


def test_german_addresses_people_politely():
    """Sie-Form, no exclamation marks, a colon for all genders."""
    text = catalogue("de").read_text(encoding="utf-8")
    translated = re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', text, re.M)
    assert [line for line in translated if re.search(r"\b(?:du|dein|deine|dir|dich)\b|!|\w[*_]innen", line, re.I)] == []
