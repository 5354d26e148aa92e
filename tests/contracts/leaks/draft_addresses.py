"""Addresses below drafts, with every argument that could name something planted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from django.db.models import Model

from tests.contracts.leaks.numbers import ABSENT, ABSENT_ID, entry_ids, group_slugs, numbers
from workspace.models import Decision, Draft, DraftComment, DraftSuggestion

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

DRAFT_PAGES = (
    *("rand/", "kommentare/", "vorschlaege/", "titel/", "leser/", "schliessen/", "oeffnen/"),
    *("beschluss/", "beschluss/fragen/", "beschluss/weiterschreiben/"),
    *("veroeffentlichung/", "veroeffentlichung/abgeben/"),
    *("herkunft/", "zusammenfuehren/", "aufteilen/", "herausforderungen/"),
)
"""The pages of a draft that need nothing but the draft."""


def beside(model: type[Model]) -> list[tuple[int, int]]:
    """Numbers of a draft and of everything of this model that hangs on it, on another draft, or is not there."""
    own = list(model._default_manager.values_list("draft", "pk"))
    drafts = numbers(Draft)
    others = [(drafts[(drafts.index(draft) + 1) % len(drafts)], pk) for draft, pk in own]
    return [*own, *others, *((draft, ABSENT_ID) for draft in drafts)]


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
            ("publications/", ()),
            ("ticket/", ()),
            ("merge/", ()),
            ("sections/", ()),
        )
    },
    **{
        f"api/v1/drafts/<int:draft_id>/{route}": lambda garden, route=route, which=which: [
            f"/api/v1/drafts/{draft}/{re.sub('<.*>', str(number), route)}" for draft, number in which()
        ]
        for route, which in (
            ("versions/<int:number>/", lambda: [(pk, number) for pk in numbers(Draft) for number in (1, 2, ABSENT_ID)]),
            ("comments/<int:comment_id>/", lambda: beside(DraftComment)),
            ("suggestions/<int:suggestion_id>/", lambda: beside(DraftSuggestion)),
            ("decisions/<int:decision_id>/", lambda: beside(Decision)),
            ("decisions/<int:decision_id>/answers/", lambda: beside(Decision)),
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
            f"/entwuerfe/{pk}/{kind}/{remark}/{re.sub('<.*>', 'annehmen', what)}/" for pk, remark in beside(model)
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
            f"/entwuerfe/{pk}/beschluss/{decision}/{what}/" for pk, decision in beside(Decision)
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
