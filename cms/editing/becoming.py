"""A draft entry out of something that was said elsewhere, whose words are looked over first."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.html import linebreaks
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from cms.actions.entries import create_entry
from cms.models import KINDS, Entry
from plugins.api.access import require
from plugins.api.adapters.admin_pages import AdminPage
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.becoming import PARAMETER, Origin, origin_named
from plugins.api.errors import Missing


class BecomingForm(forms.Form):
    """What the draft is, how it is called, and the words with which it begins."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        choices=lambda: [(kind, str(model._meta.verbose_name)) for kind, model in KINDS.items()],
        help_text=gettext_lazy("The kind of an entry cannot be changed later."),
    )
    title = forms.CharField(label=gettext_lazy("Title of the draft"), max_length=255)
    text = forms.CharField(
        label=gettext_lazy("Words with which it begins"),
        help_text=gettext_lazy("They stand in the first section. Leave out whatever is not meant for all members."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )


@answers(Rule.STAFF)
class BecomeEntryView(AdminPage, View):
    """The draft is the person's who makes it; nobody reads it until it is published."""

    template_name = "editing/become_entry.html"
    page_title = gettext_lazy("Make an entry of it")
    header_icon = "doc-full-inverse"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actor = actor_of(request)
        require(actor, "create", Entry)
        origin = origin_named(request.GET.get(PARAMETER, ""), actor)
        if origin is None:
            raise Missing
        self.origin = origin
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._page(BecomingForm(initial={"title": self.origin.title, "text": self.origin.text}), self.origin)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = BecomingForm(request.POST)
        if not form.is_valid():
            return self._page(form, self.origin)
        entry = create_entry(_draft(form.cleaned_data), actor=actor_of(request), origin=self.origin)
        messages.success(request, _("The draft is in the knowledge base. Nobody reads it until it is published."))
        return redirect("wagtailadmin_pages:edit", entry.pk)

    def _page(self, form: BecomingForm, origin: Origin) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form, origin=origin))


def _draft(said: dict[str, Any]) -> Entry:
    """Unsaved, with the words in its first section."""
    kind = KINDS[said["kind"]]
    return kind(title=said["title"], **{kind.sections[0]: [("text", linebreaks(said["text"], autoescape=True))]})
