"""What drafts plug in: texts that a working group or a county writes together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from workspace import searchable_drafts
from workspace.actions.decisions import end_due_decisions, remind_of_decisions
from workspace.actions.drafts import tell_of_changed_texts
from workspace.demo import drafts as demo
from workspace.drafting.store import compact_all
from workspace.facts import DraftChanged, DraftStarted, DraftTextChanged, GroupChanged
from workspace.models import (
    Decision,
    Draft,
    DraftComment,
    DraftSuggestion,
    DraftTicket,
    DraftUpdate,
    DraftVersion,
    Voice,
)
from workspace.notification_kinds import decisions as of_decisions
from workspace.notification_kinds import drafts as kinds
from workspace.personal_data import drafts as personal_data
from workspace.policies.decisions import DecisionPolicy
from workspace.policies.drafts import DraftCommentPolicy, DraftPolicy, DraftSuggestionPolicy


def draft_records() -> Iterator[Any]:
    yield slots.UrlMount("", "workspace.views.draft_urls")
    yield slots.UrlMount("entwuerfe/", "workspace.views.draft_version_urls")
    yield slots.UrlMount("entwuerfe/", "workspace.views.decision_urls")
    yield slots.RestMount("drafts/", "workspace.rest.draft_urls")
    yield slots.SocketRoute("drafts/<int:pk>", "workspace.sockets.drafts.DraftSocket")
    for policy in (DraftPolicy(), DraftCommentPolicy(), DraftSuggestionPolicy(), DecisionPolicy()):
        yield slots.PolicyRecord(policy)
    yield slots.PersonalData(
        title=_("Drafts"),
        models=(Draft, DraftUpdate, DraftVersion, DraftComment, DraftSuggestion, DraftTicket, Decision, Voice),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "Drafts that you began, who wrote which words in them, what you said beside them, suggested and decided. "
            "Whoever reads the draft sees it; who reads it stands above it."
        ),
    )
    yield slots.SearchSource(
        "draft",
        searchable_drafts.draft_documents,
        {
            DraftStarted: lambda fact: [fact.draft_id],
            DraftChanged: lambda fact: [fact.draft_id],
            DraftTextChanged: lambda fact: [fact.draft_id],
            GroupChanged: searchable_drafts.drafts_of_group,
        },
    )
    yield kinds.draft_kind()
    yield kinds.remark_kind()
    yield of_decisions.asked_kind()
    yield of_decisions.ended_kind()
    yield slots.TaskSchedule("workspace.tell_of_changed_texts", timedelta(seconds=20), tell_of_changed_texts)
    yield slots.TaskSchedule("workspace.compact_drafts", timedelta(minutes=5), compact_all)
    yield slots.TaskSchedule("workspace.end_decisions", timedelta(minutes=1), end_due_decisions)
    yield slots.TaskSchedule("workspace.remind_of_decisions", timedelta(hours=1), remind_of_decisions)
    yield slots.DemoData(
        order=90,
        load=demo.load,
        needs_members=True,
        to_try=(_("Write a draft with others, in two browsers: %(url)sentwuerfe/1/"),),
    )
