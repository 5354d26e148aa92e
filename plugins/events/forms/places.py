"""Forms for whoever comes to an event, and for those who organise it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import User
from cms.models import County
from plugins.events.models import MOST_READERS, Needs, ParticipantRole

NO_ADDRESS = _("This is not a complete e-mail address, such as name@example.org.")


class CountyForm(forms.Form):
    """For whom somebody comes; asked only where there is a choice."""

    county = forms.ModelChoiceField(label=_("For which county?"), queryset=County.objects.none(), empty_label=None)

    def __init__(self, *args: Any, counties: QuerySet[County], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = dict(self.fields)
        fields["county"].queryset = counties
        if counties.count() < 2:
            del self.fields["county"]


class VisitorForm(forms.Form):
    """Somebody without an account."""

    name = forms.CharField(label=_("Your name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("We send you a link there with which you confirm the registration."),
        error_messages={"invalid": NO_ADDRESS, "required": NO_ADDRESS},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class LeaveForm(forms.Form):
    """That one does not come."""

    excuse = forms.CharField(
        label=_("Note for the organisers"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("If you like. Only the organisers read it."),
    )


class NeedsForm(forms.ModelForm[Needs]):
    """Both may stay empty."""

    class Meta:
        model = Needs
        fields = ("diet", "access")

    def _post_clean(self) -> None:
        """Nothing is stored from here: an action records it."""


class ReadersForm(forms.Form):
    """Who reads what participants need."""

    people = forms.ModelMultipleChoiceField(
        label=_("Who reads it"),
        queryset=User.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("At most two persons."),
    )

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["people"]
        field.queryset = people

    def clean_people(self) -> list[User]:
        people = list(self.cleaned_data["people"])
        if len(people) > MOST_READERS:
            raise forms.ValidationError(_("At most two persons read what participants need."))
        return people


class ByHandForm(forms.Form):
    """Somebody whom the organisers put on the list."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The person gets a mail with a link by which they can cancel."),
        error_messages={"invalid": NO_ADDRESS, "required": NO_ADDRESS},
    )
    name = forms.CharField(
        label=_("Name"), max_length=150, required=False, help_text=_("For whoever has no account in the Forum.")
    )
    county = forms.ModelChoiceField(
        label=_("County"),
        queryset=County.objects.order_by("name", "kind"),
        required=False,
        empty_label=_("without a county"),
    )
    role = forms.ChoiceField(
        label=_("comes as"),
        choices=[
            (ParticipantRole.ATTENDEE, ParticipantRole.ATTENDEE.label),
            (ParticipantRole.SPEAKER, ParticipantRole.SPEAKER.label),
        ],
        widget=forms.RadioSelect,
        initial=ParticipantRole.ATTENDEE,
    )


class RefuseForm(forms.Form):
    """Why somebody who asked cannot come."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person reads it in a mail."),
    )
