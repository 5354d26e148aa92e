"""What people are told about working groups: ways in, and what becomes of a group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.accounts.roles import OFFICE
from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from workspace.facts import (
    AdmissionAsked,
    AdmissionDecided,
    GroupDidNotAnswer,
    GroupFellQuiet,
    GroupFounded,
    GroupProposed,
    GroupReported,
    MandateRecorded,
)
from workspace.models import Admission, AdmissionState, Follow, GroupReport, TopicFollow, WorkingGroup

GroupFact = GroupProposed | GroupFounded | GroupFellQuiet | GroupDidNotAnswer


def admission_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.admission",
        gettext_lazy("Requests and invitations of working groups"),
        about=Admission,
        facts=(AdmissionAsked, AdmissionDecided),
        news=admission_news,
        sentence=_admission_sentence,
        in_mail=gettext_lazy("A request or an invitation of a working group"),
        is_personal=True,
    )


def group_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.group",
        gettext_lazy("What becomes of working groups"),
        about=WorkingGroup,
        facts=(GroupProposed, GroupFounded, GroupFellQuiet, GroupDidNotAnswer, GroupReported, MandateRecorded),
        news=group_news,
        sentence=_group_sentence,
        in_mail=gettext_lazy("Something new about a working group"),
    )


def admission_news(fact: AdmissionAsked | AdmissionDecided) -> Iterator[News]:
    """Whoever has to answer is told of the question, whoever asked of the answer; what is withdrawn, nobody."""
    admission = Admission.objects.select_related("group").get(pk=fact.admission_id)
    person, coordinators = f"user:{admission.person_id}", admission.group.coordinator_principal
    if isinstance(fact, AdmissionAsked):
        key, by = f"asked:{admission.pk}:{admission.passed_on_at or ''}", admission.made_by_id
        if admission.is_invitation:
            yield _about_admission(admission, "invited", key, person, by)
        elif admission.waits_for_office:
            yield _about_admission(admission, "to_pass_on", key, OFFICE, by)
        else:
            yield _about_admission(admission, "asked", key, coordinators, by)
    elif admission.state in (AdmissionState.ACCEPTED, AdmissionState.DECLINED, AdmissionState.RETURNED):
        told, what = coordinators if admission.is_invitation else person, f"{admission.kind}_{admission.state}"
        yield _about_admission(admission, what, f"answered:{admission.pk}", told, admission.decided_by_id)


def group_news(fact: GroupFact | GroupReported | MandateRecorded) -> Iterator[News]:
    """Proposals go to those who follow the topics, what a group is asked to those who lead it, the rest to all.

    Whoever follows the group hears of its reports and its mandates, as far as they know of it.
    """
    if isinstance(fact, GroupReported):
        report = GroupReport.objects.select_related("group").get(pk=fact.report_id)
        told, followers = {report.group.principal, OFFICE}, _followers(report.group)
        yield _about(report.group, "reported", str(report.pk), told, people=followers, by=report.author_id)
        return
    group = WorkingGroup.objects.get(pk=fact.group_id)
    match fact:
        case GroupProposed():
            interested = TopicFollow.objects.filter(topic__working_groups=group).values_list("user_id", flat=True)
            proposer = group.memberships.values_list("user_id", flat=True).first()
            yield _about(group, "proposed", "", set(), people=frozenset(interested), by=proposer)
        case MandateRecorded():
            which, followers = str(group.mandate_recorded_at), _followers(group)
            yield _about(group, "mandate", which, {group.principal}, people=followers, by=fact.by_id)
        case GroupFounded():
            yield _about(group, "founded", "", {group.principal, OFFICE})
        case GroupFellQuiet():
            yield _about(group, "quiet", str(group.asked_at), {group.coordinator_principal})
        case GroupDidNotAnswer():
            yield _about(group, "unanswered", str(group.unanswered_at), {OFFICE})


def _followers(group: WorkingGroup) -> frozenset[int]:
    return frozenset(Follow.objects.filter(group=group).values_list("user_id", flat=True))


def _about(group: WorkingGroup, what: str, which: str, principals: set[str], **more: Any) -> News:
    return News(
        about=group,
        url=group.get_absolute_url(),
        principals=frozenset(principals),
        words={"group": group.title, "what": what},
        key=f"{what}:{group.pk}:{which}",
        group=group.pk,
        **more,
    )


def _about_admission(admission: Admission, what: str, key: str, principal: str, by: int | None) -> News:
    return News(
        about=admission,
        url=admission.group.get_absolute_url(),
        principals=frozenset({principal}),
        words={"group": admission.group.title, "what": what},
        key=key,
        by=by,
        group=admission.group_id,
    )


def _admission_sentence(words: Mapping[str, Any]) -> str:
    sentences = {
        "invited": _("You are invited to the working group “%(group)s”."),
        "to_pass_on": _("Somebody asks by way of the programme office to join the working group “%(group)s”."),
        "asked": _("Somebody asks to join the working group “%(group)s”."),
        "invitation_accepted": _("An invitation to the working group “%(group)s” was accepted."),
        "invitation_declined": _("An invitation to the working group “%(group)s” was declined."),
        "request_accepted": _("You take part in the working group “%(group)s” from now on."),
        "request_declined": _("The working group “%(group)s” declined your request. The reason stands with it."),
        "request_returned": _("The programme office gave back your request to the working group “%(group)s”."),
    }
    return sentences[words["what"]] % words


def _group_sentence(words: Mapping[str, Any]) -> str:
    sentences = {
        "proposed": _("A working group on a topic that you follow is proposed: “%(group)s”"),
        "founded": _("Enough counties take part: the working group “%(group)s” exists now."),
        "quiet": _("Nothing has happened in the working group “%(group)s” for six weeks. Does it go on?"),
        "unanswered": _("The working group “%(group)s” has not answered whether it goes on."),
        "mandate": _("The programme office has recorded the mandate of the working group “%(group)s”."),
        "reported": _("The working group “%(group)s” has written a report."),
    }
    return sentences[words["what"]] % words
