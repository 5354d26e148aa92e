"""What working groups plug in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.accounts.roles import OFFICE
from plugins.api import extensions as slots
from workspace import principals, schedules, searchable
from workspace.actions import handing_over
from workspace.demo import groups as demo
from workspace.facts import GroupChanged, GroupMembersChanged
from workspace.models import Admission, GroupMembership, GroupReport
from workspace.personal_data import groups as personal_data
from workspace.policies.admissions import AdmissionPolicy
from workspace.policies.groups import GroupMembershipPolicy, WorkingGroupPolicy
from workspace.views.tabs import TABS


def group_records() -> Iterator[Any]:
    yield slots.PrincipalProvider(
        "workspace",
        principals=lambda user: set(),
        people=principals.people_with,
        in_words=principals.in_words,
        following=principals.following,
    )
    yield slots.PolicyRecord(WorkingGroupPolicy())
    yield slots.PolicyRecord(GroupMembershipPolicy())
    yield slots.PolicyRecord(AdmissionPolicy())
    yield slots.HandOver(
        "workspace",
        _("Working groups, drafts, watch list"),
        handing_over.left_behind,
        handing_over.pass_on,
        order=10,
        leave=handing_over.leave_places,
    )
    yield slots.UrlMount("arbeitsgruppen/", "workspace.views.urls")
    yield slots.RestMount("groups/", "workspace.rest.urls")
    yield slots.NavItem(
        _("Working groups"),
        "/arbeitsgruppen/",
        30,
        "users",
        shown_to=lambda actor: actor.has("members", OFFICE) or bool(actor.keys("group")),
    )
    yield from TABS
    yield slots.PersonalData(
        title=_("Working groups"),
        models=(GroupMembership, Admission, GroupReport),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "The groups that you belong to, with dates, your requests and invitations with their answers, and reports "
            "that you wrote. Who sees them stands on the page of each group."
        ),
    )
    yield slots.SearchSource(
        "group",
        searchable.group_documents,
        {GroupChanged: lambda fact: [fact.group_id], GroupMembersChanged: lambda fact: [fact.group_id]},
    )
    yield slots.DemoData(
        order=50,
        load=demo.load,
        needs_members=True,
        to_try=(_("Take part in a working group as a member, and try as outsider: %(url)sarbeitsgruppen/ag-wohnen/"),),
    )
    yield slots.TaskSchedule("workspace.quiet_groups", timedelta(days=1), schedules.look_for_quiet_groups)
