"""What whoever is asked to confirm a version meets: the version, her suggestions, her answer, the outcomes."""

from __future__ import annotations

import re

import pytest

from cms.actions.confirming import accept_suggestion, decline_suggestion, withdraw_confirmation
from cms.actions.entries import edit_entry
from cms.models import Confirmation, GoodPractice
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from tests.factories import answered_by, ask_member, make_county, make_entry, make_picture, text

SECTION = "<p>Der Kurs kostet 31.600 Euro.</p>"


@pytest.fixture
def asked(member, author):
    entry = make_entry(
        by=author,
        published=False,
        title="Kurs im Dorf",
        summary="Kurz gesagt.",
        county=make_county("99001"),
        approach=text(SECTION),
        contact="Frau Beispiel",
        body=[("picture", {"image": make_picture(), "alt": "Ein Dorf", "caption": ""})],
    )
    return ask_member(entry, member, note="Bitte die Kosten prüfen.")


@pytest.fixture
def hers(as_client, member):
    return as_client(member)


def path(asked, rest=""):
    return f"/start/bestaetigungen/{asked.pk}/{rest}"


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"]
    return answer.content.decode()


def suggest(client, asked, part="approach", **said):
    return client.post(path(asked, f"vorschlag/{part}/"), {"passage": "", "wording": "", "why": "", **said})


def test_she_reads_the_version_as_members_would(hers, asked):
    page = read(hers, path(asked))
    for words in ("Kurs im Dorf", "Kurz gesagt.", "31.600 Euro", "Frau Beispiel", "Bitte die Kosten prüfen."):
        assert words in page
    assert page.count("<h1") == 1
    assert "noindex" in page
    assert 'id="public-summary"' in page
    picture = re.search(r'src="(/medien/bild/[^"]+)"', page)
    assert picture and hers.get(picture[1]).status_code == 200


def test_it_is_that_version_and_no_later_one(hers, asked):
    entry = GoodPractice.objects.get()
    entry.summary = "Ein geheimer Nachtrag."
    edit_entry(entry, actor=SYSTEM)
    assert "Nachtrag" not in read(hers, path(asked))


@pytest.mark.parametrize("name", ["coordinator", "guest", "applicant", "editor", "author", "admin"])
def test_for_anybody_else_it_is_not_there(name, request, as_client, asked):
    client = as_client(request.getfixturevalue(name))
    for rest in ("", "vorschlag/title/", "vorschlag/gibt-es-nicht/"):
        there, absent = client.get(path(asked, rest)), client.get(f"/start/bestaetigungen/987654/{rest}")
        assert (there.status_code, there.content) == (404, absent.content.replace(b"987654", str(asked.pk).encode()))
    assert client.post(path(asked), {"answer": "named"}).status_code == 404
    assert client.post(path(asked, "entfernen/1/")).status_code == 404
    asked.refresh_from_db()
    assert asked.is_open


def test_a_visitor_signs_in_first(as_client, asked):
    for address in (path(asked), "/start/bestaetigungen/987654/"):
        assert as_client().get(address)["Location"].startswith("/konto/anmelden/?next=/start/")


def test_the_draft_is_nowhere_else(hers, asked):
    entry = asked.entry
    assert hers.get(f"/wissen/{entry.slug}/").status_code == 404
    assert hers.get(f"/api/v1/entries/{entry.pk}/").status_code == 404
    for address in ("/wissen/", "/api/v1/entries/", "/api/v1/search/?q=Kurs", "/suche/?q=Kurs", "/themen/"):
        assert entry.title not in hers.get(address).content.decode()


def test_she_suggests_takes_back_and_suggests_again(hers, asked):
    assert suggest(hers, asked, passage="31.600 Euro", wording="32.000 Euro", why="neu").status_code == 302
    assert suggest(hers, asked, part="title", wording="Kurs im Ort").status_code == 302
    page = read(hers, path(asked))
    assert page.count("<ins>") == 2
    first = asked.suggestions.first()
    assert hers.post(path(asked, f"entfernen/{first.pk}/")).status_code == 302
    assert [row.part for row in asked.suggestions.all()] == ["title"]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"passage": "steht nicht da", "wording": "x"}, "passage"),
        ({"passage": "e", "wording": "x"}, "passage"),
        ({"wording": "  "}, "wording"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field_and_loses_nothing(said, field, hers, asked):
    answer = suggest(hers, asked, **said, why="Ein langer Grund")
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert "Ein langer Grund" in answer.content.decode()
    assert not asked.suggestions.exists()


def test_a_picture_without_words_is_no_part(hers, asked):
    assert hers.get(path(asked, "vorschlag/body/")).status_code == 404


def test_what_she_types_never_becomes_markup(hers, asked, editor):
    suggest(hers, asked, wording="<script>alert(1)</script>")
    assert "<script>alert" not in read(hers, path(asked))
    answered_by(asked, note="<b>fett</b>")
    accept_suggestion(asked.suggestions.get(), actor=actor_for(editor))
    draft = GoodPractice.objects.get().get_latest_revision_as_object()
    assert "<script" not in draft.approach[0].value.source


def test_an_answer_is_chosen_and_what_was_typed_stays(hers, asked):
    page = hers.post(path(asked), {"answer": "", "note": "Noch ein Satz"})
    assert page.status_code == 200
    assert "Noch ein Satz" in page.content.decode()
    assert "checked" not in page.content.decode()
    asked.refresh_from_db()
    assert asked.is_open


def test_after_the_answer_the_text_is_closed_and_her_words_stay(hers, asked):
    suggest(hers, asked, passage="31.600 Euro", wording="32.000 Euro")
    assert hers.post(path(asked), {"answer": "unnamed", "note": "Gern."}).status_code == 302
    page = read(hers, path(asked))
    assert "32.000 Euro" in page and "Gern." in page
    assert "Kurz gesagt." not in page and "Frau Beispiel" not in page
    assert suggest(hers, asked, part="title", wording="x").status_code == 302
    assert hers.get(path(asked, "vorschlag/title/")).status_code == 302
    assert hers.post(path(asked), {"answer": "refused"}).status_code == 200
    assert Confirmation.objects.get().answer == "unnamed"
    assert asked.suggestions.count() == 1


def test_she_reads_what_became_of_each(hers, asked, editor):
    suggest(hers, asked, passage="31.600 Euro", wording="32.000 Euro")
    suggest(hers, asked, part="title", wording="Kurs im Ort")
    suggest(hers, asked, part="summary", wording="Kürzer.")
    answered_by(asked)
    first, second, third = asked.suggestions.all()
    accept_suggestion(first, actor=actor_for(editor))
    decline_suggestion(second, reason="Der Titel ist bekannt.", actor=actor_for(editor))
    entry = GoodPractice.objects.get().get_latest_revision_as_object()
    entry.summary = "Geheim geändert."
    edit_entry(entry, actor=SYSTEM)
    accept_suggestion(third, actor=actor_for(editor))
    page = read(hers, path(asked))
    for suggestion in asked.suggestions.all():
        assert suggestion.get_state_display() in page
    assert "Der Titel ist bekannt." in page
    assert "Geheim" not in page


def test_a_withdrawn_request_says_so_and_shows_nothing(hers, asked, editor):
    withdraw_confirmation(asked, actor=actor_for(editor))
    page = read(hers, path(asked))
    assert "Kurs im Dorf" not in page and "Kurz gesagt." not in page
    assert "Kurs im Dorf" not in read(hers, "/start/")


def test_the_first_screen_has_a_card_while_it_is_open_and_a_line_afterwards(hers, asked):
    page = hers.get("/start/")
    assert page.context["next"]["url"] == path(asked)
    assert page.content.decode().count(path(asked)) == 2
    answered_by(asked)
    page = hers.get("/start/")
    assert page.context["next"] is None
    assert page.content.decode().count(path(asked)) == 1


def test_nobody_else_finds_it_on_the_first_screen(as_client, asked, coordinator, editor):
    for person in (coordinator, editor):
        page = as_client(person).get("/start/").content.decode()
        assert path(asked) not in page and "Kurs im Dorf" not in page


def test_an_entry_for_everybody_says_that_everybody_would_read_it(hers, asked, member):
    open_one = make_entry(published=False, title="Für alle", confidentiality="public")
    page = read(hers, path(ask_member(open_one, member)))
    other = read(hers, path(asked))
    marks = [re.search(r'id="public-summary">.*?</p>', text, re.S)[0] for text in (page, other)]
    assert marks[0] != marks[1]
