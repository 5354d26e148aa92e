"""Query strings of REST addresses, read name by name: what makes no sense is refused with a sentence per name.

A filter that were ignored would answer more than was asked for, so nothing is guessed: an unknown name, a name given
twice, an empty value, a number out of range and an unknown choice all answer 400. What merely matches nothing (a topic
that does not exist) is no mistake; it answers an empty list.

    asked = Parameters(request.GET, known=("kind", "updated_since", *PAGING))
    kind = asked.choice("kind", KINDS)
    since = asked.moment("updated_since")
    limit, offset = asked.limit(), asked.offset()
    asked.check()
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import UTC, datetime, time, timedelta
from typing import Final

from django.db.models import BigIntegerField
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from plugins.api.errors import Invalid, Missing

PAGING: Final = ("limit", "cursor", "offset")
"""The names that every list knows."""

DEFAULT_LIMIT: Final = 20
LARGEST_LIMIT: Final = 100
LARGEST_OFFSET: Final = 1_000_000_000

_NUMBER = re.compile(r"-?[0-9]{1,18}")
_LOST_PLUS = re.compile(r" (?=\d\d:?\d\d$)")


def possible(number: int) -> int:
    """A number that the database can be asked for. Raises Missing for any other."""
    if number > BigIntegerField.MAX_BIGINT:
        raise Missing
    return number


class Parameters:
    """What one request asks for. Every reader says what it found wrong; `check` refuses all of it at once."""

    def __init__(self, given: QueryDict, known: Collection[str]) -> None:
        self.errors: dict[str, list[str]] = {}
        self._values: dict[str, str] = {}
        for name, values in given.lists():
            if sentence := _what_is_wrong(name, values, known):
                self.refuse(name, sentence)
            else:
                self._values[name] = values[0]

    def refuse(self, name: str, sentence: str) -> None:
        """Note that what was given under this name makes no sense."""
        self.errors.setdefault(name, []).append(sentence)

    def check(self) -> None:
        """Raise Invalid when anything that was read so far makes no sense."""
        if self.errors:
            raise Invalid(self.errors)

    def text(self, name: str) -> str:
        """Any words; empty where none were given."""
        return self._values.get(name, "")

    def names(self, name: str) -> tuple[str, ...] | None:
        """Words between commas; None where none were given."""
        value = self._values.get(name)
        return None if value is None else tuple(part.strip() for part in value.split(","))

    def choice(self, name: str, choices: Collection[str], default: str = "") -> str:
        """One of these words."""
        value = self._values.get(name, default)
        if value and value not in choices:
            self.refuse(name, _("“%(value)s” is not known here. Known: %(known)s.") % _known(value, choices))
        return value

    def number(self, name: str, default: int, *, least: int, most: int) -> int:
        """A whole number between two bounds, both included."""
        value = self._values.get(name)
        if value is None:
            return default
        if not _NUMBER.fullmatch(value) or not least <= int(value) <= most:
            bounds = {"least": least, "most": most}
            self.refuse(name, _("A whole number from %(least)s to %(most)s is needed.") % bounds)
            return default
        return int(value)

    def moment(self, name: str) -> datetime | None:
        """A day or a point in time as ISO 8601 writes it; without a zone it is meant in the forum's own."""
        value = self._values.get(name)
        if value is None:
            return None
        moment = _as_moment(value)
        if moment is None:
            self.refuse(name, _("A date such as 2026-05-31 or 2026-05-31T12:00:00Z is needed."))
        return moment

    def day(self, name: str) -> tuple[datetime, datetime] | None:
        """A day as ISO 8601 writes it: when it begins in the forum's own zone, and when the next one does."""
        value = self._values.get(name)
        if value is None:
            return None
        day = _as_day(value)
        if day is None:
            self.refuse(name, _("A date such as 2026-05-31 is needed."))
        return day

    def limit(self) -> int:
        """How many items one answer holds at most."""
        return self.number("limit", DEFAULT_LIMIT, least=1, most=LARGEST_LIMIT)

    def offset(self) -> int | None:
        """How many items to leave out at the beginning; None where the caller did not ask for a place by number."""
        return self.number("offset", 0, least=0, most=LARGEST_OFFSET) if "offset" in self._values else None


def _what_is_wrong(name: str, values: list[str], known: Collection[str]) -> str | None:
    if name not in known:
        return _("There is no parameter “%(value)s” here. Known: %(known)s.") % _known(name, known)
    if len(values) > 1:
        return _("This can be given only once.")
    if not values[0] or "\0" in values[0]:
        return _("This is empty or not readable. Give a value or leave it out.")
    return None


def _known(value: str, known: Collection[str]) -> dict[str, str]:
    return {"value": value, "known": ", ".join(sorted(known)) or _("none")}


def _as_day(value: str) -> tuple[datetime, datetime] | None:
    try:
        day = parse_date(value)
        if day is None:
            return None
        begins, ends = (timezone.make_aware(datetime.combine(at, time.min)) for at in (day, day + timedelta(days=1)))
        return begins.astimezone(UTC), ends.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _as_moment(value: str) -> datetime | None:
    """A plus sign that nobody encoded arrives as a space."""
    text = _LOST_PLUS.sub("+", value)
    try:
        moment = parse_datetime(text)
        if moment is None:
            day = parse_date(text)
            moment = datetime.combine(day, time.min) if day else None
        if moment is None:
            return None
        return (moment if timezone.is_aware(moment) else timezone.make_aware(moment)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
