"""What stands in the form of an entry and around it."""

from __future__ import annotations

import html

import pytest
from django.utils import translation
from wagtail.test.utils.form_data import rich_text, streamfield

from cms.models import KINDS, Entry, GoodPractice
from tests.factories import make_entry

pytestmark = pytest.mark.django_db


def edit_page(entry, person, as_client):
    return as_client(person).get(f"/cms/pages/{entry.pk}/edit/")


def test_every_field_for_people_has_its_place(editor, as_client):
    entry = make_entry()
    form = edit_page(entry, editor, as_client).context["form"]
    fields = {
        *(
            "title",
            "slug",
            "summary",
            "body",
            "confidentiality",
            "quotability",
            "county",
            "topics",
            "tags",
            "author_name",
        ),
        *("contact", "legal_basis", "sources", "responsible", "review_by", "go_live_at", "expire_at"),
        *("running_since", "workload", "costs", "update_note", *GoodPractice.sections),
    }
    assert fields <= set(form.fields)
    assert set(form.fields) - fields <= {"comment_notifications"}


def test_responsible_is_somebody_who_comes_here(editor, office, admin, member, as_client):
    form = edit_page(make_entry(), editor, as_client).context["form"]
    people = set(form.fields["responsible"].queryset)
    assert {editor, office, admin} <= people
    assert member not in people
    form = edit_page(make_entry(title="Anderes", responsible=member), editor, as_client).context["form"]
    assert member in form.fields["responsible"].queryset


def test_the_key_in_the_source_is_shown_where_there_is_one(editor, as_client):
    imported = make_entry(title="Anderes", external_key="quelle:77")
    assert "quelle:77" in edit_page(imported, editor, as_client).content.decode()


def test_the_form_says_where_the_entry_stands(editor, as_client):
    with translation.override("de"):
        page = edit_page(make_entry(released=True), editor, as_client).content.decode()
    assert "release-state" in page
    assert "/withdraw/" in page


def test_wagtails_own_privacy_is_not_offered(editor, as_client):
    entry = make_entry()
    page = edit_page(entry, editor, as_client).content.decode()
    assert "set-privacy" not in page
    as_client(editor).post(f"/cms/pages/{entry.pk}/privacy/", {"restriction_type": "login"})
    assert not entry.get_view_restrictions().exists()


def test_an_address_part_comes_from_the_title_where_none_arrived(editor, as_client, entry_data, create_address):
    """A browser that sends the form before its script has filled the field, or that has no script."""
    make_entry(title="Köche am Zaun")
    for _ in range(2):
        as_client(editor).post(create_address(), entry_data(title="Köche am Zaun", slug=""))
    slugs = Entry.objects.filter(title="Köche am Zaun").values_list("slug", flat=True)
    assert {"koeche-am-zaun", "koeche-am-zaun-2"} <= set(slugs)
    assert len(slugs) == 3


def test_a_form_without_a_title_asks_for_the_title_alone(editor, as_client, entry_data, create_address):
    answer = as_client(editor).post(create_address(), entry_data(title="", slug=""))
    assert set(answer.context["form"].errors) == {"title"}


@pytest.mark.parametrize(
    ("mode", "sees_all"),
    [
        ("members", True),
        ("public", False),
        ("guest", True),
        ("other_guest", False),
        ("print", True),
        ("print_public", False),
    ],
)
def test_a_draft_is_previewed_in_the_templates_of_readers(mode, sees_all, editor, as_client):
    entry = make_entry(published=False, summary="Für alle.", body="<p>Nur für Mitglieder.</p>", contact="Frau Muster")
    response = as_client(editor).get(f"/cms/pages/{entry.pk}/view_draft/?mode={mode}")
    page = response.content.decode()
    assert response.status_code == 200
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "Für alle." in page
    assert ("Nur für Mitglieder." in page, "Frau Muster" in page) == (sees_all, sees_all)


@pytest.mark.parametrize("mode", [name for name, _label in Entry.preview_modes])
def test_what_was_never_saved_is_previewed_too(mode, editor, as_client, entry_data, create_address):
    browser = as_client(editor)
    address = create_address() + "preview/"
    assert browser.post(address, entry_data()).json() == {"is_valid": True, "is_available": True}
    page = browser.get(f"{address}?mode={mode}").content.decode()
    assert "Ein Kurs kommt ins Dorf." in page
    assert not Entry.objects.exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_own_sections_each_ready_to_be_written_in(kind, editor, as_client, create_address):
    form = as_client(editor).get(create_address(KINDS[kind]._meta.model_name)).context["form"]
    others = {name for model in KINDS.values() for name in model.sections} - set(KINDS[kind].sections)

    assert not others & set(form.fields)
    for name in KINDS[kind].sections:
        assert [part.block_type for part in form[name].value()] == ["text"]


def test_half_empty_is_saved_and_what_is_missing_is_named(editor, as_client, entry_data, create_address):
    data = entry_data(body=streamfield([]), results=streamfield([]), summary="")
    response = as_client(editor).post(create_address(), data, follow=True)

    entry = Entry.objects.get()
    assert not entry.live
    with translation.override("de"):
        shown = edit_page(entry, editor, as_client).content.decode()
    assert "Ergebnisse (nötig vor dem Veröffentlichen)" in shown
    assert response.status_code == 200


def test_without_an_expected_section_nothing_is_published_and_nothing_lost(
    editor, as_client, entry_data, create_address
):
    data = entry_data(summary="Lange geschrieben.", body=streamfield([]), results=streamfield([]))
    data["action-publish"] = "1"
    response = as_client(editor).post(create_address(), data)

    assert not Entry.objects.filter(live=True).exists()
    assert response.context["form"].errors.keys() == {"results"}
    assert "Lange geschrieben." in response.content.decode()


def test_nobody_is_quoted_in_print_without_consent(editor, as_client, entry_data, create_address):
    quote = {"text": "Gut.", "attribution": "Lehrkraft", "consent": ""}
    data = entry_data(approach=streamfield([("text", rich_text("<p>Ein Kurs.</p>")), ("quote", quote)]))
    as_client(editor).post(create_address(), {**data, "action-publish": "1"})
    assert not Entry.objects.filter(live=True).exists()
    as_client(editor).post(create_address(), data)
    assert Entry.objects.filter(live=False).count() == 1


def test_whoever_adds_a_picture_or_file_is_told_who_will_see_it(as_client, editor):
    form = html.unescape(edit_page(make_entry(), editor, as_client).content.decode())

    assert form.count("Mitglieder sehen es, weil sie den Eintrag lesen") >= 2


def test_the_ends_of_lines_that_browsers_send_change_nothing(editor, as_client, entry_data, create_address):
    as_client(editor).post(create_address(), entry_data(summary="Eins.\r\n\r\nZwei."))
    assert Entry.objects.get().get_latest_revision_as_object().summary == "Eins.\n\nZwei."
