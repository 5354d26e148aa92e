"""“Weights”: how much titles, summaries, texts and kinds count, tried out on a question before it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from plugins.api.access import Actor, require
from plugins.api.adapters.admin_pages import AdminPage
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from search.actions.weights import set_weights
from search.editing.forms import WeightsForm
from search.engine import EngineUnavailable
from search.explaining import ExplainedHit, explain
from search.models import SearchWeights
from search.weighing import Weights, present_weights

MOST_HITS = 10


@dataclass(frozen=True, slots=True)
class Place:
    """One place among the first ten: who has it today, and who would have it."""

    number: int
    today: ExplainedHit | None
    tried: ExplainedHit | None
    moved: str


@answers(Rule.STAFF)
class WeightsView(AdminPage, TemplateView):
    """What holds today; with other steps in the address these are on trial, and nobody feels them yet."""

    template_name = "search/editing/weights.html"
    page_title = gettext_lazy("Weights of the search")
    header_icon = "sliders"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        require(actor_of(request), "create", SearchWeights)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        present, text = present_weights(), self.request.GET.get("q", "").strip()
        form = WeightsForm.starting_with(present, self.request.GET)
        tried = form.weights if form.is_valid() else present
        differs = tried.in_words != present.in_words
        return super().get_context_data(
            form=form,
            query=text,
            present=present,
            differs=differs,
            **self._compared(text, tried) if text else {},
            **kwargs,
        )

    def _compared(self, text: str, tried: Weights) -> dict[str, Any]:
        try:
            return {"places": compare(text, tried, actor=actor_of(self.request))}
        except EngineUnavailable:
            return {"is_unavailable": True}


def compare(text: str, tried: Weights, *, actor: Actor) -> list[Place]:
    """Today's first ten beside those with the weights on trial. Raises EngineUnavailable."""
    today = explain(text, actor=actor, limit=MOST_HITS).hits
    then = explain(text, actor=actor, weights=tried, limit=MOST_HITS).hits
    former = {hit.key: number for number, hit in enumerate(today, start=1)}
    return [
        Place(number, _at(today, number), _at(then, number), _moved(_at(then, number), number, former))
        for number in range(1, max(len(today), len(then)) + 1)
    ]


def _at(hits: tuple[ExplainedHit, ...], number: int) -> ExplainedHit | None:
    return hits[number - 1] if number <= len(hits) else None


def _moved(hit: ExplainedHit | None, number: int, former: dict[str, int]) -> str:
    if hit is None:
        return ""
    before = former.get(hit.key)
    if before is None:
        return _("not among the first ten today")
    return _("as today") if before == number else _("place %(number)d today") % {"number": before}


@answers(Rule.STAFF)
@require_POST
def keep_weights(request: HttpRequest) -> HttpResponse:
    """What was on trial holds from now on."""
    form = WeightsForm(request.POST)
    if form.is_valid():
        set_weights(form.weights, actor=actor_of(request))
        messages.success(request, _("The weights hold from the next search on."))
    else:
        messages.error(request, _("These weights are not known. Please choose them from the lists."))
    return _back(request)


@answers(Rule.STAFF)
@require_POST
def default_weights(request: HttpRequest) -> HttpResponse:
    """Everything counts as it does in a new forum."""
    set_weights(Weights(), actor=actor_of(request))
    messages.success(request, _("Everything counts by default again."))
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    text = request.POST.get("q", "")
    address = reverse("search_editing:weights")
    return redirect(f"{address}?{urlencode({'q': text})}" if text else address)
