"""Forms of an application, for the applicant, her second reader and the office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plugins.membership.actions.application_letters import ACCEPTED
from plugins.membership.models import Application, ApplicationOutcome, ApplicationPart
from plugins.membership.models.applications import FIELDS, NEEDED

NO_ADDRESS = _("This is not a complete e-mail address, such as name@example.org.")


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def address_field(label: Any, help_text: Any = "") -> forms.EmailField:
    return forms.EmailField(
        label=label,
        help_text=help_text,
        error_messages={"invalid": NO_ADDRESS, "required": NO_ADDRESS},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class BeginForm(forms.Form):
    """Where the link goes."""

    email = address_field(
        _("E-mail address of your county"),
        _("Your own at work. We send the link to your application there, and nothing else."),
    )


class PartForm(forms.ModelForm[Application]):
    """One part of an application. Half filled is saved too: what is needed is only insisted on when it is handed in."""

    use_required_attribute = False

    class Meta:
        model = Application
        fields = [name for names in FIELDS.values() for name in names]
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "function": forms.TextInput(attrs={"autocomplete": "organization-title"}),
            "telephone": forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
            "reasons": lines(10),
            "contribution": lines(10),
            "resources": lines(6),
        }
        help_texts = {
            "telephone": _("For questions of the programme office."),
            "reasons": _("What do you work on, and what do you want to learn from others?"),
            "contribution": _("For example a project that works, a concept, a person with much experience."),
            "resources": _("For example: four hours a week, agreed with the head of the department."),
        }

    def __init__(self, *args: Any, part: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - set(FIELDS[part]):
            del self.fields[name]
        self._say_what_is_needed(True)

    def full_clean(self) -> None:
        """An empty field is no mistake."""
        self._say_what_is_needed(False)
        super().full_clean()
        self._say_what_is_needed(True)

    def _post_clean(self) -> None:
        """The application stays as it is stored: an action changes it."""

    def _say_what_is_needed(self, is_needed: bool) -> None:
        for name in set(self.fields) & set(NEEDED):
            self.fields[name].required = is_needed


class LetterForm(forms.Form):
    """The letter of the county."""

    file = forms.FileField(
        label=_("Letter of the county"),
        help_text=_("A PDF or a picture (JPG, PNG) up to 10 MB, signed by whoever decides in your county."),
        error_messages={
            "required": _("Please choose the file."),
            "empty": _("The file is empty. Please choose again."),
        },
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )


class ReaderForm(forms.Form):
    """Who reads along."""

    email = address_field(_("E-mail address of the second person"), _("For example your superior."))


class CommentForm(forms.Form):
    """What the second reader says."""

    text = forms.CharField(
        label=_("Your comment"),
        max_length=2000,
        widget=lines(5),
        error_messages={"required": _("Please write what you want to say.")},
    )


class AnswerForm(forms.Form):
    """To what the office asked."""

    answer = forms.CharField(
        label=_("Your answer"),
        max_length=2000,
        widget=lines(5),
        error_messages={"required": _("Please answer in a sentence, even if you only say that it is done.")},
    )


class NothingToFill(forms.Form):
    """Only the button."""


class NoteForm(forms.Form):
    """For the office."""

    text = forms.CharField(
        label=_("Note"),
        help_text=_("Only the programme office reads it."),
        max_length=4000,
        widget=lines(4),
        error_messages={"required": _("Please write what you want to note.")},
    )


class AskForm(forms.Form):
    """One question about one part."""

    part = forms.ChoiceField(
        label=_("Part"),
        help_text=_("The applicant can change this part and no other until she has answered."),
        choices=ApplicationPart.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose the part that you ask about.")},
    )
    text = forms.CharField(
        label=_("Question"),
        help_text=_("The applicant reads it behind the link. The mail does not contain it."),
        max_length=2000,
        widget=lines(5),
        error_messages={"required": _("Please write the question.")},
    )


class DecisionForm(forms.Form):
    """What was decided, in the words that the applicant will read."""

    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=ApplicationOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose the decision.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The applicant reads this."),
        max_length=4000,
        widget=lines(8),
        error_messages={"required": _("Please give the reason: the applicant reads it.")},
    )
    conditions = forms.CharField(
        label=_("Conditions"),
        help_text=_("If there are any: what has to be done, and until when."),
        required=False,
        max_length=2000,
        widget=lines(4),
    )
    way_back = forms.CharField(
        label=_("Way back"),
        help_text=_("If the county is declined: how and when it can apply again."),
        required=False,
        max_length=2000,
        widget=lines(4),
    )


class OfferForm(forms.Form):
    """Who may take the other seat."""

    name = forms.CharField(label=_("Name"), max_length=150)
    email = address_field(_("E-mail address"), _("This person gets a link and takes the seat with it."))


class SeatForm(forms.Form):
    """The account that goes with a seat."""

    first_name = forms.CharField(
        label=_("First name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=_("Last name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    password = forms.CharField(
        label=_("Password"),
        help_text=_("At least twelve characters. A sentence that only you know is easy to remember."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=False),
        strip=False,
    )
    again = forms.CharField(
        label=_("Password once more"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=False),
        strip=False,
    )

    def clean(self) -> dict[str, Any]:
        """Both passwords are the same."""
        cleaned = super().clean() or {}
        if cleaned.get("password") and cleaned.get("again") and cleaned["password"] != cleaned["again"]:
            self.add_error("again", _("This is another password than the one above."))
        return cleaned
