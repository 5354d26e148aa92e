"""Forms of mediated first contact."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import Topic
from plugins.api.access import Actor, visible_to
from plugins.membership.models import ContactInvitation, ContactKind, ContactNote, ContactRequest
from plugins.membership.queries.contacts import Proposal


class ContactForm(forms.ModelForm[ContactRequest]):
    """What somebody outside asks."""

    class Meta:
        model = ContactRequest
        fields = ("kind", "name", "institution", "email", "topics", "purpose", "expected", "until")
        widgets = {
            "kind": forms.RadioSelect,
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "institution": forms.TextInput(attrs={"autocomplete": "organization"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "topics": forms.CheckboxSelectMultiple,
            "purpose": forms.Textarea(attrs={"rows": 6}),
            "expected": forms.Textarea(attrs={"rows": 4}),
            "until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {
            "email": _("We send a link to this address. Only after you open it do we read your request."),
            "purpose": _("A few sentences. The members whom we ask read them."),
            "expected": _("For example: a talk of one hour, an answer in writing, a partner for an application."),
            "until": _("The last day. Afterwards the request is over, and we erase it 90 days later."),
        }

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topics = self.fields["topics"]
        assert isinstance(topics, forms.ModelMultipleChoiceField)
        topics.queryset = visible_to(actor, Topic.objects.all())
        kinds = self.fields["kind"]
        assert isinstance(kinds, forms.ChoiceField)
        kinds.choices = ContactKind.choices
        tomorrow = timezone.localdate() + timedelta(days=1)
        self.fields["until"].widget.attrs["min"] = tomorrow.isoformat()


class MembersForm(forms.Form):
    """Whom to ask, each with what speaks for it."""

    people = forms.MultipleChoiceField(
        label=_("Whom do you ask?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one member.")},
    )

    def __init__(self, *args: Any, proposals: list[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposals = proposals
        people = self.fields["people"]
        assert isinstance(people, forms.MultipleChoiceField)
        people.choices = [(str(one.member.pk), f"{one.member.name}: {' '.join(one.reasons)}") for one in proposals]

    def chosen(self) -> list[Proposal]:
        return [one for one in self.proposals if str(one.member.pk) in self.cleaned_data["people"]]


class NoteForm(forms.ModelForm[ContactNote]):
    """What the office notes for itself."""

    class Meta:
        model = ContactNote
        fields = ("text",)
        labels = {"text": _("Note for the programme office")}
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}


class ReasonForm(forms.Form):
    """Why a request is declined."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The requester reads it once you send it. Do not say whom you asked or who declined."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Please give a reason. The requester reads it.")},
    )


class AnswerForm(forms.ModelForm[ContactInvitation]):
    """Opting in, with the address that is passed on, or saying no."""

    class Meta:
        model = ContactInvitation
        fields = ("answer", "address", "sentence")
        widgets = {
            "answer": forms.RadioSelect,
            "address": forms.EmailInput(attrs={"autocomplete": "email"}),
            "sentence": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "address": _("Needed for a yes. The requester gets it, together with your name and your county."),
            "sentence": _("Only the programme office reads it."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer = self.fields["answer"]
        assert isinstance(answer, forms.ChoiceField)
        answer.required = True
        answer.choices = ContactInvitation.Answer.choices
