"""“How the search understands”: a page of the admin that says why each hit stands where it does; editors act on it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from plugins.api.access import ANONYMOUS, Actor, may, visible_to
from plugins.api.adapters.admin_pages import AdminPage
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from search.actions.placements import forget_placement, place_result
from search.actions.synonyms import add_synonym
from search.editing.forms import PlacementForm, SynonymForm
from search.engine import EngineUnavailable
from search.explaining import explain
from search.models import Placement, Synonym
from search.tuning import phrase_of

MOST_HITS = 10


@answers(Rule.STAFF)
class ExplainView(AdminPage, TemplateView):
    """With one's own eyes or those of a visitor, and perhaps with a synonym on trial beside today's answer."""

    template_name = "search/editing/explain.html"
    page_title = gettext_lazy("How the search understands")
    header_icon = "search"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        actor, given = actor_of(self.request), self.request.GET
        text, synonym = given.get("q", "").strip(), given.get("synonym", "").strip()
        as_visitor = given.get("as") == "visitor"
        found = self._explained(text, ANONYMOUS if as_visitor else actor, synonym) if text else {}
        placed = (
            visible_to(actor, Placement.objects.filter(phrase=phrase_of(text))) if text else Placement.objects.none()
        )
        return super().get_context_data(
            query=text,
            synonym=synonym,
            as_visitor=as_visitor,
            placements=placed,
            may_decide=bool(may(actor, "create", Synonym)),
            **found,
            **kwargs,
        )

    def _explained(self, text: str, actor: Actor, synonym: str) -> dict[str, Any]:
        try:
            now = explain(text, actor=actor, limit=MOST_HITS)
            tried = explain(text, actor=actor, synonym=synonym, limit=MOST_HITS) if synonym else None
        except EngineUnavailable:
            return {"is_unavailable": True}
        return {"explained": now, "tried": tried}


@answers(Rule.STAFF)
@require_POST
def keep_synonym(request: HttpRequest) -> HttpResponse:
    """The pair that was on trial holds from now on."""
    form = SynonymForm(request.POST)
    if form.is_valid():
        synonym = add_synonym(**form.cleaned_data, actor=actor_of(request))
        messages.success(request, _("“%(synonym)s” is kept.") % {"synonym": synonym})
    else:
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return _back(request.POST.get("typed", ""))


@answers(Rule.STAFF)
@require_POST
def place(request: HttpRequest) -> HttpResponse:
    """A hit stands first for this question, or is not found by it."""
    form = PlacementForm(request.POST)
    if form.is_valid():
        place_result(**form.decided(), actor=actor_of(request))
        messages.success(request, _("It is decided for this question."))
    else:
        messages.error(request, _("This result could not be placed. Please try again from the list."))
    return _back(request.POST.get("q", ""))


@answers(Rule.STAFF)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """A placed result stands again where its words put it."""
    forget_placement(pk, actor=actor_of(request))
    messages.success(request, _("The result stands again where its words put it."))
    return _back(request.POST.get("q", ""))


def _back(text: str) -> HttpResponse:
    return redirect(f"{reverse('search_editing:explain')}?{urlencode({'q': text})}")
