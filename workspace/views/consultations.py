"""Consultations: which there are, one with its text and questions, and ending it before its time."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from plugins.api.access import Actor, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from workspace.actions import consultations as doing
from workspace.drafting.formats.html import html_of
from workspace.models import Consultation
from workspace.policies.discussions import MEMBERS, TO_ALL
from workspace.queries.consultations import (
    consultation_for,
    contributions_to,
    counts_of,
    ended_consultations,
    has_nothing_to_add,
    open_consultations,
)
from workspace.queries.draft_pictures import pictures_for
from workspace.queries.draft_rows import groups_known
from workspace.queries.drafts import draft_with_places
from workspace.views.consultation_forms import SayForm
from workspace.views.consultation_showing import count_in_words, owner_in_words, page, still_in_words, time_left
from workspace.views.contribution_words import shown_to
from workspace.views.discussion_lists import page_of
from workspace.views.draft_showing import asked_first, sent
from workspace.views.forms import NothingToFill


@answers(Rule.DOOR)
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Those that are open first. Whoever is not asked and answers for nobody learns of none."""
    actor = actor_of(request)
    if not actor.has(*TO_ALL):
        raise Missing
    ended = page_of(request, ended_consultations(actor), ())
    still_open = list(open_consultations(actor))
    known = groups_known(actor, [one.draft for one in (*still_open, *ended["lines"])])
    context = ended | {
        "open": [_line(one, known) for one in still_open],
        "lines": [_line(one, known) for one in ended["lines"]],
        "is_asked": actor.has(MEMBERS),
    }
    return private(render(request, "konsultationen/index.html", context))


@answers(Rule.DOOR)
@login_required
def consultation(request: HttpRequest, pk: int) -> HttpResponse:
    """What members are asked, the text, and what the reader has said. A POST says something."""
    actor = actor_of(request)
    found = consultation_for(actor, pk)
    if request.method == "POST":
        require(actor, "contribute", found)
    form = SayForm(sent(request), consultation=found, sits=bool(actor.keys("county")))
    if succeeds(form, lambda data: doing.contribute_all(found, form.said(), actor=actor)):
        count = len(form.said())
        said = ngettext("Your contribution stands in the list.", "Your contributions stand in the list.", count)
        messages.success(request, said)
        return redirect(f"{found.get_absolute_url()}#content")
    return _page(request, actor, found, form)


@answers(Rule.DOOR)
@login_required
@require_POST
def nothing(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody has read it and has nothing to add."""
    actor = actor_of(request)
    found = consultation_for(actor, pk)
    doing.nothing_to_add(found, actor=actor)
    messages.success(request, _("Thank you for reading. Nobody reminds you; you can still contribute until the end."))
    return redirect(f"{found.get_absolute_url()}#content")


@answers(Rule.DOOR)
@login_required
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first."""
    actor = actor_of(request)
    found = consultation_for(actor, pk)
    require(actor, "end", found)
    words = {
        "here": _("End the consultation"),
        "action": _("End the consultation now"),
        "lead": _(
            "Nobody contributes any more from then on, and it cannot be opened again. You answer each contribution. "
            "The text can be written on; where it was decided, it stays so."
        ),
        "said": _("The consultation has ended. Each contribution waits for your answer."),
        "back": found.get_absolute_url(),
    }
    form = NothingToFill(sent(request))
    draft = draft_with_places(actor, found.draft_id)
    then = f"{found.get_absolute_url()}beitraege/"
    return asked_first(
        request, draft, form, lambda data: doing.end_consultation(found, actor=actor), then, part="text", **words
    )


def _page(request: HttpRequest, actor: Actor, found: Consultation, form: SayForm) -> HttpResponse:
    content = found.version.content
    counts = counts_of(found)
    mine = [one for one in contributions_to(actor, found) if actor.user and one.author_id == actor.user.pk]
    context: dict[str, Any] = {
        "html": html_of(content, pictures=pictures_for(actor, found.draft, content)),
        "questions": found.questions.all(),
        "form": form,
        "mine": [shown_to(actor, found, one) for one in mine],
        "has_nothing_to_add": has_nothing_to_add(actor, found),
        "count": count_in_words(counts["contributions_count"], counts["counties_count"]),
        "still": still_in_words(counts["unanswered_count"]),
    }
    return page(request, "consultation", found, **context)


def _line(one: Any, known: set[int]) -> dict[str, Any]:
    """In the list."""
    return {
        "consultation": one,
        "owner": owner_in_words(one.draft, known),
        "time_left": time_left(one),
        "has_reacted": one.has_reacted,
        "count": "" if one.is_open else count_in_words(one.contributions_count, one.counties_count),
        "still": "" if one.is_open else still_in_words(one.unanswered_count),
    }
