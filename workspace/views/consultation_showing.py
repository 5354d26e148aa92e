"""What all pages of a consultation show: whose text it is, how long members can contribute, how it goes on."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.api.access import Actor, may
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from workspace.models import Consultation, Draft
from workspace.queries.consultations import counts_of, newest_consultation
from workspace.queries.draft_rows import groups_known
from workspace.views.draft_showing import granted


def page(request: HttpRequest, template: str, consultation: Consultation, **context: Any) -> HttpResponse:
    """A page about a consultation, for this reader alone."""
    actor = actor_of(request)
    shown = {
        "consultation": consultation,
        "owner": owner_in_words(consultation.draft, groups_known(actor, [consultation.draft])),
        "time_left": time_left(consultation),
        "sees_draft": bool(may(actor, "see", consultation.draft)),
        "audience": {
            "label": _("All members and the programme office"),
            "people": [_("all members of the Forum"), _("the programme office"), _("those whose draft it is")],
        },
        "may": granted(actor, consultation, ("contribute", "answer", "end")),
        **context,
    }
    return private(render(request, f"konsultationen/{template}.html", shown))


def owner_in_words(draft: Draft, known: Collection[int]) -> str:
    """All members are asked, also about drafts of groups that they do not know of: those stay without a name."""
    if draft.group and draft.group.pk not in known:
        return _("a working group")
    return str(draft.owner)


def time_left(consultation: Consultation) -> str:
    """How long members can contribute, as people say it."""
    moment = consultation.ended_at or consultation.ends_at
    day = date_format(timezone.localtime(moment), "DATE_FORMAT")
    if not consultation.is_open:
        return _("ended on %(day)s") % {"day": day}
    days = (timezone.localdate(moment) - timezone.localdate()).days
    if days < 0 or moment <= timezone.now():
        return _("the time is over since %(day)s") % {"day": day}
    if days == 0:
        return _("today is the last day")
    left = ngettext("until %(day)s, %(n)d more day", "until %(day)s, %(n)d more days", days)
    return left % {"day": day, "n": days}


def count_in_words(contributions: int, counties: int) -> str:
    """“23 contributions from 17 counties”."""
    said = ngettext("%(n)d contribution", "%(n)d contributions", contributions) % {"n": contributions}
    if not counties:
        return said
    places = ngettext("%(n)d county", "%(n)d counties", counties) % {"n": counties}
    return _("%(contributions)s from %(counties)s") % {"contributions": said, "counties": places}


def still_in_words(unanswered: int) -> str:
    """How many wait for an answer; empty where none does."""
    still = ngettext("%(n)d more without an answer", "%(n)d more without an answer", unanswered)
    return still % {"n": unanswered} if unanswered else ""


def asked_about(actor: Actor, draft: Draft) -> dict[str, Any] | None:
    """For the page of a draft: the last time that all members were asked about it."""
    consultation = newest_consultation(actor, draft)
    if consultation is None:
        return None
    counts = counts_of(consultation)
    return {
        "consultation": consultation,
        "time_left": time_left(consultation),
        "count": count_in_words(counts["contributions_count"], counts["counties_count"]),
        "still": still_in_words(counts["unanswered_count"]),
    }
