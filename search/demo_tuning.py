"""Abbreviations of the field, and two searches in vain, for the demo world."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import ModelLogEntry

from plugins.api.access import PUBLIC, SYSTEM, Actor
from search.actions.synonyms import add_synonym
from search.actions.unanswered import answer_search, record_search, report_search
from search.models import Synonym, UnansweredSearch

ABBREVIATIONS = {
    "AsylbLG": "Asylbewerberleistungsgesetz",
    "AufenthG": "Aufenthaltsgesetz",
    "BSK": "Berufssprachkurs",
    "DeuFöV": "Deutschsprachförderverordnung",
    "IntV": "Integrationskursverordnung",
    "JMD": "Jugendmigrationsdienst",
    "MBE": "Migrationsberatung",
}
ONE_WAY = {"BAMF": "Bundesamt", "UMA": "minderjährig"}
"""Whoever types the long word does not mean the short one."""

NOTHING_FOUND = ("Bestattung nach islamischem Ritus", "99004")
NOT_HELPED = (
    ("Führerschein umschreiben", "99001"),
    ("Umschreiben des Führerscheins", "99002"),
    ("Führerschein umschreiben", "99003"),
)
"""Questions, each with the county that asked it."""
REPORT = "Wie haben andere Kreise geregelt, dass ausländische Führerscheine schnell umgeschrieben werden?"


@transaction.atomic
def load() -> None:
    """Each part once: what somebody has deleted or resolved since stays so."""
    if not ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(Synonym)).exists():
        for short, long in {**ABBREVIATIONS, **ONE_WAY}.items():
            add_synonym(short, long, actor=SYSTEM, works_both_ways=short in ABBREVIATIONS)
    if not UnansweredSearch.objects.exists():
        text, county = NOTHING_FOUND
        record_search(text, {county}, actor=SYSTEM)
        for text, county in NOT_HELPED:
            answer_search(text, helped=False, actor=_somebody_from(county))
        report_search(text, REPORT, actor=SYSTEM)


def _somebody_from(county: str) -> Actor:
    return Actor(user=None, principals=frozenset({PUBLIC, f"county:{county}"}))
