"""Forms of the member directory: they validate and never save."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.models import Topic
from plugins.api.access import Actor, visible_to
from plugins.membership.models import MemberProfile

SEEN_BY: dict[str, str | Promise] = {
    "topics": _("All members, the editors and the programme office see them."),
    "competences": _("All members, the editors and the programme office see it."),
    "shows_email": _("Without the tick only the programme office and the administration see it, and your mentor."),
    "telephone": _("Nobody sees it unless you say so below; your mentor sees it while you are accompanied."),
    "shows_telephone": _("With the tick all members, the editors and the programme office see it on your page."),
}
"""For each field who sees what stands in it."""


class ProfileForm(forms.ModelForm[MemberProfile]):
    """What a person shows other members."""

    class Meta:
        model = MemberProfile
        fields = ("is_listed", "topics", "competences", "shows_email", "telephone", "shows_telephone", "stays_named")
        widgets = {
            "topics": forms.CheckboxSelectMultiple,
            "competences": forms.Textarea(attrs={"rows": 4}),
            "telephone": forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        }

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topics = self.fields["topics"]
        assert isinstance(topics, forms.ModelMultipleChoiceField)
        topics.queryset = visible_to(actor, Topic.objects.all())
        for name, sentence in SEEN_BY.items():
            self.fields[name].help_text = f"{self.fields[name].help_text} {sentence}".strip()


class QuestionForm(forms.Form):
    """What somebody looks for in the directory. What makes no sense is passed over: people type addresses too."""

    q = forms.CharField(required=False, max_length=100)
    county = forms.CharField(required=False, max_length=5)
    topic = forms.CharField(required=False, max_length=100)
