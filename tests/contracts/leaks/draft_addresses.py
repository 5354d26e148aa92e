"""Addresses below drafts, with every argument that could name something planted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tests.contracts.leaks.numbers import ABSENT, ABSENT_ID, entry_ids, group_slugs, numbers
from workspace.models import Decision, Draft, DraftComment, DraftSuggestion

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

DRAFT_PAGES = (
    *("rand/", "kommentare/", "vorschlaege/", "titel/", "leser/", "schliessen/", "oeffnen/"),
    *("beschluss/", "beschluss/fragen/", "beschluss/weiterschreiben/"),
)
"""The pages of a draft that need nothing but the draft."""

DRAFT_SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    **{
        f"api/v1/drafts/<int:draft_id>/{rest}": lambda garden, rest=rest, queries=queries: [
            f"/api/v1/drafts/{pk}/{rest}{query}" for pk in numbers(Draft) for query in ("", *queries)
        ]
        for rest, queries in (
            ("", ("?format=html", "?format=docx", "?format=md")),
            ("versions/", ()),
            ("comments/", ("?resolved=true", "?resolved=false")),
            ("suggestions/", ("?state=open", "?state=accepted")),
            ("transitions/", ()),
            ("decisions/", ()),
            ("ticket/", ()),
        )
    },
    **{
        f"api/v1/drafts/<int:draft_id>/{route}": lambda garden, route=route, which=which: [
            f"/api/v1/drafts/{draft}/{re.sub('<.*>', str(number), route)}"
            for draft in numbers(Draft)
            for number in which()
        ]
        for route, which in (
            ("versions/<int:number>/", lambda: [1, 2, ABSENT_ID]),
            ("comments/<int:comment_id>/", lambda: numbers(DraftComment)),
            ("suggestions/<int:suggestion_id>/", lambda: numbers(DraftSuggestion)),
            ("decisions/<int:decision_id>/", lambda: numbers(Decision)),
            ("decisions/<int:decision_id>/answers/", lambda: numbers(Decision)),
        )
    },
    "arbeitsgruppen/<slug:slug>/entwuerfe/": lambda garden: [
        f"/arbeitsgruppen/{slug}/entwuerfe/" for slug in group_slugs()
    ],
    **{
        f"entwuerfe/<int:pk>/{rest}": lambda garden, rest=rest: [f"/entwuerfe/{pk}/{rest}" for pk in numbers(Draft)]
        for rest in ("", *DRAFT_PAGES)
    },
    "entwuerfe/eintrag/<int:pk>/": lambda garden: [f"/entwuerfe/eintrag/{pk}/" for pk in entry_ids(garden)],
    **{
        f"entwuerfe/<int:pk>/{kind}/<int:remark>/{what}/": lambda garden, kind=kind, what=what, model=model: [
            f"/entwuerfe/{pk}/{kind}/{remark}/{re.sub('<.*>', 'annehmen', what)}/"
            for pk in numbers(Draft)
            for remark in numbers(model)
        ]
        for kind, what, model in (
            ("kommentare", "antworten", DraftComment),
            ("kommentare", "<slug:what>", DraftComment),
            ("vorschlaege", "erneuern", DraftSuggestion),
            ("vorschlaege", "<slug:what>", DraftSuggestion),
        )
    },
    **{
        f"entwuerfe/<int:pk>/beschluss/<int:decision_id>/{what}/": lambda garden, what=what: [
            f"/entwuerfe/{pk}/beschluss/{decision}/{what}/" for pk in numbers(Draft) for decision in numbers(Decision)
        ]
        for what in ("abbrechen", "beenden")
    },
    **{
        f"entwuerfe/<int:pk>/{route}": lambda garden, rests=rests: [
            f"/entwuerfe/{pk}/{rest}" for pk in numbers(Draft) for rest in rests
        ]
        for route, rests in (
            ("fassungen/", ("fassungen/",)),
            ("fassungen/vergleich/", [f"fassungen/vergleich/?von={one}&bis=jetzt" for one in (1, 2, ABSENT_ID)]),
            ("fassungen/<int:number>/", ("fassungen/1/", "fassungen/2/", f"fassungen/{ABSENT_ID}/")),
            ("fassungen/<int:number>/zurueckholen/", ("fassungen/1/zurueckholen/",)),
            ("ausgabe/<slug:form>/", ("ausgabe/md/", "ausgabe/md/?fassung=2", "ausgabe/docx/", f"ausgabe/{ABSENT}/")),
            ("einlesen/", ("einlesen/",)),
        )
    },
}
