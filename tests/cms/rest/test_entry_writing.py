"""Programs write and change entries: what is sent stands there, what makes no sense is refused, nothing is lost."""

from __future__ import annotations

import pytest

from cms.models import Entry
from tests.cms.rest.test_errors import problem
from tests.cms.rest.writing import TEXT, WHOLE, Program
from tests.factories import make_entry, make_topic

BLOCKS = [
    {"type": "heading", "value": {"text": "Ein Tag im Dorf"}},
    {"type": "text", "value": {"html": '<p>Mit <b>Bus</b> und <a href="https://example.org/">Rad</a>.</p>'}},
    {"type": "steps", "value": {"steps": [{"title": "Anfangen", "text": {"html": "<p>Heute.</p>"}}]}},
    {"type": "quote", "value": {"text": "Es geht.", "attribution": "Lehrerin", "consent": True}},
    {
        "type": "table",
        "value": {
            "caption": "Kosten",
            "table": {"data": [["Was", "Euro"], ["Bus", "5"]], "first_row_is_table_header": True},
        },
    },
    {"type": "places", "value": {"caption": "", "places": [{"name": "Auental", "latitude": 50.1, "longitude": 9}]}},
]


@pytest.fixture
def program(editor):
    return Program(editor)


def test_a_new_entry_is_read_by_nobody_but_those_who_write(program, api, member, author):
    made = program.write(summary="Kurz.", tags=["bus"], sections={"approach": TEXT}, body=BLOCKS)
    assert made.status_code == 201, made.content
    told = made.json()
    assert made["Location"] == f"/api/v1/entries/{told['id']}/newest/"
    again = program.api.get(made["Location"])
    assert again.json() == {name: value for name, value in told.items() if name != "left_out"}
    assert again["ETag"] == made["ETag"]
    assert told["state"]["live"] is False
    assert api().get(f"/api/v1/entries/{told['id']}/").status_code == 404
    assert api(member).get(f"/api/v1/entries/{told['id']}/").status_code == 404
    assert Program(member).read(told["id"]).status_code == 404
    assert Program(author).read(told["id"]).status_code == 403


def test_what_was_sent_stands_in_the_full_text_once_it_is_published(program, api, member, wohnen):
    made = program.write(
        summary="Kurz.", topics=[wohnen.slug], tags=["bus"], author="Amt", sections=WHOLE, body=BLOCKS, costs="5 Euro"
    ).json()
    assert program.move(made["id"], "published").status_code == 200
    read = api(member).json(f"entries/{made['id']}/")
    assert (read["title"], read["summary"], read["author"], read["tags"]) == ("Kurs im Dorf", "Kurz.", "Amt", ["bus"])
    assert [topic["slug"] for topic in read["topics"]] == [wohnen.slug]
    assert read["facts"]["costs"] == "5 Euro"
    for words in ("Der Kurs kommt ins Dorf.", "<b>Bus</b>", "Anfangen", "Lehrerin", '<th scope="col">Was</th>'):
        assert words in read["body"]["html"], words


def test_what_is_read_can_be_sent_back_and_changes_nothing(program):
    made = program.write(sections=WHOLE, body=BLOCKS, review_by="2027-05-01").json()
    program.move(made["id"], "published")
    before = program.read(made["id"])
    after = program.change(made["id"], before["ETag"], **before.json())
    assert after.status_code == 200, after.content
    same = {"title", "summary", "sections", "body", "tags", "review_by", "county"}
    assert {name: after.json()[name] for name in same} == {name: before.json()[name] for name in same}


def test_only_what_is_sent_is_changed(program, wohnen):
    made = program.write(summary="Kurz.", topics=[wohnen.slug], tags=["bus"], body=TEXT)
    changed = program.change(made.json()["id"], made["ETag"], title="Anderer Titel").json()
    assert (changed["title"], changed["summary"], changed["topics"], changed["tags"]) == (
        "Anderer Titel", "Kurz.", [wohnen.slug], ["bus"],
    )  # fmt: skip
    assert changed["body"][0]["value"]["html"] == made.json()["body"][0]["value"]["html"]


def test_whoever_has_not_read_the_newest_version_changes_nothing(program, office):
    made = program.write()
    number, tag = made.json()["id"], made["ETag"]
    assert Program(office).change(number, tag, title="Zuerst").status_code == 200
    late = program.change(number, tag, title="Zu spät")
    assert (late.status_code, problem(late)["status"]) == (412, 412)
    unread = program.change(number, None, title="Ungelesen")
    assert problem(unread)["status"] == 428
    assert program.read(number).json()["title"] == "Zuerst"
    assert program.change(number, "*", title="Trotzdem").status_code == 200
    assert program.change(number, f"W/{program.read(number)['ETag']}", title="Durch einen Proxy").status_code == 200


def test_who_read_the_published_entry_may_name_its_tag_until_something_newer_is_kept(program, api, editor):
    entry = make_entry(by=editor)
    tag = api(editor).get(f"/api/v1/entries/{entry.pk}/")["ETag"]
    assert program.change(entry.pk, tag, title="Neuer Titel").status_code == 200
    assert program.change(entry.pk, tag, title="Noch einer").status_code == 412


def test_html_becomes_sections_and_parts_and_what_no_text_holds_is_named(program):
    html = (
        "<h2>Ausgangslage</h2><p>Kein Bus.</p><h2>Was getan wurde</h2><ul><li>Kurs</li></ul>"
        "<h2>Dank</h2><p>An alle.</p><img src='x.png'><script>alert(1)</script>"
    )
    made = program.write(body_html=html)
    assert made.status_code == 201, made.content
    told = made.json()
    assert "Kein Bus." in told["sections"]["initial_situation"][0]["value"]["html"]
    assert "<li" in told["sections"]["approach"][-1]["value"]["html"]
    assert [part["type"] for part in told["body"]] == ["heading", "text"]
    assert told["left_out"] == ["img", "script"]
    assert "alert" not in made.content.decode()


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"title": ""}, "title"),
        ({"title": 7}, "title"),
        ({"title": "x" * 256}, "title"),
        ({"title": "a\0b"}, "title"),
        ({"summary": "x" * 1501}, "summary"),
        ({"kind": "nonsense"}, "kind"),
        ({"confidentiality": "secret"}, "confidentiality"),
        ({"county": "00000"}, "county"),
        ({"county": 9}, "county"),
        ({"topics": ["gibt-es-nicht"]}, "topics"),
        ({"tags": "bus"}, "tags"),
        ({"tags": ["x" * 101]}, "tags"),
        ({"review_by": "morgen"}, "review_by"),
        ({"sections": {"nonsense": []}}, "sections"),
        ({"sections": []}, "sections"),
        ({"body": "Text"}, "body"),
        ({"body": [{"type": "text"}]}, "body.0"),
        ({"body": [*TEXT, {"type": "script", "value": ""}]}, "body.1.type"),
        ({"body": [{"type": "text", "value": {"html": 7}}]}, "body.0"),
        ({"body": [{"type": "quote", "value": {"words": "x"}}]}, "body.0"),
        ({"body": [{"type": "quote", "value": {"text": "x", "consent": "yes"}}]}, "body.0.consent"),
        ({"body": [{"type": "heading", "value": {"text": "x" * 201}}]}, "body.0.text"),
        ({"body": [{"type": "picture", "value": {"image": 999_999, "alt": "x"}}]}, "body.0.image"),
        ({"body": [{"type": "picture", "value": {"image": {"id": 2**70}, "alt": "x"}}]}, "body.0.image"),
        ({"body": [{"type": "text", "value": "<p><a linktype='document' id='999999'>x</a></p>"}]}, "body.0"),
        ({"body": [{"type": "table", "value": {"table": {"data": [["a"], ["b", "c"]]}}}]}, "body.0.table"),
        ({"body": [{"type": "contact", "value": {"name": "Amt", "email": "kein"}}]}, "body.0.email"),
        ({"body": [{"type": "places", "value": {"places": [{"name": "Rom", "latitude": 41.9}]}}]},
         "body.0.places.0.latitude"),
        ({"body_html": "<p>x</p>", "body": []}, "body_html"),
        ({"external_key": "quelle:1"}, "external_key"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_with_the_way_to_it(program, fields, path):
    refused = program.write(**fields)
    assert refused.status_code == 400, refused.content
    assert list(problem(refused)["errors"]) == [path]
    assert not Entry.objects.exists()


@pytest.mark.parametrize("sent", [[], "text", None, 7])
def test_something_else_than_an_object_is_refused(program, sent):
    assert program.api.post("/api/v1/entries/", sent, "application/json").status_code == 400


def test_nothing_that_runs_gets_into_a_text(program):
    html = "<p onclick='x()'>Hallo <script>alert(1)</script><a href='javascript:x()'>dort</a><iframe src='//x'/></p>"
    text = program.write(body=[{"type": "text", "value": html}]).json()["body"][0]["value"]["html"]
    assert not any(bad in text for bad in ("onclick", "script", "iframe"))
    assert "Hallo" in text
    assert "dort" in text


def test_a_draft_may_be_as_incomplete_as_in_the_form(program):
    made = program.write(body=[{"type": "quote", "value": {"text": "", "consent": False}}])
    assert made.status_code == 201, made.content


def test_the_kind_stays(program):
    made = program.write()
    refused = program.change(made.json()["id"], made["ETag"], kind="concept")
    assert list(problem(refused)["errors"]) == ["kind"]


def test_authors_write_their_own_entries_and_nobody_elses(author, editor):
    own = Program(author).write()
    assert own.status_code == 201
    assert Program(author).change(own.json()["id"], own["ETag"], title="Meiner").status_code == 200
    other = make_entry(by=editor)
    assert Program(author).change(other.pk, "*", title="Meiner").status_code == 403
    assert Entry.objects.get(pk=other.pk).title == other.title


@pytest.mark.parametrize("who", ["member", "guest", "applicant"])
def test_whoever_does_not_write_here_is_told_so(request, who):
    person = request.getfixturevalue(who)
    refused = Program(person).write()
    assert refused.status_code == 403
    assert problem(refused)["detail"]


def test_a_token_that_was_not_made_for_writing_writes_nothing(editor, api):
    reading = Program(editor, "read:public", "read:members")
    assert reading.write().status_code == 403
    entry = make_entry(by=editor)
    assert reading.read(entry.pk).status_code == 403
    assert reading.change(entry.pk, "*", title="x").status_code == 403
    assert api().post("/api/v1/entries/", {}, "application/json").status_code == 401
    assert api().get(f"/api/v1/entries/{entry.pk}/newest/").status_code == 401


def test_a_token_for_writing_does_not_read_what_members_read(editor, api):
    entry = make_entry(by=editor)
    assert api(editor, "write:entries").get(f"/api/v1/entries/{entry.pk}/").status_code == 404


def test_a_browser_session_writes_only_from_a_page_of_the_forum(editor, client):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor, "allauth.account.auth_backends.AuthenticationBackend")
    sent = {"kind": "offer", "title": "Von fremder Seite"}
    assert strict.post("/api/v1/entries/", sent, "application/json").status_code == 403
    assert not Entry.objects.exists()


def test_topics_that_are_there_are_named_by_slug(program):
    topic = make_topic("Arbeit und Ausbildung")
    assert program.write(topics=[topic.slug]).json()["topics"] == [topic.slug]
