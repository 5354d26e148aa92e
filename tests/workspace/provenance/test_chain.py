"""What a recommendation grew out of: for whom which step opens, and what others are told."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.queries.provenance import provenance_of
from plugins.api.access import ANONYMOUS
from plugins.api.actors import actor_for
from plugins.api.outbox import announce, dispatch_pending
from tests.factories import (
    contribute_to,
    decide,
    end_of,
    make_consultation,
    make_draft,
    make_entry,
    make_publication,
)
from workspace.facts import GroupChanged
from workspace.models import Draft, DraftOrigin, DraftState, GroupVisibility, PublicationState, WorkingGroup

pytestmark = pytest.mark.django_db

WHOLE = ["challenge", "group", "versions", "consultation", "decision", "published"]


def steps(publication, person=None):
    actor = actor_for(person) if person else ANONYMOUS
    return provenance_of(actor, publication.entry_id, "recommendation")


def kinds(publication, person=None):
    return [step.kind for step in steps(publication, person)]


def page(client, publication) -> str:
    return client.get(f"/wissen/{publication.entry.slug}/").content.decode()


def test_a_member_reads_every_step_in_the_order_in_which_it_happened(publication, outsider):
    assert kinds(publication, outsider) == WHOLE
    told = {step.kind: step for step in steps(publication, outsider)}
    assert told["challenge"].title == "Wer vermittelt zwischen Vermietern und Familien?"
    assert told["group"].text == "Wir empfehlen, wie Landkreise beim Wohnen helfen."
    assert "1 " in told["consultation"].text
    assert all(step.url for step in told.values())


def test_what_a_member_is_led_to_opens(publication, outsider, as_client):
    client = as_client(outsider)
    for step in steps(publication, outsider):
        assert client.get(step.url.partition("#")[0]).status_code == 200, step
        anchor = step.url.partition("#")[2]
        assert not anchor or f'id="{anchor}"' in client.get(step.url).content.decode()


@pytest.mark.parametrize("who", ["visitor", "guest", "applicant", "former_member"])
def test_others_are_told_that_and_when_and_nothing_else(who, publication, request, as_client):
    person = None if who == "visitor" else request.getfixturevalue(who)
    told = steps(publication, person)
    assert {step.kind for step in told} >= set(WHOLE[2:])
    assert [(step.title, step.text, step.url) for step in told] == [("", "", "")] * len(told)
    html = page(as_client(person), publication).partition('id="provenance"')[2].partition("</section>")[0]
    assert html.count("<time") == len(WHOLE)
    for hidden in ("AG Wohnen", "Wir empfehlen, wie", "/herkunft/", "Bitte einfacher"):
        assert hidden not in html


def test_the_api_tells_the_same_for_each_role(publication, outsider, api):
    visitor = api().json(f"entries/{publication.entry_id}/")["provenance"]
    member = api(outsider).json(f"entries/{publication.entry_id}/")["provenance"]
    assert [step["kind"] for step in visitor] == [step["kind"] for step in member]
    assert {(step["title"], step["text"], step["url"]) for step in visitor} == {(None, None, None)}
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", step["date"]) for step in visitor)
    assert all(step["url"] for step in member)
    assert api().json(f"entries/{publication.entry_id}/?fields=title").keys() == {"title"}


def test_an_entry_that_no_draft_became_has_no_provenance(publication, outsider, as_client, api):
    other = make_entry("recommendation", title="Von Hand geschrieben", released=True)
    assert 'id="provenance"' not in as_client(outsider).get(f"/wissen/{other.slug}/").content.decode()
    assert api(outsider).json(f"entries/{other.pk}/")["provenance"] == []


def test_a_hidden_group_is_named_to_nobody_who_does_not_know_of_it(publication, group, outsider, member, as_client):
    WorkingGroup.objects.filter(pk=group.pk).update(visibility=GroupVisibility.HIDDEN)
    step = next(step for step in steps(publication, outsider) if step.kind == "group")
    assert (step.title, step.text, step.url) == ("", "", "")
    trace = as_client(outsider).get(f"/entwuerfe/{publication.draft_id}/herkunft/").content.decode()
    assert "AG Wohnen" not in trace and "Wohnraum vermitteln" in trace
    assert str(member) not in trace
    assert next(step for step in steps(publication, member) if step.kind == "group").title == str(group)


def test_a_group_that_shows_its_members_to_nobody_else_has_no_names_beside_its_decision(
    publication, group, outsider, member, as_client
):
    WorkingGroup.objects.filter(pk=group.pk).update(shows_members=False)
    address = f"/entwuerfe/{publication.draft_id}/herkunft/"
    assert str(member) not in as_client(outsider).get(address).content.decode()
    assert str(member) in as_client(member).get(address).content.decode()
    said = {
        who: next(one.text for one in steps(publication, who) if one.kind == "decision") for who in (outsider, member)
    }
    assert "2 von 2" in said[member] or "2 of 2" in said[member]
    assert "2 von 2" not in said[outsider] and "2 of 2" not in said[outsider]


def test_only_what_was_published_can_be_traced(publication, group, coordinator, outsider, guest, as_client):
    unpublished = make_draft(group, "Nur für uns", by=coordinator)
    assert as_client(outsider).get(f"/entwuerfe/{unpublished.pk}/herkunft/").status_code == 404
    assert as_client(coordinator).get(f"/entwuerfe/{unpublished.pk}/herkunft/").status_code == 404
    address = f"/entwuerfe/{publication.draft_id}/herkunft/"
    assert as_client(guest).get(address).status_code == 404
    assert as_client(outsider).get(f"/entwuerfe/{publication.draft_id}/").status_code == 404
    publication.state = PublicationState.SENT_BACK
    publication.save(update_fields=["state"])
    assert as_client(outsider).get(address).status_code == 404
    assert kinds(publication, outsider) == []


def test_what_happens_to_a_draft_after_its_publication_is_told_with_the_next_one(publication, coordinator, outsider):
    before = kinds(publication, outsider)
    draft = Draft.objects.get(pk=publication.draft_id)
    Draft.objects.filter(pk=draft.pk).update(state=DraftState.WRITING)
    again = make_consultation(Draft.objects.get(pk=draft.pk), by=coordinator)
    contribute_to(again, by=outsider)
    end_of(again)
    decision = decide(Draft.objects.get(pk=draft.pk), by=coordinator)
    assert kinds(publication, outsider) == before
    later = timezone.now() + timedelta(minutes=1)
    make_publication(draft, by=coordinator, decision=decision, entry=publication.entry, at=later)
    assert kinds(publication, outsider)[-1] == "revised"
    assert kinds(publication, outsider).count("consultation") == 2


def test_a_long_chain_costs_as_many_queries_as_a_short_one(publication, coordinator, outsider, draft, group):
    actor = actor_for(outsider)
    with CaptureQueriesContext(connection) as short:
        assert len(list(provenance_of(actor, publication.entry_id, "recommendation"))) == len(WHOLE)
    last = draft
    for number in range(4):
        source = make_draft(group, f"Vorarbeit {number}", by=coordinator)
        end_of(make_consultation(source, by=coordinator))
        DraftOrigin.objects.create(
            draft=last,
            source=source,
            version=source.versions.first(),
            kind="merged",
            by=coordinator,
            at=publication.ended_at - timedelta(seconds=number),
        )
        source.consultations.update(opened_at=publication.ended_at - timedelta(minutes=1))
        last = source
    with CaptureQueriesContext(connection) as long:
        found = provenance_of(actor, publication.entry_id, "recommendation")
    assert len(long) == len(short) <= 17
    assert [step.kind for step in found].count("merged") == 4
    assert [step.kind for step in found].count("consultation") == 5
    assert all(not step.title for step in found if step.kind == "merged")


def test_visitors_learn_at_once_that_the_group_has_closed(publication, group, as_client):
    assert page(as_client(None), publication).count("<time") >= len(WHOLE)
    before = page(as_client(None), publication)
    WorkingGroup.objects.filter(pk=group.pk).update(state="closed", closed_at=timezone.now())
    announce(GroupChanged(group.pk))
    while dispatch_pending():
        pass
    assert page(as_client(None), publication).count("provenance__step") == before.count("provenance__step") + 1
