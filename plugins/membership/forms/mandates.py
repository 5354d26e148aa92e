"""What the office says about a guest."""

from __future__ import annotations

from email.utils import parseaddr
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.actions.people import NewPerson, insist_on_nameable
from cms.models import KINDS, Topic
from plugins.api.access import Actor, visible_to
from plugins.api.adapters.forms import day_field
from plugins.api.errors import Invalid
from plugins.api.extensions import MandateScope
from plugins.membership.models import GuestMandate
from plugins.membership.queries.mandate_things import choosable, scope_field
from plugins.membership.queries.mandates import possible_sponsors
from workspace.models import GroupState, WorkingGroup

MOST_PEOPLE = 20


class PeopleField(forms.CharField):
    """One person a line: an address, or a name with the address in angle brackets."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: str | None) -> Any:
        lines = [line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]
        return [self._person(line) for line in lines]

    def prepare_value(self, value: Any) -> Any:
        return value

    def validate(self, value: Any) -> None:
        super().validate(value)
        if len(value) > MOST_PEOPLE:
            raise forms.ValidationError(_("At most 20 people for one mandate."))
        for named in value:
            try:
                insist_on_nameable(named)
            except Invalid as invalid:
                sentences = [one for found in invalid.errors.values() for one in found]
                raise forms.ValidationError([f"{named.email or value}: {one}" for one in sentences]) from invalid

    def run_validators(self, value: Any) -> None:
        """Those of a text field say nothing about people."""

    @staticmethod
    def _person(line: str) -> NewPerson:
        name, address = parseaddr(line)
        first, _sep, last = name.rpartition(" ")
        return NewPerson(address or line, first, last)


class MandateForm(forms.ModelForm[GuestMandate]):
    """A new mandate, with the people it is for and the reason that members read."""

    people = PeopleField(
        label=gettext_lazy("People"),
        help_text=gettext_lazy(
            "One a line, for example “Marta Beispiel &lt;marta@example.org&gt;”. Who has no account is invited by mail."
        ),
    )
    topics = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Topics"),
        queryset=Topic.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Every entry of each of these topics."),
    )
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Kinds of entry"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Every entry of each of these kinds. Topics and kinds add up."),
    )
    groups = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Working groups"),
        queryset=WorkingGroup.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("They are asked. The guest reads and talks there once the coordinators agree."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("All members read it among the decisions of the programme office."),
    )
    start = day_field(label=gettext_lazy("From"))
    end = day_field(label=gettext_lazy("Until"), help_text=gettext_lazy("The last day; at midnight everything ends."))
    review_on = day_field(
        label=gettext_lazy("To be reviewed on"),
        required=False,
        help_text=gettext_lazy("When the programme office looks at it again."),
    )

    class Meta:
        model = GuestMandate
        fields = (
            *("institution", "function", "role", "people", "sponsor", "start", "end", "review_on"),
            *("topics", "kinds", "groups", "is_named_in_public", "reason"),
        )
        widgets = {"function": forms.RadioSelect, "role": forms.Textarea(attrs={"rows": 3})}

    own = ("institution", "function", "role", "sponsor", "start", "end", "review_on", "kinds", "is_named_in_public")

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scopes: list[MandateScope] = []
        fields: dict[str, Any] = dict(self.fields)
        fields["kinds"].choices = [(kind, model._meta.verbose_name_plural) for kind, model in KINDS.items()]
        fields["topics"].queryset = visible_to(actor, Topic.objects.order_by("title"))
        open_groups = WorkingGroup.objects.exclude(state=GroupState.CLOSED)
        fields["groups"].queryset = visible_to(actor, open_groups).order_by("title")
        fields["sponsor"].queryset = possible_sponsors()
        fields["sponsor"].required = True
        for name in ("topics", "groups"):
            if not fields[name].queryset.exists():
                del self.fields[name]
        self._offer_things(actor)

    def _post_clean(self) -> None:
        """Nothing is stored from here: an action records it."""

    def _offer_things(self, actor: Actor) -> None:
        """After the groups, what other packages offer now."""
        for scope, offered in choosable(actor):
            self.fields[scope_field(scope.name)] = forms.MultipleChoiceField(
                label=str(scope.title),
                choices=offered,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=str(scope.text),
            )
            self.scopes.append(scope)
        last = ("is_named_in_public", "reason")
        self.order_fields([*(name for name in self.fields if name not in last), *last])

    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.own}

    def things(self) -> dict[str, list[str]]:
        """Of each scope the keys of what the mandate names."""
        return {scope.name: self.cleaned_data[scope_field(scope.name)] for scope in self.scopes}


class EndMandateForm(forms.Form):
    """The last day, and why."""

    end = day_field(label=gettext_lazy("Last day"), help_text=gettext_lazy("At midnight everything ends."))
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("All members read it among the decisions of the programme office."),
    )
