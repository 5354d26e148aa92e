"""What the search brings into the demo world: once, and what people change in it stays changed."""

from __future__ import annotations

from search.demo_tuning import load
from search.models import Synonym, UnansweredSearch


def test_abbreviations_and_two_searches_come_once(forum):
    load()
    Synonym.objects.filter(typed="MBE").delete()
    load()
    assert Synonym.objects.filter(typed="BAMF").count() == 1
    assert not Synonym.objects.filter(typed="MBE").exists()
    found = {(one.question, one.counties, one.times, one.reports.count()) for one in UnansweredSearch.objects.all()}
    assert found == {
        ("Bestattung nach islamischem Ritus", 1, 1, 0),
        ("Führerschein umschreiben", 3, 3, 1),
    }
