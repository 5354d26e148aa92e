"""Where a recommendation comes from, for all members: what was published, decided, kept; nothing else of a draft."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cms.queries.entries import readable
from plugins.api.access import Actor, may, require
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from workspace.drafting.formats.html import html_of
from workspace.models import Publication
from workspace.policies.provenance import people_named
from workspace.queries.decisions import result_of
from workspace.queries.draft_pictures import pictures_for
from workspace.queries.provenance import group_named, publications_to_trace, versions_until


@answers(Rule.DOOR)
@login_required
def trace(request: HttpRequest, pk: int) -> HttpResponse:
    """The group with its mandate, the versions, the decision with dissent, the text as it was published."""
    actor = actor_of(request)
    publications = publications_to_trace(actor, pk)
    if not publications:
        raise Missing
    for publication in publications:
        require(actor, "trace", publication)
    newest = publications[0]
    assert newest.entry is not None  # it is live
    entry = readable(actor).filter(entry_id=newest.entry.pk).select_related("text").first()
    if entry is None:
        raise Missing
    group = group_named(actor, newest.draft)
    context = {
        "title": entry.text.title,
        "entry_url": f"/wissen/{entry.slug}/",
        "group": group,
        "knows_group": group is not None and bool(may(actor, "see", group)),
        "county": newest.draft.county,
        "names": newest.draft.county is not None or (group is not None and people_named(actor, group)),
        "versions": versions_until(newest.version),
        "decisions": _decisions(publications),
        "texts": [_text(actor, publication) for publication in publications],
        "draft": newest.draft if may(actor, "see", newest.draft) else None,
        "audience": {
            "label": _("All members and the programme office"),
            "people": [_("all members of the Forum"), _("the programme office")],
        },
    }
    return private(render(request, "entwuerfe/trace.html", context))


def _decisions(publications: list[Publication]) -> list[dict[str, Any]]:
    """Each once, the newest first; who objected stands first."""
    order = ("object", "abstain", "agree", "")
    by_number = {publication.decision_id: publication.decision for publication in publications}
    return [
        {
            "decision": decision,
            "result": result_of(decision),
            "voices": sorted(decision.voices.all(), key=lambda voice: (order.index(voice.answer), voice.pk)),
        }
        for decision in by_number.values()
    ]


def _text(actor: Actor, publication: Publication) -> dict[str, Any]:
    content = publication.version.content
    pictures = pictures_for(actor, publication.draft, content)
    html = html_of(content, pictures=pictures, prefix=f"fussnote-{publication.pk}")
    return {"publication": publication, "html": html}
