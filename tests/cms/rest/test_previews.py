"""A version that is not published, shown by a front end elsewhere: for an hour, as it was, and only with the link."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import override_settings
from django.utils import timezone

from cms.accounts.actions import erase_person
from cms.actions.previewing import forget_previews
from cms.models import Entry, PreviewLink
from plugins.api.access import SYSTEM
from tests.cms.rest.test_errors import problem
from tests.cms.rest.writing import WHOLE, Program
from tests.factories import make_entry


@pytest.fixture
def program(editor):
    return Program(editor)


def preview(program, number, **sent):
    made = program.api.post(f"/api/v1/entries/{number}/previews/", sent, "application/json")
    assert made.status_code == 201, made.content
    return made


def test_the_link_shows_what_is_written_and_not_published(program, api):
    number = program.write(summary="Kurz.", sections=WHOLE, contact="Frau Vertraulich").json()["id"]
    made = preview(program, number)
    read = api().get(made["Location"])
    assert read.status_code == 200
    assert (read["Cache-Control"], read.has_header("ETag")) == ("no-store", False)
    assert (read.json()["title"], read.json()["layer"]) == ("Kurs im Dorf", "members")
    assert "Der Kurs kommt ins Dorf." in read.json()["body"]["html"]
    assert api().get(f"/api/v1/entries/{number}/").status_code == 404


def test_as_everybody_would_read_it_it_holds_the_summary_alone(program, api):
    number = program.write(summary="Kurz.", sections=WHOLE, tags=["intern"]).json()["id"]
    read = api().get(preview(program, number, layer="public")["Location"]).json()
    assert (read["layer"], read["summary"], read["tags"]) == ("public", "Kurz.", [])
    assert "ins Dorf" not in read["body"]["html"]


def test_it_stays_at_its_version(program, api):
    number = program.write(title="Damals").json()["id"]
    made = preview(program, number)
    program.change(number, "*", title="Heute")
    assert api().get(made["Location"]).json()["title"] == "Damals"


def test_after_an_hour_it_answers_like_what_never_was(program, api):
    made = preview(program, program.write().json()["id"])
    never = api().get("/api/v1/preview/never-was-there/")
    PreviewLink.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    gone = api().get(made["Location"])
    assert (gone.status_code, gone.content) == (404, never.content)
    forget_previews()
    assert not PreviewLink.objects.exists()


def test_it_ends_with_the_right_of_whoever_gave_it(author, api):
    program = Program(author)
    made = preview(program, program.write().json()["id"])
    assert api().get(made["Location"]).status_code == 200
    author.groups.clear()
    assert api().get(made["Location"]).status_code == 404


def test_its_token_is_told_once_and_kept_as_a_hash(program, caplog, api):
    made = preview(program, program.write().json()["id"])
    token = made.json()["token"]
    assert token not in str(PreviewLink.objects.values().get())
    api().get(f"/api/v1/preview/{token}x/")
    assert token not in caplog.text


def test_nobody_gives_links_to_what_they_may_not_change(author, editor, member, api):
    entry = make_entry(by=editor)
    for person, status in ((author, 403), (member, 403)):
        refused = Program(person).api.post(f"/api/v1/entries/{entry.pk}/previews/", {}, "application/json")
        assert problem(refused)["status"] == status
    assert api().post(f"/api/v1/entries/{entry.pk}/previews/", {}, "application/json").status_code == 401


def test_a_layer_that_there_is_not_is_refused(program):
    number = program.write().json()["id"]
    refused = program.api.post(f"/api/v1/entries/{number}/previews/", {"layer": "x"}, "application/json")
    assert list(problem(refused)["errors"]) == ["layer"]


def test_links_go_with_the_person(program, editor):
    preview(program, program.write().json()["id"])
    erase_person(editor, actor=SYSTEM)
    assert not PreviewLink.objects.exists()


@override_settings(PREVIEW_FRONT_END="https://front.example/vorschau/{token}")
def test_the_admins_preview_leads_to_the_front_end(editor, as_client, api, rf):
    entry = make_entry(by=editor)
    unsaved = Entry.objects.get(pk=entry.pk).specific
    unsaved.title = "Noch nicht gespeichert"
    request = rf.get("/")
    request.user, request._cached_user = editor, editor
    answer = unsaved.serve_preview(request, "front_end")
    assert answer.status_code == 302
    token = answer["Location"].removeprefix("https://front.example/vorschau/")
    assert api().get(f"/api/v1/preview/{token}/").json()["title"] == "Noch nicht gespeichert"
