"""The tests that plugin authors run: a plugin that is well passes them, and each kind of defect fails by name."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from django.db import connection

from tests.contracts.packages import BEGUN, SAMPLE, run_tests_of


@pytest.fixture(autouse=True)
def _on_sqlite(django_db_setup):
    if connection.vendor != "sqlite":
        pytest.skip("plugins of third parties are tried on SQLite")


def test_the_sample_keeps_what_every_plugin_has_to_keep(installed, tmp_path):
    result = run_tests_of(SAMPLE, "pinboard", installed=installed, folder=tmp_path)

    assert result.returncode == 0, (result.stdout + result.stderr)[-3000:]


DEFECTS = (
    ("queries.py", 'visible_to(actor, Note.objects.order_by("-pk"))', 'Note.objects.order_by("-pk")'),
    ("actions.py", '    require(actor, "remove", note)\n', ""),
    ("policies.py", 'denied(_("Only members write notes."))', 'denied("")'),
    ("policies.py", 'return frozenset({"members"})', 'return frozenset({"members", "office"})'),
    ("views.py", "@answers(Rule.DOOR)\n@require_POST", "@require_POST"),
    ("searchable.py", "audience_of(note)", 'audience_of(note) | {"public"}'),
    ("searchable.py", "from __future__ import annotations\n", "from __future__ import annotations\n\nSEEN = {}\n"),
    ("searchable.py", "in notes:", "in [*notes, *(SEEN.values() if ids else ())]:\n        SEEN[note.pk] = note"),
    ("rest.py", "note = note_for(actor, pk)", 'note = note_for(actor, 1 / 0 if actor.has("authors") else pk)'),
    ("personal_data.py", 'Note.objects.filter(author=user).values("title", "text", "written_at")', "[]"),
    ("personal_data.py", "update(author=None)", "count()"),
    ("records.py", '_("New notes of members")', '_("Fresh notes of members")'),
    ("records.py", '_("A member has written a note")', '"A note"'),
    (
        "templates/pinwall/notes.html",
        '<h2 class="section__title" id="all">',
        '<img src="/x"><input name="q"><h4>Alle</h4><h2>',
    ),
    ("migrations/0001_initial.py", "operations = [", "operations = [migrations.RunPython(lambda apps, editor: None),"),
)
"""In the package that `start_plugin` makes: file, what stands in it, and what stands there instead."""


@pytest.fixture(scope="module")
def said_of_defects(installed, begun, tmp_path_factory, django_db_setup) -> str:
    """What conformance says about a package with all of them."""
    broken = tmp_path_factory.mktemp("broken") / "installed"
    shutil.copytree(installed, broken)
    for file, before, after in DEFECTS:
        path: Path = broken / f"lernnetz_{BEGUN}" / file
        text = path.read_text(encoding="utf-8")
        assert before in text, (file, before)
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
    source = tmp_path_factory.mktemp("without") / "code"
    shutil.copytree(begun, source, ignore=shutil.ignore_patterns(f"lernnetz_{BEGUN}", "test_notes.py"))
    return run_tests_of(source, BEGUN, installed=broken, folder=tmp_path_factory.mktemp("broken_tests")).stdout


@pytest.mark.parametrize(
    ("test", "sentence"),
    [
        ("every_route_says_its_rule", r"/pinwall/<int:pk>/entfernen/ does not say by which rule it answers\."),
        ("the_three_forms_of_every_policy_agree", r"office and a Note .*NotePolicy answers"),
        ("every_refusal_says_why", r"NotePolicy refuses “create” to visitor without a sentence\."),
        (
            "nobody_meets_what_the_policy_hides",
            r"visitor reads a Note \(number \d+\) at /pinwall/, which NotePolicy hides",
        ),
        ("nobody_meets_what_the_policy_hides", r"guest reads a Note \(number \d+\) at /api/v1/pinwall/\d+/"),
        ("what_is_hidden_answers_like_what_is_not_there", r"visitor is told by GET /api/v1/pinwall/\d+/"),
        ("whoever_may_do_nothing_changes_nothing", r"outsider changes a Note .* by POST /pinwall/\d+/entfernen/"),
        ("nobody_finds_what_the_policy_hides", r"is found by public, from whom NotePolicy hides it\."),
        ("what_is_gone_is_not_found", r"The search source “pinwall” still yields \d+ after it was deleted\."),
        ("everything_of_a_person_is_handed_out", r"a Note \(number \d+\) belongs to a person and is not handed out\."),
        ("nothing_of_a_person_is_left_after_erasing", r"After erasing, Note\.author still points to the person\."),
        ("every_sentence_stands_in_the_german_catalogue", r"records\.py says “Fresh notes of members”"),
        ("every_sentence_goes_through_gettext", r"NotificationKind says “A note” without gettext_lazy\."),
        ("every_sentence_goes_through_gettext", r"templates/pinwall/notes\.html says “Alle” without gettext\."),
        ("no_address_fails", r"/api/v1/pinwall/\d+/ fails for author: the log says why\."),
        ("every_page_is_accessible", r"A <input> has no label: q"),
        ("every_page_is_accessible", r"After an h1 comes an h4\."),
        ("every_page_is_accessible", r"A picture has no alt: /x"),
        ("migrations_run_forward_and_back", r"The migrations of “pinwall” do not go back"),
    ],
)
def test_each_defect_fails_its_test_and_is_named(said_of_defects, test, sentence):
    heading = rf"_+ TestConformance\.test_{test} _+\n(.*?)(?=\n_{{5,}} |\n={{5,}} )"
    said = re.search(heading, said_of_defects, re.S)

    assert said, f"{test} did not fail:\n{said_of_defects[-3000:]}"
    assert re.search(sentence, said[1]), said[1]
