"""Forms of mentoring: they validate and never save."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.models import Topic
from plugins.api.access import Actor, visible_to
from plugins.membership.models import ClosingAnswer, MentorChange, MentorOffer, Mentorship, MentorshipStep
from plugins.membership.queries.mentor_proposals import Proposal

YES_OR_NO = ((True, gettext_lazy("Yes")), (False, gettext_lazy("No")))


class OfferForm(forms.ModelForm[MentorOffer]):
    """What a member offers."""

    class Meta:
        model = MentorOffer
        fields = ("capacity", "topics", "sentence", "paused_until", "is_shown")
        widgets = {
            "topics": forms.CheckboxSelectMultiple,
            "sentence": forms.Textarea(attrs={"rows": 2}),
            "paused_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topics = self.fields["topics"]
        assert isinstance(topics, forms.ModelMultipleChoiceField)
        topics.queryset = visible_to(actor, Topic.objects.all())


class ProposalForm(forms.Form):
    """Which of the proposed mentors is asked."""

    mentor = forms.ChoiceField(
        label=gettext_lazy("Whom do you ask?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one of the mentors who are proposed.")},
    )

    def __init__(self, *args: Any, proposed: list[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposed = proposed
        self.fields["mentor"].choices = [(str(one.person.pk), _in_words(one)) for one in proposed]  # type: ignore[attr-defined]

    def chosen(self) -> Proposal | None:
        """The mentor who was picked; None before that."""
        wanted = self.cleaned_data.get("mentor") if self.is_bound and self.is_valid() else None
        return next((one for one in self.proposed if str(one.person.pk) == wanted), None)


class DeclineForm(forms.ModelForm[Mentorship]):
    """A sentence for the office, for whoever wants to say one."""

    class Meta:
        model = Mentorship
        fields = ("decline_reason",)
        widgets = {"decline_reason": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"decline_reason": gettext_lazy("You need not say why. Only the programme office reads it.")}


class SkipForm(forms.ModelForm[MentorshipStep]):
    """Why a step is left out."""

    class Meta:
        model = MentorshipStep
        fields = ("word",)
        help_texts = {
            "word": gettext_lazy("For example: “done before”. The other one and the programme office read it.")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["word"].required = True


class ChangeForm(forms.ModelForm[MentorChange]):
    """What the office should know."""

    class Meta:
        model = MentorChange
        fields = ("text",)
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}


class ClosingForm(forms.ModelForm[ClosingAnswer]):
    """Three questions; the last one only for the new member."""

    recommends = forms.TypedChoiceField(
        label=gettext_lazy("Would you recommend it?"),
        choices=YES_OR_NO,
        coerce=lambda said: said == "True",
        widget=forms.RadioSelect,
    )
    would_mentor = forms.TypedChoiceField(
        label=gettext_lazy("Would you be a mentor in a year?"),
        choices=YES_OR_NO,
        coerce=lambda said: said == "True",
        widget=forms.RadioSelect,
        help_text=gettext_lazy("If you say yes you are asked once, in eleven months. You can still say no then."),
    )

    class Meta:
        model = ClosingAnswer
        fields = ("helped", "missing")
        widgets = {"helped": forms.Textarea(attrs={"rows": 4}), "missing": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, is_mentee: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_mentee:
            del self.fields["would_mentor"]


def _in_words(one: Proposal) -> str:
    """Name, county, what speaks for them."""
    counties = ", ".join(map(str, one.counties))
    return _("%(name)s, %(counties)s. %(reasons)s") % {
        "name": one.person,
        "counties": counties,
        "reasons": " ".join(one.reasons),
    }
