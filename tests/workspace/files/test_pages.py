"""Files of a group in the browser, without a script."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plugins.api.actors import actor_for
from tests.cms.extracting import made
from tests.factories import join_group, make_group, make_photo, make_upload, put_down
from workspace.actions.files import remove_file, replace_file, upload_file
from workspace.models import GroupFile, GroupState

pytestmark = pytest.mark.django_db
LIST = "/arbeitsgruppen/ag-wohnen/dateien/"


def test_several_files_are_put_down_at_once(group, member, as_client):
    client = as_client(member)
    sent = {"file": [make_upload("a", "Liste.csv"), make_photo()], "text": "Vom Ortstermin"}
    page = client.post(LIST, sent, follow=True).content.decode()
    assert set(GroupFile.objects.values_list("title", "note")) == {
        ("Liste", "Vom Ortstermin"),
        ("ortstermin", "Vom Ortstermin"),
    }
    assert "2 Dateien sind abgelegt" in page
    assert "Nur AG Wohnen (2 Personen)" in page


def test_one_that_is_not_taken_costs_neither_the_others_nor_the_words(group, member, as_client):
    sent = {"file": [make_upload("a", "gut.txt"), make_upload("b", "lauf.exe")], "text": "Vom Ortstermin"}
    page = as_client(member).post(LIST, sent).content.decode()
    assert [file.title for file in GroupFile.objects.all()] == ["gut"]
    assert "„lauf.exe“ ist von einer Art, die wir nicht annehmen" in page
    assert 'value="Vom Ortstermin"' in page


def test_without_a_file_the_form_says_so(group, member, as_client):
    assert "Bitte wählen Sie eine Datei aus." in as_client(member).post(LIST, {"text": "Notiz"}).content.decode()
    many = {"file": [make_upload(name=f"{number}.txt") for number in range(6)]}
    assert "höchstens 5 Dateien" in as_client(member).post(LIST, many).content.decode()
    assert not GroupFile.objects.exists()


def test_what_a_browser_does_not_keep_is_said(group, member, as_client):
    page = as_client(member).post(LIST, {"file": [make_upload()], "text": "x" * 301}).content.decode()
    assert "Bitte wählen Sie die Dateien noch einmal aus" in page
    assert "x" * 301 in page
    assert not GroupFile.objects.exists()


@pytest.mark.parametrize("name", ["outsider", "office", "former_member", "visitor"])
def test_who_is_not_in_the_group_meets_nothing(group, member, as_client, name, people):
    file = put_down(group, member)
    client = as_client(people[name])
    stored = file.versions.get()
    for address in (LIST, file.get_absolute_url(), f"{file.get_absolute_url()}titel/", stored.get_absolute_url()):
        assert client.get(address).status_code == 404
    assert "Dateien" not in client.get("/arbeitsgruppen/ag-wohnen/").content.decode()
    assert client.post(LIST, {"file": [make_upload()]}).status_code == 404


def test_a_content_is_sent_as_what_it_is_and_kept_by_nobody(group, member, as_client):
    client = as_client(member)
    for name, content, kind, how in (
        ("Bericht über Wohnen.pdf", made.pdf("Wort"), "application/pdf", "inline"),
        ("liste.csv", b"a;b", "text/csv", "attachment"),
    ):
        stored = put_down(group, member, content, name).versions.get()
        answer = client.get(stored.get_absolute_url())
        assert (answer.status_code, answer["Content-Type"]) == (200, kind)
        assert answer["Content-Disposition"].startswith(how)
        assert (answer["Cache-Control"], answer["X-Content-Type-Options"]) == ("private, no-cache", "nosniff")
        assert b"".join(answer.streaming_content) == content
        again = client.get(stored.get_absolute_url(), headers={"If-None-Match": answer["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert client.get(f"/dateien/{stored.pk}/anders.pdf").status_code == 404
        assert client.get(f"/medien/{stored.path}").status_code == 404


def test_pictures_are_shown_and_have_a_small_one(group, member, as_client):
    file = upload_file(group, make_photo(), actor=actor_for(member), text="Der Ort von oben")
    client = as_client(member)
    stored = file.versions.get()
    page = client.get(file.get_absolute_url()).content.decode()
    assert f'<img src="{stored.get_absolute_url()}" width="1200" height="800" alt="Der Ort von oben">' in page
    assert client.get(stored.small_url)["Content-Type"] == "image/webp"
    other = put_down(group, member).versions.get()
    assert client.get(other.small_url).status_code == 404


def test_a_pdf_is_shown_on_the_page_with_a_way_round_it(group, member, as_client):
    file = put_down(group, member, made.pdf("Wort"), "bericht.pdf")
    address = file.versions.get().get_absolute_url()
    answer = as_client(member).get(file.get_absolute_url())
    page = answer.content.decode()
    assert f'<iframe class="shelf__page" src="{address}" title="Vorschau von bericht"' in page
    assert f'<a href="{address}">' in page
    assert "frame-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_versions_stand_below_with_date_and_name(group, member, coordinator, as_client):
    file = put_down(group, member, name="alt.txt")
    answer = as_client(coordinator).post(f"{file.get_absolute_url()}fassung/", {"file": make_upload("Neu", "neu.txt")})
    assert answer["Location"] == file.get_absolute_url()
    page = as_client(member).get(file.get_absolute_url()).content.decode()
    assert "alt.txt</a>" in page
    assert member.get_full_name() in page
    refused = as_client(member).post(f"{file.get_absolute_url()}fassung/", {"file": make_upload("x", "x.exe")})
    assert "x.exe" in refused.content.decode()


def test_a_removed_file_leaves_a_line(group, member, as_client):
    file = put_down(group, member, title="Wortlaut")
    client = as_client(member)
    assert "Wortlaut" in client.get(f"{file.get_absolute_url()}entfernen/").content.decode()
    page = client.post(f"{file.get_absolute_url()}entfernen/", follow=True).content.decode()
    assert f"Datei entfernt von {member.get_full_name()} am" in page
    assert "Wortlaut" not in page
    assert client.get(file.get_absolute_url()).status_code == 200
    assert client.get(f"{file.get_absolute_url()}titel/").status_code == 403


def test_moving_shows_the_names_first(group, member, mentor, as_client):
    there = make_group("AG Arbeit", coordinator=mentor)
    join_group(there, member)
    file = put_down(group, member)
    client, address = as_client(member), f"{file.get_absolute_url()}verschieben/"
    asked = client.post(address, {"group": there.pk})
    assert mentor.get_full_name() in asked.content.decode()
    assert GroupFile.objects.get().group == group
    client.post(address, {"group": there.pk, "agreed_to": asked.context["form"]["agreed_to"].value()})
    assert GroupFile.objects.get().group == there


def test_a_closed_group_shows_its_files_and_no_form(group, member, as_client):
    put_down(group, member)
    group.state = GroupState.CLOSED
    group.save()
    page = as_client(member).get(LIST).content.decode()
    assert "protokoll" in page
    assert "abgeschlossen; alles bleibt" in page
    assert 'type="file"' not in page


def test_thirty_files_cost_as_many_questions_as_three(group, member, as_client):
    client, numbers = as_client(member), []
    for count in (3, 27):
        for _number in range(count):
            replace_file(put_down(group, member), make_upload("Neu"), actor=actor_for(member))
        remove_file(GroupFile.objects.filter(removed_at=None).first(), actor=actor_for(member))
        client.get(LIST)
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        numbers.append(len(asked))
    assert numbers[0] == numbers[1]
