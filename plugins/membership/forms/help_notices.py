"""The form of an offer or request of help."""

from __future__ import annotations

from typing import Any

from django import forms

from cms.models import Topic
from plugins.api.access import Actor, visible_to
from plugins.membership.models import HelpKind, HelpNotice


class HelpForm(forms.ModelForm[HelpNotice]):
    """A few lines, their topics, and until when they hang."""

    class Meta:
        model = HelpNotice
        fields = ("kind", "title", "text", "topics", "until")
        widgets = {
            "kind": forms.RadioSelect,
            "text": forms.Textarea(attrs={"rows": 5}),
            "topics": forms.CheckboxSelectMultiple,
            "until": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind, topics = self.fields["kind"], self.fields["topics"]
        assert isinstance(kind, forms.ChoiceField) and isinstance(topics, forms.ModelMultipleChoiceField)
        kind.choices = HelpKind.choices
        topics.queryset = visible_to(actor, Topic.objects.all())
