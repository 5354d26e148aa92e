"""A file is read once for each of its contents, in the background, and what came of it is kept beside it."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.utils import translation

from cms.actions import files as files_module
from cms.actions.files import read_file
from cms.facts import FileRead
from cms.models import File, FileText
from cms.queries.files import state_of_text, unread_files
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.errors import Missing
from plugins.api.models import Delivery
from plugins.api.outbox import dispatch_pending
from tests.cms.extracting import made
from tests.factories import UserFactory, make_file

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def hear() -> None:
    while dispatch_pending():
        pass


def replace(file: File, content: bytes, name: str = "neu.pdf") -> None:
    file.file = ContentFile(content, name=name)
    file.save()


@pytest.fixture
def readings(monkeypatch) -> list[int]:
    """How many bytes were read each time; the reading itself is real."""
    seen: list[int] = []
    real = files_module.read_apart

    def counted(content: bytes):
        seen.append(len(content))
        return real(content)

    monkeypatch.setattr(files_module, "read_apart", counted)
    return seen


def test_an_uploaded_file_is_read_after_the_commit_and_once(forum, readings):
    file = make_file(name="muster.pdf", content=made.pdf("Kostenrahmen"))
    assert (state_of_text(file), readings) == ("Its text is being read, for the search.", [])
    hear()
    assert (file.kept_text.text, file.kept_text.failure) == ("Kostenrahmen", "")
    assert state_of_text(file) == "Its text is found by the search."
    file.title = "Anders"
    file.save()
    hear()
    assert len(readings) == 1


def test_a_replaced_file_is_read_again_and_its_old_text_holds_no_longer(forum, readings):
    file = make_file(name="muster.pdf", content=made.pdf("Kostenrahmen"))
    hear()
    replace(file, made.docx("Zeitplan"))
    assert state_of_text(file) == "Its text is being read, for the search."
    assert not file.kept_text.is_of(file)
    hear()
    known = FileText.objects.get(file=file)
    assert known.text.startswith("Zeitplan") and known.is_of(file)
    assert len(readings) == 2


def test_a_failure_is_said_and_not_tried_again_until_the_file_changes(forum, readings):
    file = make_file(name="muster.pdf", content=made.protected_pdf("geheim"))
    hear()
    assert state_of_text(file) == "Its text could not be read: A password protects it."
    file.save()
    hear()
    assert len(readings) == 1
    replace(file, made.pdf("Offen"))
    hear()
    assert FileText.objects.get(file=file).text == "Offen"


def test_a_file_that_has_gone_from_the_disk_holds_nobody_up(forum):
    file = make_file(name="muster.pdf", content=made.pdf("Kostenrahmen"))
    file.file.storage.delete(file.file.name)
    hear()
    assert state_of_text(file) == "Its text could not be read: The file is damaged, or missing."
    assert not unread_files().exists()
    assert not Delivery.objects.exists()


def test_what_is_replaced_while_it_is_read_is_not_kept(forum, monkeypatch):
    file = make_file(name="muster.pdf", content=made.pdf("Alt"))
    real = files_module.read_apart

    def slowly(content: bytes):
        replace(File.objects.get(pk=file.pk), made.pdf("Neu"))
        return real(content)

    monkeypatch.setattr(files_module, "read_apart", slowly)
    read_file(file, actor=SYSTEM)
    assert not FileText.objects.exists()
    monkeypatch.undo()
    hear()
    assert FileText.objects.get().text == "Neu"


def test_the_text_goes_with_its_file(forum):
    file = make_file(name="muster.pdf", content=made.pdf("Kostenrahmen"))
    hear()
    file.delete()
    assert not FileText.objects.exists()
    hear()


def test_a_text_that_is_known_is_announced(forum):
    file = make_file(name="muster.pdf", content=made.pdf("Kostenrahmen"))
    Delivery.objects.all().delete()
    read_file(file, actor=SYSTEM)
    facts = [delivery.as_fact() for delivery in Delivery.objects.all()]
    assert FileRead(file_id=file.pk) in facts


def test_whoever_may_not_even_see_a_file_has_none_read(forum):
    with pytest.raises(Missing):
        read_file(make_file(), actor=actor_for(UserFactory()))
