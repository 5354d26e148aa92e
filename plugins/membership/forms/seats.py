"""What the office says about a seat: who gets it, who takes it over, and what becomes of each thing."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.translation import gettext_lazy as _

from cms.actions.people import NewPerson, insist_on_nameable
from plugins.api.adapters.forms import day_field, refuse
from plugins.api.errors import Invalid
from plugins.api.handing_over import CLOSE, COUNTY, SUCCESSOR
from plugins.membership.queries.seats import Left

WHERE_TO = {SUCCESSOR: _("to the successor"), COUNTY: _("to the county"), CLOSE: _("close")}
SOMEBODY, NOBODY = "somebody", "nobody"
END_OF_DAY = time(23, 59)


class NamingForm(forms.Form):
    """Names a person by address, with a name where there is no account yet."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Whoever has an account with it keeps that account. Otherwise the person is invited by mail."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    first_name = forms.CharField(
        label=_("First name"), required=False, max_length=150, help_text=_("Only for somebody without an account.")
    )
    last_name = forms.CharField(
        label=_("Last name"), required=False, max_length=150, help_text=_("Only for somebody without an account.")
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("email"):
            try:
                insist_on_nameable(self.named(data))
            except Invalid as invalid:
                refuse(self, invalid)
        return data

    @staticmethod
    def named(data: dict[str, Any]) -> NewPerson:
        return NewPerson(data["email"], data.get("first_name", ""), data.get("last_name", ""))


class SeatForm(NamingForm):
    """Somebody new for a free seat."""

    start = day_field(label=_("Sits for the county from"))
    is_named_in_public = forms.BooleanField(
        label=_("The county may be named on the public home page"),
        required=False,
        help_text=_("Only if the county agreed."),
    )

    def __init__(self, *args: Any, is_named: bool, **kwargs: Any) -> None:
        """A county that is named already is not asked for a second time."""
        super().__init__(*args, **kwargs)
        if is_named:
            del self.fields["is_named_in_public"]


class HandOverForm(NamingForm):
    """Who takes over, when access ends, and for each thing where it goes."""

    takes_over = forms.ChoiceField(
        label=_("Does somebody take over the seat?"),
        choices=[(SOMEBODY, _("Yes, this person:")), (NOBODY, _("Nobody for now; the seat is free then"))],
        widget=forms.RadioSelect,
    )
    end_day = day_field(label=_("Last day of the seat"))
    end_time = forms.TimeField(
        label=_("Access ends at"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("From this minute on pages, programs, feeds and open windows show nothing for members any more."),
    )

    use_required_attribute = False  # who takes over is asked only where somebody does
    field_order = ("takes_over", "email", "first_name", "last_name", "end_day", "end_time")

    def __init__(self, *args: Any, things: list[Left], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.things = things
        has_successor = (self.data if self.is_bound else self.initial).get("takes_over") != NOBODY
        self.fields["email"].required = has_successor
        for left in things:
            thing = left.thing
            self.fields[left.key] = forms.ChoiceField(
                label=thing.title,
                choices=[(choice, WHERE_TO[choice]) for choice in thing.choices],
                widget=forms.RadioSelect,
                initial=thing.proposed(has_successor=has_successor),
                help_text=_note(left),
            )

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("takes_over") == NOBODY:
            for left in self.things:
                if data.get(left.key) == SUCCESSOR:
                    self.add_error(left.key, _("Nobody takes over the seat: choose something else."))
            return data
        return super().clean()

    def successor(self) -> NewPerson | None:
        return self.named(self.cleaned_data) if self.cleaned_data["takes_over"] == SOMEBODY else None

    def ends_at(self) -> datetime:
        """In the forum's own time."""
        chosen = datetime.combine(self.cleaned_data["end_day"], self.cleaned_data["end_time"])
        return timezone.make_aware(chosen)

    def choices(self) -> dict[str, str]:
        return {left.key: self.cleaned_data[left.key] for left in self.things}

    def about_seat(self) -> list[forms.BoundField]:
        return [self[name] for name in self.field_order]

    def parts(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The fields of the things, package by package."""
        titles = dict.fromkeys(left.record.title for left in self.things)
        return [(title, [self[left.key] for left in self.things if left.record.title == title]) for title in titles]


def _note(left: Left) -> str:
    if not left.thing.url:
        return escape(left.thing.note)
    return format_html('{} <a href="{}">{}</a>', left.thing.note, left.thing.url, _("Look at it"))
