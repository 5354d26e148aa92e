"""What the page of results shows."""

from __future__ import annotations

from html import unescape
from math import ceil
from typing import Any
from urllib.parse import urlencode

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.access import PUBLIC
from plugins.api.extensions import Facet, WayOn
from plugins.api.registry import registry
from plugins.api.troubles import asked
from search import addresses
from search.addresses import EVERYWHERE, LAST_PAGE, NEWEST_FIRST, Address
from search.answering import Answer
from search.engine import Hit, Ordering
from search.labels import label_of, type_name
from search.narrowing import form_of
from search.questions import FILTERS
from search.reasons import Reasons

MOST_OPTIONS = 30  # of one facet; the rarest of four hundred counties help nobody to choose
ORDERINGS: dict[Ordering, Any] = {
    "relevance": gettext_lazy("Best first"),
    NEWEST_FIRST: gettext_lazy("Newest first"),
}


def context_of(answer: Answer) -> dict[str, Any]:
    """Everything that the template shows of an answer."""
    address, result = answer.address, answer.result
    facets = _facets(answer)
    place = _place(answer)
    reasons = Reasons(answer.asked, answer.tuning) if address.text else None
    return {
        "query": address.text,
        "asked": answer.is_asked,
        "count": result.count,
        "hits": [line_of(hit, reasons) for hit in result.hits],
        "facets": facets,
        "narrowings": [form_of(one, address) for one in answer.narrowings if facets or one.is_asked],
        "scope": _scope(address, place),
        "chosen": [] if address.is_everywhere else place,
        "completed": answer.completed,
        "did_you_mean": result.did_you_mean,
        "is_from_stand_in": result.is_from_stand_in,
        "exact_url": address.with_(exact="1"),
        "pages": _pager(address, result.count),
        "orderings": _orderings(address),
        "ways": _ways_on(answer) if address.text and not result.count else [],
        "save_query": urlencode(address.parts()),
    }


def _ways_on(answer: Answer) -> list[dict[str, Any]]:
    """Where packages help this reader further when nothing was found."""
    ways = sorted(registry.records(WayOn), key=lambda way: way.order)
    return [
        {"title": way.title, "url": url}
        for way in ways
        if asked(way, False, way.shown_to, answer.actor) and (url := asked(way, "", way.url, answer.address.text))
    ]


def line_of(hit: Hit, reasons: Reasons | None = None) -> dict[str, Any]:
    """One hit; what a package's documents do not have stays empty."""
    kinds, counties = hit.keywords.get("kind", ()), hit.keywords.get("county", ())
    topics = hit.keywords.get("topic", ())
    if counties:
        drawn = "county", counties[0][0]
    elif hit.type == "topic" or not topics:
        drawn = hit.type, hit.url.strip("/").rpartition("/")[2]  # the slug
    else:
        drawn = "topic", topics[0][0]
    return {
        "hit": hit,
        "mark_of": drawn[0],
        "mark_key": drawn[1],
        "kind_label": kinds[0][1] if hit.kind and kinds else type_name(hit.type),
        "county": ", ".join(label for _key, label in counties),
        "function": _unless_said(hit, "function"),
        "topics": [{"slug": slug, "title": title} for slug, title in topics],
        "stands_in": [{"slug": slug, "title": title} for slug, title in hit.keywords.get("stands_in", ())],
        "is_for_members": bool(hit.layer) and hit.layer != PUBLIC,
        "why": reasons.of(hit) if reasons else "",
    }


def _unless_said(hit: Hit, field: str) -> str:
    """What a person does in the network, unless the excerpt begins with it anyway."""
    values = hit.keywords.get(field, ())
    label = values[0][1] if values else ""
    return "" if label in unescape(strip_tags(hit.snippet)) else label


def _facets(answer: Answer) -> list[dict[str, Any]]:
    address = answer.address
    headings = {"type": _("What"), **{facet.field: str(facet.label) for facet in registry.records(Facet)}}
    shown = []
    for name, values in answer.result.facets.items():
        options = []
        for rank, value in enumerate(values):
            chosen = address.filters.get(name) == value.value
            if rank >= MOST_OPTIONS and not chosen:
                continue
            url = address.with_(**{name: "" if chosen else value.value})
            label = label_of(name, value)
            options.append({"value": value.value, "label": label, "count": value.count, "url": url, "chosen": chosen})
        if len(options) > 1 or any(option["chosen"] for option in options):
            shown.append({"field": name, "label": headings[name], "options": options})
    return shown


def _place(answer: Answer) -> list[dict[str, str]]:
    """Each filter in words, with the address without it."""
    address = answer.address
    filters = [
        {"label": answer.labels.get((name, value), value), "remove_url": address.with_(**{name: ""})}
        for name, value in address.place.items()
        if name in FILTERS
    ]
    narrowed = [
        {"label": one.read.label, "remove_url": address.with_(**dict.fromkeys(one.record.parameters, ""))}
        for one in answer.narrowings
        if one.is_asked
    ]
    return filters + narrowed


def _scope(address: Address, place: list[dict[str, str]]) -> dict[str, Any]:
    """Where is searched, in words, and the way to everywhere or back; without filters there is nothing to choose."""
    return {
        "words": ", ".join(filter_["label"] for filter_ in place),
        "is_everywhere": address.is_everywhere,
        "everywhere_url": address.with_(where=EVERYWHERE),
        "here_url": address.with_(where=""),
        "fields": [(name, value) for name, value in address.parts(exact="").items() if name != "q"],
    }


def _pager(address: Address, count: int) -> dict[str, Any]:
    number, total = address.number, min(max(1, ceil(count / addresses.PAGE_SIZE)), LAST_PAGE)
    return {
        "number": number,
        "total": total,
        "previous_url": address.with_(page=str(number - 1)) if number > 1 else "",
        "next_url": address.with_(page=str(number + 1)) if number < total else "",
    }


def _orderings(address: Address) -> list[dict[str, Any]]:
    if not address.text:
        return []
    return [
        {
            "label": label,
            "current": ordering == address.ordering,
            "url": address.with_(ordering="" if ordering == "relevance" else ordering),
        }
        for ordering, label in ORDERINGS.items()
    ]
