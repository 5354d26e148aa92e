"""An adopted text becomes a recommendation: handed in, edited in language, signed by two, published."""

from __future__ import annotations

import pytest

from cms.actions.entries import edit_entry, publish_entry
from cms.models import Recommendation
from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from tests.factories import (
    adopt,
    contribute_to,
    end_of,
    hand_in,
    make_consultation,
    make_draft,
    publish,
    step,
)
from workspace.actions.consultations import answer_contribution
from workspace.actions.decisions import take_text_up_again
from workspace.actions.publications import submit_publication
from workspace.models import DraftState, PublicationState
from workspace.queries.publications import Course, changes_of, what_blocks

pytestmark = pytest.mark.django_db


def page_of(publication):
    return Recommendation.objects.get(pk=publication.entry_id)


def reword(publication, editor, old, new):
    """The editor changes words on the page."""
    page = page_of(publication).get_latest_revision_as_object()
    page.body = [(part.block_type, _reworded(part.value, old, new)) for part in page.body]
    edit_entry(page, actor=actor_for(editor))


def _reworded(value, old, new):
    return value.source.replace(old, new) if hasattr(value, "source") else value


def signed_by(publication):
    return [check.signed_by for check in Course(publication).signed]


def test_the_frozen_text_becomes_an_unpublished_page_in_its_own_order(publication, draft, group):
    page = page_of(publication)
    assert (page.title, page.author_name, page.live) == (draft.title, str(group), False)
    text = str(page.body)
    assert text.index("Worum es geht") < text.index("Was wir empfehlen") < text.index("Ein Treffen im Jahr.")
    draft.refresh_from_db()
    assert draft.state == DraftState.SUBMITTED
    assert page.current_workflow_state.workflow.name == "Empfehlung"


def test_nobody_but_the_staff_reads_it_before_it_is_published_and_members_do_afterwards(
    publication, editor, office, member, as_client, client
):
    page = page_of(publication)
    assert client.get(page.url).status_code == as_client(member).get(page.url).status_code == 404
    step(publication, "finish_language", by=editor)
    step(publication, "sign", by=editor)
    assert as_client(member).get(page.url).status_code == 404
    step(publication, "sign", by=office)
    assert publication.state == PublicationState.PUBLISHED
    assert publication.ended_by == office
    publication.draft.refresh_from_db()
    assert publication.draft.state == DraftState.PUBLISHED
    assert "Ein Treffen im Jahr." in as_client(member).get(page.url).content.decode()
    assert client.get(page.url).status_code == 404, "the public summary is released apart"


def test_a_text_that_is_not_adopted_is_not_handed_in(group, coordinator):
    draft = make_draft(group, by=coordinator)
    assert [str(one) for one in what_blocks(draft)] != []
    with pytest.raises(Refused):
        submit_publication(draft, actor=actor_for(coordinator))


def test_an_unanswered_contribution_blocks_and_is_named_with_the_way_to_it(group, coordinator, outsider):
    draft = make_draft(group, by=coordinator)
    consultation = make_consultation(draft, by=coordinator)
    contribution = contribute_to(consultation, by=outsider)
    end_of(consultation)
    draft.refresh_from_db()
    adopt(draft, by=coordinator)
    draft.refresh_from_db()
    (obstacle,) = what_blocks(draft)
    assert obstacle.url == consultation.get_absolute_url()
    with pytest.raises(Invalid) as refused:
        submit_publication(draft, actor=actor_for(coordinator))
    assert refused.value.errors == {"draft": [obstacle.text]}
    contribution.refresh_from_db()
    answer_contribution(contribution, "taken_up", "Steht jetzt vorn.", actor=actor_for(coordinator))
    assert what_blocks(draft) == []
    assert hand_in(draft, by=coordinator).is_open


def test_those_who_only_write_hand_nothing_in(draft, member, mentor):
    for person in (member, mentor):
        assert not may(actor_for(person), "publish", draft)


def test_two_different_people_sign_and_one_is_from_the_office(publication, editor, editor2, office, admin):
    step(publication, "finish_language", by=editor2)
    step(publication, "sign", by=editor)
    for person in (editor, editor2):
        with pytest.raises(Refused):
            step(publication, "sign", by=person)
    assert signed_by(publication) == [editor]
    assert publication.is_open
    step(publication, "sign", by=office)
    assert publication.state == PublicationState.PUBLISHED


def test_who_handed_it_in_or_wrote_in_it_does_not_sign(draft, coordinator, editor, office):
    from tests.factories import give_role

    give_role(coordinator, "office")
    publication = hand_in(draft, by=coordinator)
    step(publication, "finish_language", by=editor)
    with pytest.raises(Refused):
        step(publication, "sign", by=coordinator)
    assert may(actor_for(office), "sign", publication)


def test_the_check_comes_after_the_language_edit(publication, office):
    assert not may(actor_for(office), "sign", publication)


def test_a_text_that_changes_after_a_signature_needs_a_new_one_and_this_is_said(publication, editor, editor2, office):
    step(publication, "finish_language", by=editor)
    step(publication, "sign", by=editor)
    reword(publication, editor2, "Ein Treffen im Jahr.", "Ein Treffen jedes Jahr.")
    course = Course(publication)
    assert (course.signed, [check.signed_by for check in course.outdated]) == ([], [editor])
    step(publication, "sign", by=office)
    assert publication.is_open
    step(publication, "sign", by=editor)
    assert publication.state == PublicationState.PUBLISHED


def test_nobody_signs_what_they_have_not_seen(publication, editor, office):
    step(publication, "finish_language", by=editor)
    with pytest.raises(Refused):
        step(publication, "sign", by=office, seen="0" * 64)


def test_what_editors_changed_stands_beside_what_was_adopted(publication, editor):
    assert all(row.change == "same" for row in changes_of(publication))
    reword(publication, editor, "Wohnungen stehen leer.", "Viele Wohnungen stehen leer.")
    changed = [row for row in changes_of(publication) if row.change != "same"]
    assert [[run.text for run in row.runs if run.op == "inserted"] for row in changed] == [["Viele "]]


def test_a_change_of_substance_sends_it_back_with_the_reason_and_needs_a_new_decision(publication, editor, coordinator):
    with pytest.raises(Invalid):
        step(publication, "send_back", by=editor, reason=" ")
    step(publication, "send_back", by=editor, reason="Der zweite Punkt widerspricht dem ersten.")
    assert (publication.state, publication.end_reason) == ("sent_back", "Der zweite Punkt widerspricht dem ersten.")
    draft = publication.draft
    draft.refresh_from_db()
    assert draft.state == DraftState.WRITING
    assert page_of(publication).current_workflow_state is None
    assert not may(actor_for(coordinator), "publish", draft)
    adopt(draft, by=coordinator)
    draft.refresh_from_db()
    again = hand_in(draft, by=coordinator)
    assert again.entry_id == publication.entry_id, "the page of the first time is used again"


@pytest.mark.parametrize("when", ["checking", "sent back"])
def test_publishing_in_another_way_is_refused_with_a_sentence(publication, editor, admin, when):
    if when == "sent back":
        step(publication, "send_back", by=editor, reason="Bitte neu.")
    for person in (editor, admin):
        decision = may(actor_for(person), "publish", page_of(publication))
        assert not decision and str(decision.reason)
        with pytest.raises(Refused):
            publish_entry(page_of(publication), actor=actor_for(person))
    assert not page_of(publication).live


def test_what_is_published_changes_its_summary_freely_and_its_text_only_by_a_decision(
    draft, coordinator, editor, office
):
    publication = publish(draft, by=coordinator, editor=editor, office=office)
    page = page_of(publication)
    page.summary = "Wohnungen gewinnen."
    edit_entry(page, actor=actor_for(editor))
    assert publish_entry(page, actor=actor_for(editor)).summary == "Wohnungen gewinnen."
    reword(publication, editor, "Ein Treffen", "Kein Treffen")
    with pytest.raises(Refused):
        publish_entry(page_of(publication), actor=actor_for(editor))


def test_a_later_text_revises_the_same_page_while_members_read_the_earlier_one(
    draft, coordinator, editor, office, member, as_client
):
    first = publish(draft, by=coordinator, editor=editor, office=office)
    draft.refresh_from_db()
    take_text_up_again(draft, actor=actor_for(coordinator))
    draft.refresh_from_db()
    from workspace.actions.drafts import rename_draft

    rename_draft(draft, title="Leer stehenden Wohnraum finden", actor=actor_for(coordinator))
    adopt(draft, by=coordinator)
    draft.refresh_from_db()
    second = hand_in(draft, by=coordinator)
    assert second.entry_id == first.entry_id
    url = page_of(first).url
    assert "Wohnraum gewinnen" in as_client(member).get(url).content.decode()
    step(second, "finish_language", by=editor)
    step(second, "sign", by=office)
    step(second, "sign", by=editor)
    assert "Wohnraum finden" in as_client(member).get(url).content.decode()
    assert [one.state for one in draft.publications.order_by("pk")] == ["published", "published"]
