"""A request with an `Idempotency-Key` happens once, however often it is sent."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from cms.accounts.actions import erase_person
from cms.models import Entry
from plugins.api.access import SYSTEM
from plugins.api.kept_replies import forget_old_replies
from plugins.api.models import KeptReply
from tests.cms.rest.test_errors import problem
from tests.cms.rest.writing import WHOLE, Program


def test_the_same_request_twice_makes_one_entry(editor):
    program = Program(editor)
    first, second = program.write(key="a1"), program.write(key="a1")
    assert (first.status_code, second.status_code) == (201, 201)
    assert second.content == first.content
    assert (second["Location"], second["ETag"]) == (first["Location"], first["ETag"])
    assert second["Idempotent-Replayed"] == "true"
    assert Entry.objects.count() == 1
    assert program.write(key="a2").json()["id"] != first.json()["id"]


def test_a_key_is_good_for_one_request_only(editor):
    program = Program(editor)
    program.write(key="a1")
    other = program.write(key="a1", title="Ganz anderes")
    assert problem(other)["status"] == 422
    assert Entry.objects.count() == 1


def test_what_was_refused_may_be_sent_again_under_its_key(editor):
    program = Program(editor)
    assert program.write(key="a1", title="").status_code == 400
    assert program.write(key="a1").status_code == 201


def test_keys_of_others_and_of_other_tokens_are_others(editor, office):
    assert Program(editor).write(key="a1").json()["id"] != Program(office).write(key="a1").json()["id"]
    assert Program(editor).write(key="a1").status_code == 201
    assert Entry.objects.count() == 3


def test_moving_an_entry_twice_happens_once(editor):
    program = Program(editor)
    made = program.write(sections=WHOLE)
    number, tag = made.json()["id"], made["ETag"]
    assert program.move(number, "published", tag=tag, key="p").status_code == 200
    assert program.move(number, "published", tag=tag, key="p").status_code == 200
    assert program.move(number, "published", tag=tag, key="q").status_code == 412


def test_a_key_has_a_length(editor):
    assert Program(editor).write(key="x" * 256).status_code == 400


def test_after_a_day_and_with_the_person_it_is_forgotten(editor):
    program = Program(editor)
    program.write(key="a1")
    KeptReply.objects.update(created_at=timezone.now() - timedelta(hours=25))
    forget_old_replies()
    assert not KeptReply.objects.exists()
    program.write(key="a1")
    erase_person(editor, actor=SYSTEM)
    assert not KeptReply.objects.exists()
