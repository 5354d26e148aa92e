"""What organisers fill in about what stays of an event. Forms check and never save."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import User
from plugins.api.adapters.forms import day_field
from plugins.events.models import Event, EventMaterial, EventResult
from plugins.events.policies.afterwards import classes_for
from plugins.events.queries.attendance import erased_on
from workspace.actions.tasks import LONGEST_TITLE
from workspace.contents import ACCEPTED, kinds_in_words


class OfEventForm(forms.ModelForm[Any]):
    """With the classes that this event admits."""

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = dict(self.fields)
        allowed = classes_for(event)
        fields["confidentiality"].choices = [(one.value, one.label) for one in allowed]
        fields["confidentiality"].label = _("Who reads it?")
        fields["confidentiality"].help_text = gettext(
            "Organisers read everything. Whoever was there or had a place reads what is for them until the list of "
            "people is erased on %(day)s; from then on only organisers do."
        ) % {"day": date_format(erased_on(event))}
        self.initial.setdefault("confidentiality", allowed[-1].value)

    def _post_clean(self) -> None:
        """Nothing is stored from here: an action records it."""


class MaterialForm(OfEventForm):
    """Minutes, slides, a photo, a recording, or something else."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=lazy(kinds_in_words, str)(),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )

    link = forms.URLField(
        label=_("Web address"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Of a recording, for example. Whoever may read this line is shown the address."),
    )

    class Meta:
        model = EventMaterial
        fields = ("kind", "title", "text", "link", "alt", "confidentiality")
        widgets = {
            "kind": forms.RadioSelect,
            "text": forms.Textarea(attrs={"rows": 12}),
            "confidentiality": forms.RadioSelect,
        }
        help_texts = {
            "text": _("An empty line begins a new paragraph, “- ” a list."),
            "alt": _("For those who do not see it. Where a photo was taken is taken out of the file."),
        }

    field_order = ("kind", "title", "text", "file", "alt", "link", "confidentiality")


class ResultForm(OfEventForm):
    """What came of the event."""

    class Meta:
        model = EventResult
        fields = ("text", "confidentiality")
        widgets = {"text": forms.Textarea(attrs={"rows": 3}), "confidentiality": forms.RadioSelect}
        help_texts = {"text": _("One sentence is enough.")}


class MeetingTaskForm(forms.Form):
    """What is to be done, by whom, until when."""

    title = forms.CharField(label=_("What is to be done?"), max_length=LONGEST_TITLE)
    owner = forms.TypedChoiceField(
        label=_("Who does it?"),
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("The person is told at once, and once more on the day before the date."),
    )
    due = day_field(label=_("Until"), required=False)

    def __init__(self, *args: Any, owners: dict[int, User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners = owners
        people = [(pk, str(person)) for pk, person in owners.items()]
        self.fields["owner"].choices = [("", _("nobody yet")), *people]  # type: ignore[attr-defined]

    def clean_owner(self) -> User | None:
        """The person behind the number."""
        return self.owners.get(self.cleaned_data["owner"])
