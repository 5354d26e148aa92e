"""Who is told of publications, what programs read of them, what stays of people."""

from __future__ import annotations

import pytest

from plugins.api.outbox import dispatch_pending
from tests.factories import hand_in, make_draft, publish, step
from workspace.models import Notification
from workspace.personal_data.publications import erase, hand_out

pytestmark = pytest.mark.django_db


def told(person):
    while dispatch_pending():
        pass
    kinds = ("workspace.publication_check", "workspace.publication")
    rows = Notification.objects.filter(recipient=person, kind__in=kinds).order_by("pk")
    return [(row.kind.removeprefix("workspace."), row.url) for row in rows]


def test_editors_and_office_are_told_that_a_text_waits_and_the_group_is_not(publication, editor, office, member):
    for person in (editor, office):
        assert told(person) == [("publication_check", f"/cms/pages/{publication.entry_id}/edit/")]
    assert told(member) == []


def test_the_group_is_told_that_it_came_back(publication, editor, member, coordinator, outsider):
    step(publication, "send_back", by=editor, reason="Bitte neu.")
    for person in (member, coordinator):
        assert told(person) == [("publication", f"/entwuerfe/{publication.draft_id}/veroeffentlichung/")]
    assert told(outsider) == []


def test_the_group_is_told_that_it_is_published_and_finds_it(draft, coordinator, editor, office, member, as_client):
    published = publish(draft, by=coordinator, editor=editor, office=office)
    assert told(member) == [("publication", f"/entwuerfe/{draft.pk}/veroeffentlichung/")]
    page = as_client(member).get(f"/entwuerfe/{draft.pk}/").content.decode()
    assert f"/wissen/{published.entry.slug}/" in page


def test_who_signed_stands_on_the_page_of_the_draft(publication, editor, office, member, as_client):
    step(publication, "finish_language", by=editor)
    step(publication, "sign", by=office)
    page = as_client(member).get(f"/entwuerfe/{publication.draft_id}/veroeffentlichung/").content.decode()
    assert str(office) in page


def test_the_reason_stands_above_the_draft_that_came_back(publication, editor, member, as_client):
    step(publication, "send_back", by=editor, reason="Punkt zwei widerspricht Punkt eins.")
    assert "Punkt zwei widerspricht" in as_client(member).get(f"/entwuerfe/{publication.draft_id}/").content.decode()


def test_the_coordinator_hands_in_after_being_asked(draft, coordinator, member, as_client):
    address = f"/entwuerfe/{draft.pk}/veroeffentlichung/abgeben/"
    assert as_client(member).get(address).status_code == 403
    client = as_client(coordinator)
    assert address in client.get(f"/entwuerfe/{draft.pk}/beschluss/").content.decode()
    assert client.get(address).status_code == 200
    assert not draft.publications.exists()
    client.post(address)
    assert draft.publications.get().is_open


def test_a_program_hands_in_and_reads_how_far_it_has_come(draft, coordinator, editor, api):
    program = api(coordinator, "read:members", "write:workspace")
    answer = program.post(f"/api/v1/drafts/{draft.pk}/publications/")
    assert answer.status_code == 201, answer.content
    step(draft.publications.get(), "finish_language", by=editor)
    (item,) = program.json(f"drafts/{draft.pk}/publications/")["results"]
    assert (item["state"], item["entry"], item["signatures"]) == ("checking", None, [])
    assert len(item["missing"]) == 1
    assert program.json(f"drafts/{draft.pk}/transitions/")["to"] == {}


def test_a_program_reads_what_blocks(group, coordinator, api):
    draft = make_draft(group, by=coordinator)
    program = api(coordinator, "read:members", "write:workspace")
    refused = program.post(f"/api/v1/drafts/{draft.pk}/publications/")
    assert refused.status_code == 403
    assert refused["Content-Type"].startswith("application/problem+json")


def test_people_get_what_they_did_and_leave_a_date_behind(publication, editor, office, coordinator, member):
    step(publication, "finish_language", by=editor)
    step(publication, "sign", by=office)
    assert len(hand_out(coordinator)["handed_in"]) == 1
    assert len(hand_out(office)["signed"]) == 1
    assert erase(office) and erase(coordinator)
    assert erase(member) == []


def test_what_happened_stands_in_the_trail_without_title(draft, coordinator, editor, office, group):
    from wagtail.models import ModelLogEntry

    publish(draft, by=coordinator, editor=editor, office=office)
    rows = ModelLogEntry.objects.filter(action__startswith="workspace.", object_id=str(group.pk))
    done = [row.action.removeprefix("workspace.") for row in rows.order_by("pk")]
    assert done[-4:] == ["submit_draft", "sign_draft", "sign_draft", "publish_draft"]
    assert not any(draft.title in str(row.data) for row in rows)


def test_handing_in_twice_is_refused(publication, coordinator):
    from plugins.api.errors import Refused

    with pytest.raises(Refused):
        hand_in(publication.draft, by=coordinator)
