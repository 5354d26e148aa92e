"""Pictures and files obey the layers that show them."""

from __future__ import annotations

import pytest

from cms.accounts.models import Scope, User
from cms.actions.entries import withdraw_release
from plugins.api.actors import actor_for
from tests.factories import make_entry, make_front_end_token, make_token
from tests.factories.media import make_file, make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(forum):
    return make_picture()


def shown_in(picture, **how):
    return make_entry(body=[("picture", {"image": picture, "alt": "Ein Dorf", "caption": ""})], **how)


def status(client, *paths):
    return {client.get(path).status_code for path in paths}


def addresses(picture):
    """Every address under which something of this picture can be asked for."""
    rendition = picture.get_rendition("width-400")
    return [picture.file.url, rendition.file.url, f"/medien/bild/{picture.pk}/width-400/"]


def test_a_picture_of_members_is_theirs_alone(as_client, member, applicant, picture):
    shown_in(picture, released=True)

    assert status(as_client(member), *addresses(picture)) == {200}
    assert status(as_client(), *addresses(picture)) == {404}
    assert status(as_client(applicant), *addresses(picture)) == {404}


def test_a_picture_that_stands_nowhere_is_for_editors_and_office(as_client, member, editor, office, picture):
    assert status(as_client(editor), *addresses(picture)) == {200}
    assert status(as_client(office), *addresses(picture)) == {200}
    assert status(as_client(member), *addresses(picture)) == {404}


def test_a_picture_of_a_public_text_is_everybodys_until_it_is_withdrawn(as_client, editor2, picture):
    entry = shown_in(picture, confidentiality="public", released=True)
    response = as_client().get(f"/medien/bild/{picture.pk}/width-400/")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "image/png")
    assert response.headers["Cache-Control"].startswith("public")

    withdraw_release(entry, actor=actor_for(editor2))

    assert status(as_client(), *addresses(picture)) == {404}


def test_a_hidden_picture_answers_like_a_missing_one(as_client, picture):
    hidden = as_client().get(f"/medien/bild/{picture.pk}/width-400/")
    missing = as_client().get("/medien/bild/999999/width-400/")

    assert (hidden.status_code, hidden.content) == (missing.status_code, missing.content)


def test_the_address_in_a_text_survives_editing_the_picture(as_client, member, picture):
    shown_in(picture)
    path = f"/medien/bild/{picture.pk}/width-800/"
    assert path in as_client(member).get("/wissen/sprachkurs-ohne-bus/").content.decode()

    picture.renditions.all().delete()

    assert status(as_client(member), path) == {200}


@pytest.mark.parametrize("spec", ["width-3", "original", "fill-10x10", "format-svg", "..%2f.."])
def test_only_the_offered_sizes_are_made(as_client, editor, picture, spec):
    assert status(as_client(editor), f"/medien/bild/{picture.pk}/{spec}/") == {404}


def test_a_file_is_offered_for_saving_and_only_to_readers(as_client, member, applicant):
    file = make_file(title="Muster", name="muster.txt")
    entry = make_entry(body=[("download", {"file": file, "title": "Mustervereinbarung"})])
    assert file.url in as_client(member).get(f"/wissen/{entry.slug}/").content.decode()

    for path in (file.url, file.file.url):
        response = as_client(member).get(path)
        assert response.status_code == 200
        assert response.headers["Content-Disposition"].startswith("attachment")
    assert status(as_client(applicant), file.url, file.file.url) == {404}
    assert status(as_client(), file.url, file.file.url) == {404}


def test_a_program_reads_in_a_sentence_that_there_is_nothing_for_it(client, applicant, picture):
    shown_in(picture)
    headers = {"authorization": f"Bearer {make_token(applicant)}"}
    hidden, missing = (client.get(f"/medien/bild/{pk}/width-400/", headers=headers) for pk in (picture.pk, 4000000))
    assert (hidden.status_code, hidden["Content-Type"]) == (404, "application/problem+json")
    assert hidden.json()["detail"] == "Das gibt es nicht, oder Sie können es nicht sehen."
    assert (hidden.content, sorted(hidden.items())) == (missing.content, sorted(missing.items()))


@pytest.mark.parametrize("make", [make_token, make_front_end_token])
def test_a_token_opens_what_it_opens_to_its_owner(make, client, member, applicant, picture):
    shown_in(picture)
    file = make_file(title="Muster", name="muster.txt")
    make_entry(title="Zwei", body=[("download", {"file": file, "title": "Mustervereinbarung"})])
    everything = [*addresses(picture), file.url, file.file.url]

    def with_token(token):
        return {client.get(path, headers={"authorization": f"Bearer {token}"}).status_code for path in everything}

    assert with_token(make(member)) == {200}
    assert with_token(make(member, Scope.READ_PUBLIC)) == {404}
    assert with_token(make(applicant)) == {404}
    gone = make(member)
    User.objects.filter(pk=member.pk).update(is_active=False)
    assert with_token(gone) == {401}


def test_a_wrong_token_is_refused_whatever_it_is_shown_for(as_client, member, picture):
    shown_in(picture)
    answers = [
        as_client(member).get(path, headers={"authorization": "Bearer nichts"})
        for path in (*addresses(picture), "/medien/bild/4000000/width-400/", "/medien/nichts.png")
    ]
    assert {(one.status_code, one["WWW-Authenticate"], one["Content-Type"], one.content) for one in answers} == {
        (401, "Bearer", "application/problem+json", answers[0].content)
    }
    assert "gibt es nicht" in answers[0].json()["detail"]


@pytest.mark.parametrize(
    "path", ["/medien/", "/medien/../secret_key", "/medien/%2e%2e/secret_key", "/medien/secret_key"]
)
def test_nothing_else_can_be_fetched_from_the_folder(as_client, admin, path):
    assert status(as_client(admin), path) == {404}
