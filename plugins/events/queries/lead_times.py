"""How much notice an invitation gives, and how early invitations went out in a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.humanize.templatetags.humanize import apnumber
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.api.access import Actor, visible_to
from plugins.events.models import FOR_ALL, Event, EventKind
from plugins.events.queries.events import rule_of


@dataclass(frozen=True)
class Lead:
    """Whole weeks from an invitation to the event, beside what the rule of its kind asks for."""

    weeks: int
    rule_weeks: int
    is_in_time: bool

    @property
    def sentence(self) -> str:
        """“nine weeks of notice”, or “six weeks are left; the rule is eight”."""
        shown = _in_words(self.weeks)
        if self.is_in_time:
            return ngettext("one week of notice", "%(shown)s weeks of notice", self.weeks) % {"shown": shown}
        left = ngettext("one week is left", "%(shown)s weeks are left", self.weeks) % {"shown": shown}
        rule = ngettext("the rule is one", "the rule is %(shown)s", self.rule_weeks)
        rule %= {"shown": _in_words(self.rule_weeks)}
        return f"{left if self.weeks else _('not even one week is left')}; {rule}"


@dataclass(frozen=True)
class KindReport:
    """The lead times of one kind of event in one year."""

    kind: str
    title: str
    count: int
    in_time: int
    shortest: int
    """Whole weeks of the shortest notice."""
    late: Sequence[tuple[Event, int]]
    """Events whose invitations went out late, with their weeks; each says why."""


def lead_of(event: Event) -> Lead:
    """Of the first invitation; before it went out: of one that goes out now."""
    return _lead(event, rule_of(event.kind).lead_weeks, event.invited_at or timezone.now())


def years(actor: Actor) -> list[int]:
    """Years in which something took place or will that people were invited to, the running one always; newest first."""
    found = {moment.year for moment in _counted(actor).datetimes("starts_at", "year")}
    return sorted(found | {timezone.localdate().year}, reverse=True)


def report(actor: Actor, year: int) -> list[KindReport]:
    """Kind by kind: how many were in time, the shortest notice, and the reasons. What was late says so by its reason,
    so that a rule that is set later makes nothing late."""
    events = list(_counted(actor).filter(starts_at__year=year).order_by("starts_at", "pk"))
    found = []
    for kind in EventKind:
        own = [(event, _weeks(event, event.invited_at)) for event in events if event.kind == kind and event.invited_at]
        late = [(event, weeks) for event, weeks in own if event.late_reason]
        if own:
            shortest = min(weeks for _event, weeks in own)
            found.append(KindReport(kind, str(kind.label), len(own), len(own) - len(late), shortest, late))
    return found


def _counted(actor: Actor) -> QuerySet[Event]:
    """Of meetings of groups and of named persons nothing is counted, so that every reader reads the same."""
    known = visible_to(actor, Event.objects.exclude(invited_at=None))
    return known.filter(confidentiality__in=FOR_ALL)


def _lead(event: Event, rule_weeks: int, at: datetime) -> Lead:
    return Lead(_weeks(event, at), rule_weeks, _days(event, at) >= 7 * rule_weeks)


def _weeks(event: Event, at: datetime) -> int:
    return max(_days(event, at), 0) // 7


def _days(event: Event, at: datetime) -> int:
    """Counted as people count: from day to day."""
    return (timezone.localdate(event.starts_at) - timezone.localdate(at)).days


def _in_words(number: int) -> str:
    return str(apnumber(number))
