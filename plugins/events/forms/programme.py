"""The forms of a call for contributions, of proposals, and of sessions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plugins.api.adapters.forms import day_field, time_field
from plugins.events.forms.events import END_OF_DAY, moment_of
from plugins.events.models import Event, Participant, ProgrammeCall, Proposal, Session
from plugins.events.queries.programme import people_to_speak, people_who_come


class CallForm(forms.ModelForm[ProgrammeCall]):
    """What is wanted, in which formats, and until when."""

    deadline = day_field(label=_("Proposals until"), help_text=_("The last day."))

    class Meta:
        model = ProgrammeCall
        fields = ("text", "formats", "deadline")
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["deadline"] = timezone.localdate(self.instance.deadline)
        else:
            self.initial.setdefault("formats", gettext("Talk, workshop, conversation"))

    def clean_deadline(self) -> Any:
        return moment_of(self.cleaned_data["deadline"], END_OF_DAY)

    def _post_clean(self) -> None:
        """Nothing is stored from here: an action records it."""


class ProposalForm(forms.ModelForm[Proposal]):
    """Title, what it is about, and one of the formats of the call."""

    class Meta:
        model = Proposal
        fields = ("title", "text", "format")
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args: Any, call: ProgrammeCall, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["format"] = forms.ChoiceField(
            label=_("Format"), choices=[(word, word) for word in call.words], widget=forms.RadioSelect
        )

    def _post_clean(self) -> None:
        """Nothing is stored from here: an action records it."""


class DecisionForm(forms.Form):
    """Yes or no to a proposal, and why."""

    decision = forms.ChoiceField(
        label=_("Your decision"),
        choices=[("accept", _("Accept it")), ("decline", _("Do not accept it"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Whoever proposed it reads it, and nobody else."),
    )

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if proposal.state != "proposed":
            field: Any = self.fields["decision"]
            field.choices = [("accept", _("Accept it after all"))]
            self.initial.setdefault("decision", "accept")


class _Called:
    """People by the name that the organisers read."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.called)


class PeopleField(_Called, forms.ModelMultipleChoiceField):
    """Several people of an event."""


class PersonField(_Called, forms.ModelChoiceField):
    """One of the people of an event."""


class SessionForm(forms.ModelForm[Session]):
    """A session on one day of the event. `seen` says which conflicts were read already."""

    start_day = day_field(label=_("Day"))
    start_time = time_field(label=_("Begins at"))
    end_time = time_field(label=_("Ends at"))
    speakers = PeopleField(
        label=_("Who speaks"),
        queryset=Participant.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Who comes as a speaker, or whose proposal was accepted. Readers of the programme see the names."),
    )
    also = PersonField(
        label=_("Somebody else who comes"),
        queryset=Participant.objects.none(),
        required=False,
        empty_label=_("nobody else"),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Session
        fields = ("title", "description", "track", "room")
        widgets = {"description": forms.Textarea(attrs={"rows": 5})}

    field_order = ("title", "description", "start_day", "start_time", "end_time", "room", "track", "speakers", "also")

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = dict(self.fields)
        session = self.instance if self.instance.pk else None
        fields["speakers"].queryset = people_to_speak(event, session)
        fields["also"].queryset = people_who_come(event)
        if not fields["speakers"].queryset.exists():
            del self.fields["speakers"]
        if session is not None:
            self._times_of(session)
        else:
            self.initial.setdefault("start_day", timezone.localdate(event.date[0]))

    def clean(self) -> dict[str, Any]:
        """With `starts_at` and `ends_at` from day and times, and all speakers in one list."""
        said = super().clean() or {}
        day, begins, ends = said.get("start_day"), said.get("start_time"), said.get("end_time")
        if day and begins and ends:
            said["starts_at"], said["ends_at"] = moment_of(day, begins), moment_of(day, ends)
            if said["ends_at"] <= said["starts_at"]:
                self.add_error("end_time", _("The end lies before the beginning."))
        also = said.get("also")
        said["people"] = [*(said.get("speakers") or ()), *([also] if also else [])]
        return said

    def have_read(self, sign: str) -> None:
        """The conflicts that are shown now; with the next press they are known."""
        given: Any = self.data
        given = given.copy()
        given["seen"] = sign
        self.data = given

    def _post_clean(self) -> None:
        """Nothing is stored from here: an action records it."""

    def _times_of(self, session: Session) -> None:
        begins, ends = timezone.localtime(session.starts_at), timezone.localtime(session.ends_at)
        self.initial.update(start_day=begins.date(), start_time=begins.time(), end_time=ends.time())
        self.initial["speakers"] = list(session.speakers.values_list("pk", flat=True))
