"""Forms about working groups. They check and never save."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.models import Topic
from workspace.actions.groups import LEAST, MOST
from workspace.actions.life import PAGE
from workspace.models import Draft, GroupRole, Owner, WorkingGroup


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class AboutGroup(forms.ModelForm[WorkingGroup]):
    """What every group says about itself, proposed or at work."""

    topics = forms.ModelMultipleChoiceField(
        label=_("Topics"),
        queryset=Topic.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    least_counties = forms.IntegerField(
        label=_("Least number of counties"),
        min_value=LEAST,
        max_value=MOST,
        initial=3,
        help_text=_("The group exists once so many counties take part. Nobody has to allow it."),
    )

    def __init__(self, *args: Any, topics: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["topics"]
        chosen.queryset = topics
        if not topics:
            del self.fields["topics"]

    def _post_clean(self) -> None:
        """The group stays as it is stored: an action changes it."""

    def changes(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("topics", "confirmed")}


WIDGETS = {
    "question": lines(3),
    "expected_result": lines(2),
    "wanted": lines(2),
    "mandate": lines(5),
    "planned_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    "visibility": forms.RadioSelect,
    "join": forms.RadioSelect,
    "past": forms.RadioSelect,
}


class ProposalForm(AboutGroup):
    """A group that does not exist yet."""

    class Meta:
        model = WorkingGroup
        fields = ("title", "question", "expected_result", "wanted", "planned_until", "visibility", "join")
        widgets = {name: WIDGETS[name] for name in fields if name in WIDGETS}

    field_order = (
        *("title", "question", "expected_result", "wanted", "planned_until", "topics"),
        *("visibility", "join", "least_counties"),
    )


class SettingsForm(AboutGroup):
    """A group that exists. The box to confirm is there once the change would show something to more people."""

    confirmed = forms.BooleanField(label=_("Yes, more people are to see this"), required=False)

    class Meta:
        model = WorkingGroup
        fields = (
            *("title", "question", "mandate", "expected_result", "wanted", "planned_until"),
            *("visibility", "shows_members", "join", "past", "quorum"),
        )
        widgets = {name: WIDGETS[name] for name in fields if name in WIDGETS}

    field_order = (
        *("confirmed", "title", "question", "mandate", "expected_result", "wanted", "planned_until", "topics"),
        *("visibility", "shows_members", "join", "past", "quorum", "least_counties"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.is_founded:
            return
        del self.fields["least_counties"]


class RequestForm(forms.Form):
    """A sentence to those who coordinate."""

    text = forms.CharField(
        label=_("Why do you want to take part?"),
        help_text=_("One or two sentences. Those who coordinate the group read it."),
        max_length=1000,
        widget=lines(4),
    )
    via_office = forms.BooleanField(
        label=_("By way of the programme office: it reads the request and passes it on"), required=False
    )


class ReasonForm(forms.Form):
    """A refusal or an end, with its reason."""

    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=lines(3))

    def __init__(self, *args: Any, help_text: Any = "", required: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = help_text
        self.fields["reason"].required = required


class RoleForm(forms.Form):
    """What somebody does in the group."""

    role = forms.ChoiceField(
        label=_("What this person does"),
        choices=[
            (GroupRole.COORDINATOR, _("Coordinates: leads the group, decides who comes in, changes its settings")),
            (GroupRole.WRITER, _("Writes: takes part in everything")),
            (GroupRole.ADVISER, _("Suggests: reads, comments and suggests changes")),
        ],
        widget=forms.RadioSelect,
    )


class ReportForm(forms.Form):
    """One page."""

    text = forms.CharField(
        label=_("Report"),
        max_length=PAGE,
        help_text=_("One page is enough: what was done, what came of it, what is still open."),
        widget=lines(14),
    )


class ClosingForm(ReportForm):
    """The last page, and what becomes of each draft: it closes, or others go on with it."""

    def __init__(self, *args: Any, drafts: Sequence[Draft], heirs: Sequence[Owner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("Closing report")
        self.drafts = drafts
        self.heirs = {f"{heir._meta.model_name}-{heir.pk}": heir for heir in heirs}
        goes_on = [(key, _("%(owner)s goes on with it") % {"owner": heir}) for key, heir in self.heirs.items()]
        for draft in drafts:
            self.fields[f"draft-{draft.pk}"] = forms.ChoiceField(
                label=_("What becomes of the draft “%(draft)s”?") % {"draft": draft},
                choices=[("", _("It closes with the group and can still be read")), *goes_on],
                required=False,
                widget=forms.RadioSelect,
                help_text=_(
                    "Whoever goes on with it reads it with all that was said beside it, and this group no longer does."
                ),
            )

    def chosen_heirs(self) -> dict[int, Owner]:
        """Primary key of each draft that goes on, and with whom."""
        chosen = {draft.pk: self.cleaned_data[f"draft-{draft.pk}"] for draft in self.drafts}
        return {pk: self.heirs[key] for pk, key in chosen.items() if key}


class InvitationForm(forms.Form):
    """The people to invite, by name and county, and a sentence to them."""

    people = forms.MultipleChoiceField(
        label=_("Whom do you invite?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one person.")},
    )
    text = forms.CharField(label=_("A sentence to them"), required=False, max_length=1000, widget=lines(3))

    def __init__(self, *args: Any, people: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["people"]
        chosen.choices = [(str(pk), label) for pk, label in people]


class NothingToFill(forms.Form):
    """Only the button."""
