"""Forms of the member directory: they validate and never save."""

from __future__ import annotations

from typing import Any

from django import forms

from cms.models import Topic
from plugins.api.access import Actor, visible_to
from plugins.membership.models import MemberProfile


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


class QuestionForm(forms.Form):
    """What somebody looks for in the directory. What makes no sense is passed over: people type addresses too."""

    q = forms.CharField(required=False, max_length=100)
    county = forms.CharField(required=False, max_length=5)
    topic = forms.CharField(required=False, max_length=100)
