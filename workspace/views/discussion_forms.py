"""What people fill in to begin a discussion, to say something, and to decide who reads it."""

from __future__ import annotations

from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.accounts.models import User
from cms.models import Quotability, Topic
from plugins.api.access import Actor
from plugins.api.errors import Invalid
from workspace.models import Discussion, DiscussionReach, WorkingGroup
from workspace.policies.discussions import starting
from workspace.queries.discussions import groups_to_write_in, topics_for
from workspace.queries.readers import people_to_choose
from workspace.views.attaching import WithFiles


class WritingArea(forms.Textarea):
    """A field for text, with the bar of buttons that the editor shows (static_src/writing.js)."""

    template_name = "components/writing.html"

    def __init__(self) -> None:
        super().__init__(attrs={"rows": 7})


class FindField(forms.TextInput):
    """A few letters of a name, with the button that shortens the list below; it works without a script."""

    template_name = "diskussionen/find.html"

    def __init__(self) -> None:
        super().__init__(attrs={"autocomplete": "off"})


class WritingForm(forms.Form):
    """Something to say: typed as plain text, or in Markdown by the editor that the browser puts in its place."""

    text = forms.CharField(
        label=gettext_lazy("Your post"),
        help_text=gettext_lazy(
            "An empty line begins a new paragraph, “- ” a list. Address somebody with @First name Last name."
        ),
        error_messages={"required": gettext_lazy("Please write something first.")},
        widget=WritingArea,
    )
    is_formatted = forms.BooleanField(required=False, widget=forms.HiddenInput)


class PostForm(WritingForm, WithFiles):
    """A post in a discussion that exists."""

    quoted = forms.IntegerField(required=False, widget=forms.HiddenInput)

    field_order = ("text", "file")


class ReasonForm(forms.Form):
    """Why those who are responsible should look at a post."""

    reason = forms.CharField(
        label=gettext_lazy("What is wrong with it?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class ResolutionForm(forms.Form):
    """What became of a report."""

    resolution = forms.CharField(
        label=gettext_lazy("What was done?"),
        help_text=gettext_lazy("Whoever reported the post reads this."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ReadersForm(forms.Form):
    """For whom a discussion is, and what may be passed on."""

    audience = forms.ChoiceField(label=gettext_lazy("Who reads it?"), widget=forms.RadioSelect)
    looked_for = forms.CharField(
        label=gettext_lazy("Find a person"),
        help_text=gettext_lazy("Shortens the list below. Who is ticked stays in it."),
        required=False,
        max_length=100,
        widget=FindField,
    )
    persons: forms.ModelMultipleChoiceField[User] = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Named persons"),
        help_text=gettext_lazy("Only if you have chosen “named persons” above."),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    quotable = forms.ChoiceField(
        label=gettext_lazy("May others quote from it outside?"),
        choices=Quotability.choices,
        initial=Quotability.NO,
        widget=forms.RadioSelect,
    )
    agreed_to = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, actor: Actor, already: Discussion | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups: dict[str, WorkingGroup] = {f"group:{group.pk}": group for group in groups_to_write_in(actor)}
        choices = [(value, _("Only “%(group)s”") % {"group": group}) for value, group in self.groups.items()]
        if starting(actor, None, DiscussionReach.MEMBERS):
            choices.append((DiscussionReach.MEMBERS.value, _("All members and the programme office")))
            choices.append((DiscussionReach.PERSONS.value, _("Only named persons and you")))
        self.fields["audience"].choices = choices  # type: ignore[attr-defined]
        people = people_to_choose(actor, already)
        self.fields["persons"].queryset = people  # type: ignore[attr-defined]
        if words := str(self["looked_for"].value() or "").casefold().split():
            ticked = {str(getattr(one, "pk", one)) for one in self["persons"].value() or ()}
            self.fields["persons"].widget.choices = [
                (person.pk, str(person))
                for person in people
                if str(person.pk) in ticked or all(word in str(person).casefold() for word in words)
            ]

    @classmethod
    def shortened(cls, given: QueryDict, **more: Any) -> Self:
        """The form as it was filled in, with the list of persons as short as was asked for; nothing is checked yet."""
        many = ("persons", "topics")
        filled = {name: given.getlist(name) if name in many else given[name] for name in given}
        return cls(None, initial=filled, **more)

    def readers(self) -> dict[str, Any]:
        """What was chosen, as the actions take it."""
        chosen = self.cleaned_data["audience"]
        return {
            "reach": chosen.partition(":")[0],
            "group": self.groups.get(chosen),
            "persons": list(self.cleaned_data["persons"]),
            "quotable": self.cleaned_data["quotable"],
        }


class TitleForm(forms.Form):
    """What a discussion is called, and what it is about."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=150)
    topics: forms.ModelMultipleChoiceField[Topic] = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Topics"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"].queryset = topics_for(actor)  # type: ignore[attr-defined]


class StartForm(ReadersForm, WritingForm, WithFiles):
    """A new discussion."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=150)
    topics: forms.ModelMultipleChoiceField[Topic] = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Topics"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )

    field_order = ("title", "text", "file", "audience", "looked_for", "persons", "quotable", "topics")

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        self.fields["topics"].queryset = topics_for(actor)  # type: ignore[attr-defined]


def as_chosen(discussion: Discussion) -> dict[str, Any]:
    """The present readers, for the form that changes them."""
    audience = f"group:{discussion.group_id}" if discussion.group_id else discussion.reach
    return {"audience": audience, "persons": discussion.persons.all(), "quotable": discussion.quotable}


def tell(form: forms.Form, invalid: Invalid) -> None:
    """What an action could not use, at its field; what is not on the form, above it."""
    for field, sentences in invalid.errors.items():
        form.add_error(field if field in form.fields and not form.fields[field].widget.is_hidden else None, sentences)
