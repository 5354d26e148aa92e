"""What places in working groups, requests, invitations and reports say about a person."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from workspace.models import Admission, AdmissionState, GroupMembership, GroupReport


def hand_out(user: User) -> dict[str, list[dict[str, object]]]:
    """Groups with role and dates, requests and invitations with their answers, reports."""
    places = GroupMembership.objects.filter(user=user).select_related("group", "county")
    admissions = Admission.objects.filter(Q(person=user) | Q(made_by=user) | Q(decided_by=user))
    reports = GroupReport.objects.filter(author=user).select_related("group")
    return {
        "places": [_place(place) for place in places],
        "requests_and_invitations": [_admission(row, user) for row in admissions.select_related("group", "person")],
        "reports": [
            {"group": row.group.title, "kind": row.kind, "written_at": row.written_at.isoformat(), "text": row.text}
            for row in reports
        ],
    }


def erase(user: User) -> list[str]:
    """Places end now and point to the empty account, words to and from the person go, reports stay without a name."""
    now = timezone.now()
    places = GroupMembership.objects.filter(user=user)
    places.update(end_reason="")
    places.filter(Q(left_at=None) | Q(left_at__gt=now)).update(left_at=now)
    admissions = Admission.objects.filter(person=user)
    admissions.open().update(state=AdmissionState.WITHDRAWN, decided_at=now)
    admissions.update(text="", reason="")
    Admission.objects.filter(made_by=user).update(made_by=None, text="")
    Admission.objects.filter(decided_by=user).update(decided_by=None, reason="")
    reports = GroupReport.objects.filter(author=user).update(author=None)
    sentences = []
    if places.exists() or admissions.exists():
        sentences.append(_("The dates of places in working groups stay, without a name: groups count by counties."))
    if reports:
        sentences.append(_("Reports of working groups stay, without a name."))
    return sentences


def _place(place: GroupMembership) -> dict[str, object]:
    return {
        "group": place.group.title,
        "role": place.get_role_display(),
        "county": str(place.county) if place.county else None,
        "from": place.joined_at.isoformat(),
        "until": place.left_at.isoformat() if place.left_at else None,
        "reason": place.end_reason,
    }


def _admission(row: Admission, user: User) -> dict[str, object]:
    """Of others only what the person wrote to them."""
    about = row.person_id == user.pk
    return {
        "group": row.group.title,
        "kind": row.get_kind_display(),
        "state": row.get_state_display(),
        "made_at": row.made_at.isoformat(),
        "text": row.text if about or row.made_by_id == user.pk else None,
        "reason": row.reason if about or row.decided_by_id == user.pk else None,
        "passed_on_at": row.passed_on_at.isoformat() if row.passed_on_at else None,
    }
