"""From an author's draft to what members read: submitted, given back, approved. The door is asked at each step."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, PageLogEntry, Workflow, WorkflowState

from cms.actions.entries import edit_entry, publish_entry
from cms.actions.reviewing import approve_entry, ask_for_changes, submit_entry
from cms.models import GoodPractice
from plugins.api.access import SYSTEM
from plugins.api.errors import Missing, Refused
from tests.factories import give_role, make_entry


@pytest.fixture
def draft(cast):
    return make_entry(by=cast["author"], published=False)


@pytest.fixture
def submitted(cast, draft):
    submit_entry(draft, actor=cast["author"])
    return draft


def fresh(entry):
    return GoodPractice.objects.get(pk=entry.pk)


def test_the_knowledge_base_has_one_workflow_and_no_other_page_has_any(forum):
    assert [(flow.name, [task.name for task in flow.tasks]) for flow in Workflow.objects.all()] == [
        ("Prüfung", ["Prüfung durch Redaktion oder Programmbüro"])
    ]
    groups = GroupApprovalTask.objects.get().groups.values_list("name", flat=True)
    assert sorted(groups) == ["editors", "office"]


def test_approving_publishes_to_members_in_the_name_of_the_approver(submitted, cast, editor):
    approve_entry(submitted, actor=cast["editor"])
    entry = fresh(submitted)
    assert entry.live
    assert [row.layer for row in entry.projections.all()] == ["members"]
    line = PageLogEntry.objects.get(page=entry.pk, action="wagtail.publish")
    assert line.user == editor
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED


def test_whoever_approved_what_an_author_wrote_may_release_it(submitted, cast):
    from plugins.api.access import may

    approve_entry(submitted, actor=cast["editor"])
    assert may(cast["editor"], "release", fresh(submitted))


@pytest.mark.parametrize("name", ["author", "member", "guest", "visitor"])
def test_nobody_approves_without_the_right(name, submitted, cast):
    for answer in (approve_entry, lambda entry, actor: ask_for_changes(entry, actor=actor, comment="Bitte kürzer.")):
        with pytest.raises((Refused, Missing)):
            answer(submitted, actor=cast[name])
    assert not fresh(submitted).live


def test_an_author_submits_only_what_is_theirs(cast):
    with pytest.raises(Refused, match=r"\w+ \w+"):
        submit_entry(make_entry(), actor=cast["author"])


def test_a_wish_for_changes_goes_back_and_the_entry_can_be_submitted_again(submitted, cast):
    ask_for_changes(submitted, actor=cast["office"], comment="Bitte kürzer.")
    assert not fresh(submitted).workflow_in_progress
    entry = fresh(submitted)
    entry.summary = "Kürzer."
    edit_entry(entry, actor=cast["author"])
    submit_entry(fresh(submitted), actor=cast["author"])
    approve_entry(submitted, actor=cast["editor"])
    assert fresh(submitted).summary == "Kürzer."


def test_nothing_is_submitted_twice_and_nothing_answered_that_nobody_submitted(submitted, cast):
    with pytest.raises(Refused):
        submit_entry(submitted, actor=cast["author"])
    other = make_entry(by=cast["author"], published=False, title="Anderer")
    with pytest.raises(Refused):
        approve_entry(other, actor=cast["editor"])


def test_an_editor_may_approve_what_they_submitted_themselves(cast):
    entry = make_entry(by=cast["editor"], published=False)
    submit_entry(entry, actor=cast["editor"])
    approve_entry(entry, actor=cast["editor"])
    assert fresh(entry).live


def test_publishing_directly_ends_the_review(submitted, cast):
    publish_entry(submitted, actor=cast["editor"])
    assert not WorkflowState.objects.active().exists()


def test_a_group_that_somebody_adds_to_the_workflow_publishes_nothing(submitted, author, as_client):
    """Wagtail would let them; the door says no, and nothing of the approval is kept."""
    give_role(author, "helpers")
    GroupApprovalTask.objects.get().groups.add(Group.objects.get(name="helpers"))
    task = WorkflowState.objects.get().current_task_state
    address = f"/cms/pages/workflow/action/{submitted.pk}/approve/{task.pk}/"
    response = as_client(author).post(address, {"comment": ""})
    assert response.status_code in (302, 403)
    assert not fresh(submitted).live
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_a_second_founding_leaves_the_workflow_as_people_changed_it(forum):
    from cms.actions.founding import found_forum

    Workflow.objects.update(name="Redaktionelle Prüfung")
    found_forum()
    assert list(Workflow.objects.values_list("name", flat=True)) == ["Redaktionelle Prüfung"]


def test_mails_carry_a_link_and_no_content(submitted, editor, author, cast, mailoutbox):
    ask_for_changes(submitted, actor=cast["editor"], comment="Der geheime Name muss heraus.")
    edit_entry(fresh(submitted), actor=cast["author"])
    submit_entry(fresh(submitted), actor=cast["author"])
    approve_entry(submitted, actor=cast["editor"])
    assert {mail.to[0] for mail in mailoutbox} >= {author.email}
    for mail in mailoutbox:
        assert mail.extra_headers["Auto-Submitted"] == "auto-generated"
        for part in (mail.body, mail.alternatives[0][0]):
            assert submitted.title not in mail.subject + part
            assert "geheime" not in part
            assert f"/cms/pages/{submitted.pk}/edit/" in part


def test_imports_do_not_need_a_review(forum):
    assert fresh(make_entry(by=SYSTEM)).live
