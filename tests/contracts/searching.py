"""What editors have set in the search, and what nobody found."""

from __future__ import annotations

from search.models import Placement, SavedSearch, SearchReport, SearchWeights, Synonym, UnansweredSearch

SEARCH_MODELS = (Placement, SavedSearch, SearchWeights, Synonym, UnansweredSearch)


def tune_the_search() -> None:
    Synonym.objects.create(typed="MBE", meant="Migrationsberatung")
    Synonym.objects.create(typed="KiTa", meant="Kindertagesstätte", works_both_ways=True)
    Placement.objects.create(phrase="bus", type="entry", object_id=1, title="Bus")
    Placement.objects.create(phrase="bus", type="topic", object_id=1, title="Mobilität", is_pinned=False)
    SearchWeights.objects.create(pk=SearchWeights.ONLY, fields={"title": 0})
    SearchReport.objects.create(search=UnansweredSearch.objects.create(meaning="xylophon", counties=1, times=2))
    UnansweredSearch.objects.create(meaning="quitt", resolved_on="2026-01-01", resolution="Beitrag geschrieben")
