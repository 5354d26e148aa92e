"""The demo world comes in once, dated back, and readable in the layers that its files name."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.contrib.auth.hashers import check_password
from wagtail.models import WorkflowState

from cms.accounts.models import User
from cms.demo import reading
from cms.demo.desk import load_desk
from cms.demo.loading import PASSWORD, load_demo_world
from cms.demo.webhooks import load_webhook
from cms.models import Confirmation, Entry, File, Picture, Projection, Suggestion, Topic, Webhook
from plugins.api.access import ANONYMOUS, visible_to
from plugins.api.models import Delivery
from tests.factories import seat_demo_people

pytestmark = pytest.mark.usefixtures("in_demo_world")


def test_each_entry_has_the_layers_that_its_file_names():
    wanted = set()
    for entry in reading.entries():
        if entry["released"]:
            wanted.add((entry["slug"], "public"))
        if entry["confidentiality"] == "members":
            wanted.add((entry["slug"], "members"))
    assert set(Projection.objects.values_list("slug", "layer")) == wanted


def test_visitors_get_the_ten_that_are_released():
    released = {entry["slug"] for entry in reading.entries() if entry["released"]}
    assert set(visible_to(ANONYMOUS, Projection.objects.all()).values_list("slug", flat=True)) == released


def test_what_stands_only_in_the_full_text_is_not_in_the_public_layer():
    public, members = Projection.objects.filter(slug="sprachkurse-ohne-bus").order_by("-layer")
    assert ("Lüttermark" in public.text.page_html, "Lüttermark" in members.text.page_html) == (False, True)


def test_entries_are_dated_back():
    wanted = {entry["slug"]: datetime.fromisoformat(entry["published_at"]) for entry in reading.entries()}
    assert dict(Projection.objects.values_list("slug", "published_at")) == wanted
    assert dict(Projection.objects.values_list("slug", "updated_at")) == wanted


def test_leaflets_say_how_large_they_are():
    wanted = {path.stat().st_size for path in reading.FILES.glob("*.pdf")}
    assert set(File.objects.values_list("file_size", flat=True)) == wanted


def test_everybody_signs_in_with_the_one_password():
    people = User.objects.filter(email__endswith="@demo.example")
    assert people.count() == 11
    assert all(check_password(PASSWORD, person.password) for person in people)
    assert {p.email: sorted(p.groups.values_list("name", flat=True)) for p in people if p.groups.exists()} == {
        "office@demo.example": ["office"],
        "editor@demo.example": ["editors"],
        "editor2@demo.example": ["editors"],
        "author@demo.example": ["authors"],
    }
    assert [person.email for person in people if person.is_superuser] == ["admin@demo.example"]


def test_the_desk_has_a_request_an_answer_and_a_review():
    seat_demo_people()
    load_desk()
    asked, answered = Confirmation.objects.order_by("answered_at").reverse()
    assert {asked.is_open, answered.is_open} == {True, False}
    assert sorted(Suggestion.objects.values_list("state", flat=True)) == ["accepted", "open"]
    assert WorkflowState.objects.active().count() == 1
    assert not Entry.objects.filter(slug__in=[row["slug"] for row in reading.drafts()], live=True).exists()
    before = (Entry.objects.count(), Confirmation.objects.count())
    Entry.objects.get(slug="lesepaten-in-der-buecherei").delete()
    load_desk()
    assert (Entry.objects.count(), Confirmation.objects.count()) == (before[0] - 1, before[1] - 1)


def test_without_members_nobody_is_asked():
    load_desk()
    assert not Confirmation.objects.exists()


def test_a_second_run_changes_nothing_and_brings_nothing_back():
    Entry.objects.get(slug="beratungsbus").delete()
    before = counts()
    load_demo_world()
    assert counts() == before


def counts():
    return [model.objects.count() for model in (Entry, Projection, Topic, User, Picture, File, Delivery)]


def test_a_webhook_can_be_looked_at_and_tells_nobody_anything():
    load_webhook()
    load_webhook()
    (webhook,) = Webhook.objects.all()
    assert (webhook.token.user.email, webhook.is_on) == ("member@demo.example", False)
