"""Drafts in the browser, without a script: lists, the text, and what those who are responsible do."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plugins.api.actors import actor_for
from tests.factories import give_seat, make_draft, make_entry, make_group, make_photo
from workspace.actions.drafts import close_draft, name_version
from workspace.actions.files import upload_file
from workspace.actions.remarks import Words, comment_on_draft, suggest
from workspace.drafting.passages import Passage
from workspace.drafting.store import append, load
from workspace.models import Draft, DraftReach, DraftState, GroupState

pytestmark = pytest.mark.django_db
OF_GROUP = "/arbeitsgruppen/ag-wohnen/entwuerfe/"


def page(client, path, **asked):
    answer = client.get(path, **asked)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def queries(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_the_coordinator_begins_a_recommendation_for_the_group(group, coordinator, as_client):
    client = as_client(coordinator)
    sent = {"title": "Empfehlung Wohnraum", "begins": "recommendation"}
    shown = client.post(OF_GROUP, sent, follow=True).content.decode()
    draft = Draft.objects.get()
    assert (draft.group, draft.reach, draft.author) == (group, DraftReach.OWNERS, coordinator)
    assert "Nur AG Wohnen (2 Personen)" in shown
    assert '<h2 id="abschnitt-2">Was wir empfehlen</h2>' in shown
    assert 'href="#abschnitt-2"' in shown
    assert not draft.versions.exists()
    assert "Empfehlung Wohnraum" in page(client, OF_GROUP)


def test_a_draft_without_a_title_keeps_what_was_chosen(group, member, as_client):
    shown = as_client(member).post(OF_GROUP, {"title": " ", "begins": "recommendation"}).content.decode()
    assert "form__error" in shown
    assert "checked" in shown.split('value="recommendation"')[1].split(">")[0]
    assert not Draft.objects.exists()


def test_advisers_read_and_do_not_begin(draft, mentor, as_client):
    shown = page(as_client(mentor), OF_GROUP)
    assert draft.title in shown
    assert (
        "In dieser Gruppe" in shown and "<form" not in shown.split("Einen Entwurf beginnen")[1].split("</section>")[0]
    )
    answer = as_client(mentor).post(OF_GROUP, {"title": "Neu", "begins": "empty"})
    assert answer.status_code == 403
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("name", ["outsider", "office", "guest", "former_member", "editor", "applicant"])
def test_whoever_reads_no_draft_of_a_group_meets_the_same_as_where_there_is_none(draft, people, as_client, name):
    client = as_client(people[name])
    for rest in ("", "rand/", "titel/", "leser/", "schliessen/", "oeffnen/"):
        there = client.get(f"/entwuerfe/{draft.pk}/{rest}")
        nowhere = client.get(f"/entwuerfe/987654/{rest}")
        assert (there.status_code, nowhere.status_code) == (404, 404)
    for rest in ("kommentare/", "vorschlaege/", "vorschlaege/1/annehmen/"):
        assert client.post(f"/entwuerfe/{draft.pk}/{rest}", {"text": "Da", "quote": "eine"}).status_code == 404
    assert draft.title not in client.get("/entwuerfe/").content.decode()
    assert draft.title not in client.get(OF_GROUP).content.decode()


def test_visitors_are_asked_to_sign_in_whether_there_is_a_draft_or_not(draft, as_client):
    for rest in ("", "rand/", "leser/"):
        addresses = [
            as_client().get(f"/entwuerfe/{number}/{rest}")["Location"].replace(str(number), "")
            for number in (draft.pk, 987654)
        ]
        assert addresses[0] == addresses[1]
        assert addresses[0].startswith("/konto/anmelden/")


def test_members_of_the_group_write_and_advisers_read_along(draft, member, mentor, as_client):
    shown = page(as_client(member), draft.get_absolute_url())
    assert 'data-writes="1"' in shown
    assert f'data-name="{member}"' in shown
    assert "Titel ändern" in shown and "Entwurf schließen" not in shown
    advised = page(as_client(mentor), draft.get_absolute_url())
    assert 'data-writes=""' in advised
    assert "Sie kommentieren und schlagen vor" in advised
    assert "Titel ändern" not in advised
    assert "Wir empfehlen eine Telefonnummer." in advised


def test_a_draft_for_all_members_is_read_by_them_without_a_way_into_a_hidden_group(
    group, draft, outsider, office, as_client
):
    group.visibility = "group"
    group.save()
    Draft.objects.update(reach=DraftReach.MEMBERS)
    shown = page(as_client(outsider), draft.get_absolute_url())
    assert "Alle Mitglieder und das Programmbüro (" in shown
    assert group.get_absolute_url() not in shown
    assert 'data-writes=""' in shown
    assert draft.title in page(as_client(outsider), "/entwuerfe/")
    assert draft.title not in page(as_client(outsider), "/entwuerfe/?show=own")
    assert as_client(office).get(draft.get_absolute_url()).status_code == 200


def test_what_is_closed_is_only_read_and_stands_apart(draft, coordinator, member, as_client):
    close_draft(draft, actor=actor_for(coordinator))
    client = as_client(member)
    shown = page(client, draft.get_absolute_url())
    assert "Dieser Entwurf ist geschlossen." in shown and "<span>geschlossen</span>" in shown
    assert "data-drafting" not in shown and "data-passage" not in shown
    assert "Wir empfehlen eine Telefonnummer." in shown
    assert "1 Entwurf ist geschlossen" in page(client, OF_GROUP)
    assert draft.title not in page(client, "/entwuerfe/")
    assert draft.title in page(client, "/entwuerfe/?show=closed")


def test_in_a_closed_group_drafts_are_only_read(group, draft, member, as_client):
    group.state = GroupState.CLOSED
    group.save()
    shown = page(as_client(member), draft.get_absolute_url())
    assert "Dieser Entwurf wird nur noch gelesen." in shown
    assert "data-drafting" not in shown
    assert "Diese Gruppe ist abgeschlossen" in page(as_client(member), OF_GROUP)


def test_whoever_sits_for_a_county_begins_drafts_for_it(member, outsider, as_client):
    client = as_client(member)
    client.post("/entwuerfe/", {"title": "Für den Landkreis", "begins": "empty"})
    draft = Draft.objects.get()
    assert draft.county and draft.group is None
    assert f"Nur {draft.county} (1 Person)" in page(client, draft.get_absolute_url())
    assert as_client(outsider).get(draft.get_absolute_url()).status_code == 404
    assert "Für den Landkreis" in page(client, "/entwuerfe/?show=own")


def test_whoever_writes_for_several_says_for_whom(group, member, as_client):
    client = as_client(member)
    assert "Wessen Entwurf ist es?" in page(client, "/entwuerfe/")
    assert "form__error" in client.post("/entwuerfe/", {"title": "Neu", "begins": "empty"}).content.decode()
    client.post("/entwuerfe/", {"title": "Neu", "begins": "empty", "owner": 1})
    assert Draft.objects.get().group == group


def test_whoever_is_in_no_county_and_no_group_begins_nothing(applicant, as_client):
    client = as_client(applicant)
    assert "Entwurf beginnen" not in page(client, "/entwuerfe/")
    assert client.post("/entwuerfe/", {"title": "Neu", "begins": "empty"}).status_code == 200
    assert not Draft.objects.exists()


def test_title(draft, member, as_client):
    client = as_client(member)
    empty = client.post(f"{draft.get_absolute_url()}titel/", {"title": ""}).content.decode()
    assert "form__error" in empty
    client.post(f"{draft.get_absolute_url()}titel/", {"title": "Neuer Titel"})
    draft.refresh_from_db()
    assert draft.title == "Neuer Titel"


def test_more_readers_are_shown_by_name_before_they_read(draft, coordinator, member, outsider, as_client):
    address = f"{draft.get_absolute_url()}leser/"
    assert as_client(member).get(address).status_code == 403
    client = as_client(coordinator)
    asked = client.post(address, {"reach": "members"})
    shown = asked.content.decode()
    assert "statt 3" in shown and str(outsider) in shown
    draft.refresh_from_db()
    assert draft.reach == DraftReach.OWNERS
    give_seat(type(outsider).objects.create(email="neu@example.org"), "99005")
    agreed = asked.context["form"].data["agreed_to"]
    assert (
        client.post(address, {"reach": "members", "agreed_to": agreed}).status_code == 200
    )  # somebody came in between
    agreed = client.post(address, {"reach": "members"}).context["form"].data["agreed_to"]
    assert client.post(address, {"reach": "members", "agreed_to": agreed}).status_code == 302
    draft.refresh_from_db()
    assert draft.reach == DraftReach.MEMBERS
    assert client.post(address, {"reach": "owners"}).status_code == 302  # fewer readers need no asking


def test_closing_and_opening_ask_first(draft, coordinator, member, as_client):
    client = as_client(coordinator)
    assert as_client(member).get(f"{draft.get_absolute_url()}schliessen/").status_code == 403
    assert "kann wieder geöffnet werden" in page(client, f"{draft.get_absolute_url()}schliessen/")
    client.post(f"{draft.get_absolute_url()}schliessen/")
    assert Draft.objects.get().state == DraftState.CLOSED
    assert client.get(f"{draft.get_absolute_url()}schliessen/").status_code == 403
    client.post(f"{draft.get_absolute_url()}oeffnen/")
    assert Draft.objects.get().state == DraftState.WRITING


def test_a_reference_leads_to_the_entry_only_for_those_who_may_see_it(member, guest, author, as_client):
    entry = make_entry("good_practice", title="Nur für Mitglieder")
    unpublished = make_entry("good_practice", title="Noch nicht", by=author, published=False)
    assert as_client(author).get(f"/entwuerfe/eintrag/{unpublished.pk}/").status_code == 404
    assert as_client(member).get(f"/entwuerfe/eintrag/{entry.pk}/")["Location"] == f"/wissen/{entry.slug}/"
    assert as_client(guest).get(f"/entwuerfe/eintrag/{entry.pk}/").status_code == 404
    assert as_client(guest).get("/entwuerfe/eintrag/987654/").status_code == 404


def put_picture(draft, number, by):
    text = load(draft.pk)[0]
    document = {"type": "doc", "content": [{"type": "picture", "attrs": {"file": number, "alt": "Ein Ort"}}]}
    append(draft.pk, [(by.pk, text.of(by.pk).write(document))])


def test_pictures_stand_in_the_text_where_the_reader_may_see_them_and_they_are_the_groups(
    group, draft, member, mentor, coordinator, outsider, as_client
):
    photo = upload_file(group, make_photo(), actor=actor_for(member)).versions.get()
    put_picture(draft, photo.pk, member)
    assert f'src="/dateien/{photo.pk}/klein/"' in page(as_client(mentor), draft.get_absolute_url())
    offered = page(as_client(member), draft.get_absolute_url())
    assert f'<option value="{photo.pk}">' in offered
    Draft.objects.update(reach=DraftReach.MEMBERS)
    shown = page(as_client(outsider), draft.get_absolute_url())
    assert f"/dateien/{photo.pk}/" not in shown and "Ein Ort" in shown

    other = make_group("AG Anderes", coordinator=coordinator)
    foreign = upload_file(other, make_photo(), actor=actor_for(coordinator)).versions.get()
    put_picture(draft, foreign.pk, coordinator)
    assert f"/dateien/{foreign.pk}/" not in page(as_client(coordinator), draft.get_absolute_url())


def test_a_page_costs_as_many_queries_for_many_remarks_as_for_few(draft, coordinator, mentor, member, as_client):
    def say(number):
        comment = comment_on_draft(draft, f"Kommentar {number}", actor=actor_for(mentor), passage=Passage("eine"))
        suggest(draft, Passage("Etwa 3.500 Euro"), Words(f"{number} Euro"), actor=actor_for(mentor))
        return comment

    client = as_client(coordinator)
    say(1)
    few = [queries(client, f"{draft.get_absolute_url()}{rest}") for rest in ("", "rand/")]
    for number in range(6):
        say(number)
    many = [queries(client, f"{draft.get_absolute_url()}{rest}") for rest in ("", "rand/")]
    assert few == many
    assert many <= [28, 15]


@pytest.mark.parametrize("path", ["/entwuerfe/", OF_GROUP])
def test_a_list_costs_as_many_queries_for_many_drafts_as_for_one(group, coordinator, member, as_client, path):
    client = as_client(member)
    make_draft(group, by=coordinator)
    one = queries(client, path)
    for number in range(22):
        name_version(make_draft(group, f"Entwurf {number}", by=coordinator), name="Eine", actor=actor_for(coordinator))
    assert queries(client, path) <= one + 1  # the second page is counted
    assert "Seite 1 von 2" in page(client, path)
    assert "Empfehlung Wohnraum" in page(client, f"{path}?page=2")
