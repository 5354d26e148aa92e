"""The form of a room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plugins.events.models import VideoRoom
from plugins.events.rooms import offered


class RoomForm(forms.ModelForm[VideoRoom]):
    """Where people meet by video."""

    class Meta:
        model = VideoRoom
        fields = ("provider", "link")
        widgets = {"provider": forms.RadioSelect, "link": forms.URLInput(attrs={"autocomplete": "off"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["provider"].choices = choices = offered()
        if len(choices) == 1:  # an address of one's own, which is always possible
            self.initial["provider"] = choices[0][0]
            fields["link"].required = True
        fields["link"].label = _("Address of your own room")

    def _post_clean(self) -> None:
        """Nothing is stored from here: an action records it."""
