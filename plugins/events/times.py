"""Days and times in words, as people say them."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def when(starts_at: datetime, ends_at: datetime) -> str:
    """“14. März 2027, 10 bis 12 Uhr”, and for more than one day both days."""
    begins, ends = timezone.localtime(starts_at), timezone.localtime(ends_at)
    said = {"day": date_format(begins, "DATE_FORMAT"), "from": clock(begins), "to": clock(ends)}
    if begins.date() == ends.date():
        return _("%(day)s, %(from)s to %(to)s o’clock") % said
    said["last_day"] = date_format(ends, "DATE_FORMAT")
    return _("%(day)s, %(from)s o’clock, to %(last_day)s, %(to)s o’clock") % said


def moment_in_words(moment: datetime) -> str:
    """“14. März 2027, 10 Uhr”."""
    local = timezone.localtime(moment)
    return _("%(day)s, %(at)s o’clock") % {"day": date_format(local, "DATE_FORMAT"), "at": clock(local)}


def clock(moment: datetime) -> str:
    """“10”, “9.30”: a full hour has no minutes."""
    return f"{moment.hour}.{moment.minute:02}" if moment.minute else str(moment.hour)
