"""“Searches without an answer”: what people miss, the most counties first; editors turn it into work."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.models import Page

from plugins.api.access import Actor, require, visible_to
from plugins.api.adapters.admin_pages import AdminPage
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from search.actions.unanswered import resolve_search
from search.editing.forms import ResolutionForm
from search.models import UnansweredSearch

MOST_SHOWN = 100


@answers(Rule.STAFF)
class UnansweredView(AdminPage, TemplateView):
    """What is open, or with `?resolved=1` what was resolved."""

    template_name = "search/editing/unanswered.html"
    page_title = gettext_lazy("Searches without an answer")
    header_icon = "help"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        require(actor_of(request), "look_through", UnansweredSearch)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_resolved = self.request.GET.get("resolved") == "1"
        searches = unanswered(is_resolved=is_resolved, actor=actor_of(self.request))
        return super().get_context_data(
            searches=searches[:MOST_SHOWN],
            count=searches.count(),
            is_resolved=is_resolved,
            forms=forms_to_write_in(),
            **kwargs,
        )


def unanswered(*, is_resolved: bool, actor: Actor) -> QuerySet[UnansweredSearch]:
    """What most counties miss comes first, then what was asked most often."""
    found = UnansweredSearch.objects.filter(resolved_on__isnull=not is_resolved).prefetch_related("reports")
    return visible_to(actor, found)


def forms_to_write_in() -> list[dict[str, str]]:
    """The form for each kind of page below the knowledge base; `?title=` fills in its title."""
    parent = Page.objects.filter(slug="wissen", depth=3).first()
    kinds = parent.specific_class.creatable_subpage_models() if parent else []
    return [
        {
            "label": kind.get_verbose_name(),
            "url": reverse("wagtailadmin_pages:add", args=[kind._meta.app_label, kind._meta.model_name, parent.pk]),
        }
        for kind in kinds
    ]


@answers(Rule.STAFF)
@require_POST
def resolve(request: HttpRequest, pk: int) -> HttpResponse:
    """Something was done about it."""
    form = ResolutionForm(request.POST)
    if form.is_valid():
        resolve_search(pk, form.cleaned_data["word"], actor=actor_of(request))
        messages.success(request, _("Resolved. It comes back when somebody asks in vain again."))
    else:
        messages.error(request, " ".join(str(error) for error in form.errors["word"]))
    return redirect("search_editing:unanswered")
