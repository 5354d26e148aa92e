"""Asking the county in the admin, and deciding what it suggested."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.panels import Panel

from cms.accounts.models import User
from cms.actions.confirming import (
    accept_suggestion,
    ask_for_confirmation,
    decline_suggestion,
    withdraw_confirmation,
)
from cms.editing.releasing import DecisionView
from cms.models import Confirmation, Entry, Suggestion
from cms.queries.confirmations import (
    confirmation_by_id,
    confirmations_of,
    people_of_county,
    people_to_ask,
    to_decide,
)
from plugins.api.access import may
from plugins.api.adapters.admin_pages import AdminPage
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid, Missing, Refused

CONFIRMATION_ACTIONS = (
    ("cms.ask_county", gettext_lazy("Ask the county"), gettext_lazy("Asked a member to confirm a version")),
    (
        "cms.withdraw_confirmation",
        gettext_lazy("Withdraw a request"),
        gettext_lazy("Withdrew a request to confirm"),
    ),
    (
        "cms.answer_confirmation",
        gettext_lazy("Answer for the county"),
        gettext_lazy("Answered a request to confirm"),
    ),
    ("cms.decide_suggestion", gettext_lazy("Decide a suggestion"), gettext_lazy("Decided a suggestion of the county")),
)
"""The words of the audit trail: name, label, what happened."""


class PersonField(forms.ModelChoiceField):
    """Members with their function, because names repeat."""

    def label_from_instance(self, person: User) -> str:
        return f"{person}, {person.function}" if person.function else str(person)


class AskForm(forms.Form):
    """Whom to ask: people of the entry's county first."""

    person = PersonField(
        label=gettext_lazy("Who is asked?"),
        queryset=User.objects.none(),
        empty_label=gettext_lazy("Please choose"),
        error_messages={"required": gettext_lazy("Choose who is to confirm the text.")},
    )
    note = forms.CharField(
        label=gettext_lazy("Note to this person"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("It stands above the text. The mail carries nothing but a link."),
    )

    def __init__(self, *args: Any, entry: Entry, asking: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.queryset = people_to_ask().exclude(pk=asking)
        near = list(people_of_county(entry).exclude(pk=asking))
        others = field.queryset.exclude(pk__in=[person.pk for person in near])
        groups = [(str(entry.county), near), (_("Other members") if near else _("Members"), others)]
        field.choices = [
            ("", field.empty_label),
            *(
                (label, [(person.pk, field.label_from_instance(person)) for person in people])
                for label, people in groups
                if people
            ),
        ]
        if len(near) == 1:
            field.initial = near[0].pk


@answers(Rule.STAFF)
class AskView(DecisionView):
    """Whom to ask, and what that opens to them."""

    template_name = "editing/ask_county.html"
    page_title = gettext_lazy("Ask the county to confirm")
    success_message = gettext_lazy("The person gets a mail with a link. You are told when the answer is there.")

    @cached_property
    def form(self) -> AskForm:
        sent = self.request.POST if self.request.method == "POST" else None
        return AskForm(sent, entry=self.entry, asking=self.request.user.pk or 0)

    def decide(self) -> None:
        if not self.form.is_valid():
            raise Refused(_("Nobody is asked yet. Please check the form."))
        ask_for_confirmation(self.entry, **self.form.cleaned_data, actor=actor_of(self.request))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        actor = actor_of(self.request)
        return super().get_context_data(
            form=self.form,
            may_ask=may(actor, "ask_county", self.entry),
            newest=self.entry.get_latest_revision(),
            confirmations=confirmations_of(self.entry, actor),
            **kwargs,
        )


@answers(Rule.STAFF)
class ConfirmationView(AdminPage, View):
    """One request: the answer, and each suggestion beside the text as it stands today."""

    template_name = "editing/confirmation.html"
    page_title = gettext_lazy("Confirmation by the county")

    @cached_property
    def asked(self) -> Confirmation:
        return confirmation_by_id(actor_of(self.request), self.kwargs["pk"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Decide one suggestion, or withdraw the request. What was typed stays where it could not be done."""
        try:
            self._do(request.POST)
        except (Refused, Invalid) as error:
            messages.error(request, _in_a_sentence(error))
            typed = {"pk": request.POST.get("suggestion", ""), "reason": request.POST.get("reason", "")}
            del self.asked
            return self.render_to_response(self.get_context_data(typed=typed))
        return redirect("editing:confirmation", self.asked.pk)

    def _do(self, sent: Any) -> None:
        actor = actor_of(self.request)
        match sent.get("do"):
            case "withdraw":
                withdraw_confirmation(self.asked, actor=actor)
                messages.success(self.request, _("The request is withdrawn. The text is closed to this person."))
            case "accept":
                decided = accept_suggestion(self._suggestion(sent), actor=actor)
                self._tell(decided)
            case "decline":
                decline_suggestion(self._suggestion(sent), reason=sent.get("reason", ""), actor=actor)
                messages.success(self.request, _("Declined. The person reads your reason."))
            case _:
                raise Missing

    def _tell(self, decided: Suggestion) -> None:
        if decided.state == Suggestion.State.ACCEPTED:
            messages.success(self.request, _("Accepted: the wording stands in a new draft of the entry."))
        else:
            sentence = _("Somebody has changed this part since. The suggestion is outdated and was not applied.")
            messages.warning(self.request, sentence)

    def _suggestion(self, sent: Any) -> Suggestion:
        pk = sent.get("suggestion", "")
        found = self.asked.suggestions.filter(pk=pk).first() if pk.isdecimal() and len(pk) < 19 else None
        if found is None:
            raise Missing
        return found

    def get_page_subtitle(self) -> str:
        return self.asked.entry.get_latest_revision_as_object().title

    def leads_here(self) -> list[dict[str, Any]]:
        return [
            {"url": reverse("wagtailadmin_pages:edit", args=[self.asked.entry_id]), "label": self.asked.entry.title}
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        actor = actor_of(self.request)
        return super().get_context_data(
            asked=self.asked,
            entry=self.asked.entry,
            rows=to_decide(self.asked),
            may_decide=may(actor, "decide", self.asked),
            may_withdraw=may(actor, "withdraw", self.asked),
            **kwargs,
        )


class ConfirmationPanel(Panel):
    """Above the text of an entry: who was asked to confirm it, and what they said."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "editing/confirmation_panel.html"

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            actor = actor_of(self.request)
            return {
                **super().get_context_data(parent_context),
                "entry": self.instance,
                "confirmations": confirmations_of(self.instance, actor),
                "may_ask": may(actor, "ask_county", self.instance),
            }


def _in_a_sentence(error: Refused | Invalid) -> str:
    return error.reason if isinstance(error, Refused) else " ".join(s for said in error.errors.values() for s in said)
