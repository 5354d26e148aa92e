"""Keeping what was searched in vain, resolving it, and forgetting it in time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.log_actions import log

from plugins.api.access import Actor, require
from plugins.api.errors import Missing
from search.models import SearchReport, UnansweredSearch
from search.wording import MOST_SPELLINGS, may_be_kept, meaning_of, names_anybody, without_contacts

KEPT_FOR = timedelta(days=365)
MOST_KEPT = 3000
"""Meanings; beyond that those go that no county asked for, the oldest first."""


@transaction.atomic
def record_search(text: str, counties: Collection[str], *, actor: Actor) -> UnansweredSearch | None:
    """Somebody was found nothing. None where the question is of a kind that is never kept."""
    require(actor, "record", UnansweredSearch)

    search = _search_for(text)
    if search:
        search.times += 1
        _asked(search, text, counties)
    return search


@transaction.atomic
def answer_search(text: str, *, helped: bool, actor: Actor) -> UnansweredSearch | None:
    """What was found did help or did not. A yes is counted where others miss something, and kept nowhere else."""
    require(actor, "answer", UnansweredSearch)

    if helped:
        UnansweredSearch.objects.filter(meaning=meaning_of(text)).update(times_helped=F("times_helped") + 1)
        return None
    search = _search_for(text)
    if search:
        search.times += 1
        search.times_not_helped += 1
        _asked(search, text, actor.keys("county"))
    return search


@transaction.atomic
def report_search(text: str, report: str, *, actor: Actor) -> SearchReport | None:
    """Somebody tells the editors what is missing; the search itself was counted when nothing was found."""
    require(actor, "answer", UnansweredSearch)

    search = _search_for(text)
    if search is None:
        return None
    _asked(search, text, actor.keys("county"))
    return SearchReport.objects.create(search=search, text=without_contacts(report))


@transaction.atomic
def resolve_search(search_id: int, resolution: str, *, actor: Actor) -> UnansweredSearch:
    """It leaves the list, until somebody asks in vain again."""
    search = UnansweredSearch.objects.select_for_update().filter(pk=search_id).first()
    if search is None:
        raise Missing
    require(actor, "resolve", search)

    search.resolved_on, search.resolution = timezone.localdate(), resolution
    search.save(update_fields=["resolved_on", "resolution"])
    log(search, "search.resolve", user=actor.user, data={"resolution": resolution})
    return search


@transaction.atomic
def forget_old_searches(*, actor: Actor) -> int:
    """What nobody has asked in vain for twelve months is gone, and so is every report of that age; says how many."""
    require(actor, "record", UnansweredSearch)

    before = timezone.localdate() - KEPT_FOR
    reports, _each = SearchReport.objects.filter(written_on__lt=before).delete()
    searches, _each = UnansweredSearch.objects.filter(last_asked_on__lt=before).delete()
    return reports + searches


def _search_for(text: str) -> UnansweredSearch | None:
    meaning = meaning_of(text)
    if not meaning or not may_be_kept(text) or names_anybody(text):
        return None
    search, is_new = UnansweredSearch.objects.select_for_update().get_or_create(meaning=meaning)
    if is_new:
        _make_room(search)
    return search


def _asked(search: UnansweredSearch, text: str, counties: Collection[str]) -> None:
    """The spelling, the day and how many counties; it is open again."""
    spelling = " ".join(text.split())
    others = [known for known in search.spellings if known.casefold() != spelling.casefold()]
    search.spellings = [*others, spelling][-MOST_SPELLINGS:]
    search.county_marks = sorted({*search.county_marks, *(_mark(search.meaning, county) for county in counties)})
    search.counties = len(search.county_marks)
    search.last_asked_on = timezone.localdate()
    search.resolved_on = None
    search.save()


def _mark(meaning: str, county: str) -> str:
    """The same county leaves another mark at every question, and nobody without the forum's key can tell which."""
    return salted_hmac("search.county", f"{meaning}\n{county}").hexdigest()[:16]


def _make_room(newest: UnansweredSearch) -> None:
    superfluous = UnansweredSearch.objects.count() - MOST_KEPT
    if superfluous > 0:
        others = UnansweredSearch.objects.filter(counties=0, reports=None).exclude(pk=newest.pk)
        oldest = others.order_by("last_asked_on", "pk").values_list("pk", flat=True)[:superfluous]
        UnansweredSearch.objects.filter(pk__in=list(oldest)).delete()
