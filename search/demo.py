"""Abbreviations of the field, and two searches in vain, for the demo world."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import ModelLogEntry

from plugins.api.access import SYSTEM
from search.actions.synonyms import add_synonym
from search.actions.unanswered import record_search, report_search
from search.models import Synonym, UnansweredSearch

ABBREVIATIONS = {
    "AsylbLG": "Asylbewerberleistungsgesetz",
    "AufenthG": "Aufenthaltsgesetz",
    "BAMF": "Bundesamt für Migration und Flüchtlinge",
    "BSK": "Berufssprachkurs",
    "DeuFöV": "Deutschsprachförderverordnung",
    "IntV": "Integrationskursverordnung",
    "JMD": "Jugendmigrationsdienst",
    "MBE": "Migrationsberatung für erwachsene Zuwanderer",
    "UMA": "unbegleitete minderjährige Ausländer",
}

SEARCHED = {
    "Führerschein umschreiben": ("99001", "99002", "99003"),
    "Umschreiben des Führerscheins": ("99002",),
    "Bestattung nach islamischem Ritus": ("99004",),
}
"""Question -> the counties that asked it."""
REPORTED = (
    "Führerschein umschreiben",
    "Wie haben andere Kreise geregelt, dass ausländische Führerscheine schnell umgeschrieben werden?",
)


@transaction.atomic
def load() -> None:
    """Each part once: what somebody has deleted or resolved since stays so."""
    if not ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(Synonym)).exists():
        for short, long in ABBREVIATIONS.items():
            add_synonym(short, long, actor=SYSTEM, works_both_ways=True)
    if not UnansweredSearch.objects.exists():
        for text, counties in SEARCHED.items():
            for county in counties:
                record_search(text, {county}, actor=SYSTEM)
        report_search(*REPORTED, actor=SYSTEM)
