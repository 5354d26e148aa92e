"""Questions and reports that name a person with an account: handed out to that person, and erased with the account.

Questions that name somebody are not kept; but an account may be younger than a question.
"""

from __future__ import annotations

from typing import Any

from search.models import SearchReport, UnansweredSearch
from search.wording import names


def hand_out(user: Any) -> dict[str, list[dict[str, object]]]:
    """What others asked and reported about the person. What they asked themselves is kept without them."""
    return {
        "named_in_searches": [
            {"asked": search.spellings, "last_asked_on": search.last_asked_on} for search in _searches_naming(user)
        ],
        "named_in_reports": [
            {"text": report.text, "written_on": report.written_on} for report in _reports_naming(user)
        ],
    }


def erase(user: Any) -> list[str]:
    """They go as a whole."""
    for found in (*_reports_naming(user), *_searches_naming(user)):
        found.delete()
    return []


def _searches_naming(user: Any) -> list[UnansweredSearch]:
    return [search for search in UnansweredSearch.objects.order_by("pk") if _is_named(user, *search.spellings)]


def _reports_naming(user: Any) -> list[SearchReport]:
    return [report for report in SearchReport.objects.order_by("pk") if _is_named(user, report.text)]


def _is_named(user: Any, *texts: str) -> bool:
    return any(names(text, (user.first_name, user.last_name)) for text in texts)
