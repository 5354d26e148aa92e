"""Releasing and withdrawing in the admin: what everybody will read is looked at first, then one button opens it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET
from django.views.generic import View
from wagtail.admin import messages

from cms.actions.entries import release_entry, withdraw_release
from cms.editing.checking import ChecklistForm
from cms.layers import would_release_whole_text
from cms.models import Entry
from cms.pages.preview import as_released, layer_response
from cms.queries.confirmations import CountyAnswered, answers_of_county, compared_with
from cms.queries.releases import release_state
from plugins.api.access import may
from plugins.api.adapters.admin_pages import AdminPage
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing, Refused


def visible_entry(request: HttpRequest, entry_id: int) -> Entry:
    """The entry in its own kind. Raises Missing where the reader may not see it."""
    entry = Entry.objects.select_related("live_revision").filter(pk=entry_id).first()
    if entry is None or not may(actor_of(request), "see", entry):
        raise Missing
    return entry.specific


class DecisionView(AdminPage, View):
    """A page that shows what a decision means, and takes it."""

    success_message: Any = ""

    @cached_property
    def entry(self) -> Entry:
        return visible_entry(self.request, self.kwargs["entry_id"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.decide()
        except Refused as refusal:
            messages.error(request, refusal.reason)
            return self.render_to_response(self.get_context_data())
        messages.success(request, self.success_message)
        return redirect("wagtailadmin_pages:edit", self.entry.pk)

    def decide(self) -> None:
        """Take the decision. Raises Refused with the sentence that the person reads; what they typed stays."""
        raise NotImplementedError

    def get_page_subtitle(self) -> str:
        return self.entry.title

    def leads_here(self) -> list[dict[str, Any]]:
        return [{"url": reverse("wagtailadmin_pages:edit", args=[self.entry.pk]), "label": self.entry.title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        state = release_state(self.entry, actor_of(self.request))
        return super().get_context_data(entry=self.entry, state=state, **kwargs)


@answers(Rule.STAFF)
class ReleaseView(DecisionView):
    """Shows exactly what visitors will read and asks four questions; whoever wrote it reads why they cannot answer."""

    template_name = "editing/release.html"
    page_title = gettext_lazy("Release to everybody")
    success_message = gettext_lazy("Everybody can read it now.")

    @cached_property
    def form(self) -> ChecklistForm:
        return ChecklistForm(self.request.POST if self.request.method == "POST" else None)

    def decide(self) -> None:
        seen = self.request.POST.get("revision", "")
        if not seen.isdecimal():
            raise Refused(_("Please look at what everybody will read, then release it."))
        if not self.form.is_valid():
            raise Refused(_("Nothing is released yet: a question is open, or an answer stands in the way."))
        actor = actor_of(self.request)
        release_entry(self.entry, actor=actor, checklist=self.form.checklist, looked_at=int(seen))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        live = self.entry.live_revision
        is_whole_text = live is not None and would_release_whole_text(live.as_object())
        return super().get_context_data(
            is_whole_text=is_whole_text, form=self.form, county_answers=self._county_answers(), **kwargs
        )

    def _county_answers(self) -> list[CountyAnswered]:
        live = self.entry.live_revision
        return compared_with(answers_of_county(self.entry), live.content) if live is not None else []


@answers(Rule.STAFF)
class WithdrawView(DecisionView):
    """Closes the public layer; members read on."""

    template_name = "editing/withdraw.html"
    page_title = gettext_lazy("Withdraw from the public")
    success_message = gettext_lazy("Visitors no longer see it. Members read on.")

    def decide(self) -> None:
        withdraw_release(self.entry, actor=actor_of(self.request))


@answers(Rule.STAFF)
@require_GET
def what_everybody_will_read(request: HttpRequest, entry_id: int) -> HttpResponse:
    """The page as visitors will get it, in the frame of the page that asks for the decision."""
    entry = visible_entry(request, entry_id)
    if entry.live_revision is None:
        raise Missing
    return layer_response(request, entry, as_released(entry, entry.live_revision.as_object()))
