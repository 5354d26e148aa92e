"""Whom to invite, and what is answered."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor
from plugins.events.models import Answer, Event, Participant, ParticipantRole
from plugins.events.queries.recipients import (
    Choice,
    Outside,
    groups_to_invite,
    may_be_for_many,
    people_found,
    topics_to_invite,
)


class AnyOf(forms.MultipleChoiceField):
    """More can be chosen than is shown at once; who may be invited, the list of recipients says."""

    def valid_value(self, value: Any) -> bool:
        return str(value).isdecimal()


class SomebodyOfTheEvent(forms.ModelChoiceField):
    """One of those who are invited, by name."""

    def label_from_instance(self, obj: Participant) -> str:
        return obj.called


class ManyForm(forms.Form):
    """All members, a group, or whoever works on a topic."""

    whom = forms.ChoiceField(label=_("Whom do you invite?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, event: Event, actor: Actor, words: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whom = self.fields["whom"]
        assert isinstance(whom, forms.ChoiceField)
        groups = [(f"group:{one.pk}", gettext("Working group “%s”") % one) for one in groups_to_invite(actor)]
        if may_be_for_many(event):
            topics = topics_to_invite(actor)
            of_topics = [(f"topic:{one.pk}", gettext("Whoever works on “%s”") % one.title) for one in topics]
            whom.choices = [("members", gettext("All members")), *groups, *of_topics]
        else:
            whom.choices = groups

    def choice(self) -> Choice:
        kind, _sep, key = self.cleaned_data["whom"].partition(":")
        match kind:
            case "group":
                return Choice(group=int(key))
            case "topic":
                return Choice(topic=int(key))
        return Choice(everybody=True)


class PersonsForm(forms.Form):
    """People of the forum one by one, found by name or county."""

    people = AnyOf(
        label=_("Whom do you invite?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one person.")},
    )

    def __init__(self, *args: Any, event: Event, actor: Actor, words: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = self.fields["people"]
        assert isinstance(people, forms.MultipleChoiceField)
        choices, self.count = people_found(event, words)
        people.choices = choices
        self.shown = len(choices)
        self.words = words

    @property
    def has_more(self) -> bool:
        return self.count > self.shown

    def choice(self) -> Choice:
        return Choice(people=tuple(int(pk) for pk in self.cleaned_data["people"]))


class OutsideForm(forms.Form):
    """Somebody without an account: who speaks, who accompanies somebody, who comes as a guest."""

    name = forms.CharField(label=_("Name"), max_length=150)
    email = forms.EmailField(label=_("E-mail address"))
    role = forms.ChoiceField(
        label=_("Comes as"),
        widget=forms.RadioSelect,
        choices=ParticipantRole.choices,
        initial=ParticipantRole.SPEAKER,
    )
    accompanies = SomebodyOfTheEvent(
        label=_("Accompanies"), queryset=Participant.objects.none(), required=False, empty_label=_("Nobody")
    )
    told = forms.CharField(
        label=_("What the person should know"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example which session, when and where. Only this person and the organisers read it."),
    )

    def __init__(self, *args: Any, event: Event, actor: Actor, words: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        accompanies = self.fields["accompanies"]
        assert isinstance(accompanies, SomebodyOfTheEvent)
        people = Participant.objects.of(event).select_related("person").order_by("pk")
        accompanies.queryset = people.exclude(role=ParticipantRole.COMPANION)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("role") == ParticipantRole.COMPANION and not said.get("accompanies"):
            self.add_error("accompanies", _("Choose whom the person accompanies."))
        return said

    def choice(self) -> Choice:
        said = self.cleaned_data
        accompanied = said["accompanies"].pk if said["accompanies"] else None
        return Choice(outside=Outside(said["name"], said["email"], said["role"], said["told"], accompanied))


WAYS: Final[dict[str, type[ManyForm] | type[PersonsForm] | type[OutsideForm]]] = {
    "viele": ManyForm,
    "personen": PersonsForm,
    "von-aussen": OutsideForm,
}
"""The ways to choose people, by the last part of their address."""


class SendForm(forms.Form):
    """The second step: the list was seen. Late first invitations say why."""

    late_reason = forms.CharField(
        label=_("Why so late"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Whoever is invited reads it, and it stands on the page of the event."),
        error_messages={"required": _("Say why the invitation goes out so late: it stands in the invitation.")},
    )

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_reason:
            del self.fields["late_reason"]


class AnswerForm(forms.ModelForm[Participant]):
    """Yes or no, and why not for whoever wants to say it."""

    class Meta:
        model = Participant
        fields = ("answer", "excuse")
        widgets: ClassVar = {"answer": forms.RadioSelect, "excuse": forms.Textarea(attrs={"rows": 2})}
        labels: ClassVar = {"answer": _("Do you come?"), "excuse": _("Note, if you do not come")}
        help_texts: ClassVar = {"excuse": _("Only whoever organises the event reads it.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer = self.fields["answer"]
        assert isinstance(answer, forms.ChoiceField)
        answer.required = True
        answer.choices = [(Answer.YES, gettext("Yes, I come")), (Answer.NO, gettext("No, I do not come"))]

    def _post_clean(self) -> None:
        """Nothing is stored from here: an action records it."""


class NameForm(forms.Form):
    """How somebody without an account is called."""

    name = forms.CharField(label=_("Name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"}))
