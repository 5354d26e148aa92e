"""The form of an entry: what it says, who reads it, how it is kept."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.widgets.slug import SlugInput

from cms.accounts.roles import ROLES
from cms.editing.confirming import ConfirmationPanel
from cms.editing.reading import ReadabilityPanel
from cms.models import Entry
from cms.queries.completeness import missing_in, sections_needed
from cms.queries.releases import release_state
from cms.slugs import free_slug
from plugins.api.adapters.http import actor_of

GERMAN_IN_ADDRESSES = [("[äÄ]", "ae"), ("[öÖ]", "oe"), ("[üÜ]", "ue"), ("ß", "ss")]
"""What the browser does to a title before it makes the address part; `cms.slugs` does the same for imports."""


class EntryForm(WagtailAdminPageForm):
    """A draft may be as incomplete as it likes; what is published or handed in has its expected sections, or a text in
    an order of its own.

    The person responsible is one of those who come here; whoever is responsible already stays so.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if self.instance._state.adding:
            for name in self.instance.sections:  # ready to be written in, without choosing a block first
                begun = {"type": "text", "value": "", "id": str(uuid4())}
                self.initial[name] = self.fields[name].block.to_python([begun])
        if self.instance.live_revision_id and self.instance.latest_revision_id == self.instance.live_revision_id:
            self.initial["update_note"] = ""  # what stands there was told with the published version
        if "responsible" in self.fields:
            people = self.fields["responsible"].queryset
            staff = Q(is_active=True) & (Q(groups__name__in=ROLES) | Q(is_superuser=True))
            kept = Q(pk=self.instance.responsible_id)
            self.fields["responsible"].queryset = people.filter(staff | kept).distinct()

    def clean_slug(self) -> str:
        """The browser makes it of the title a moment after the title is written; who saves sooner lacks nothing."""
        if self.cleaned_data["slug"]:
            return str(self.cleaned_data["slug"])
        beside = self.parent_page.get_children().exclude(pk=self.instance.pk)
        return free_slug(self.cleaned_data.get("title", ""), set(beside.values_list("slug", flat=True)))

    def clean_summary(self) -> str:
        """Browsers end lines in a way of their own; versions would differ where nobody sees a difference."""
        return "\n".join(self.cleaned_data["summary"].splitlines())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not self.is_deferred_validation:
            for name, sentences in sections_needed(self.instance, cleaned).items():
                self.add_error(name, sentences)
        return cleaned


class ReleasePanel(Panel):
    """One line above the text: what members read, what everybody reads, and what lies between."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "editing/release_panel.html"

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            entry = Entry.objects.get(pk=self.instance.pk).specific
            return {
                **super().get_context_data(parent_context),
                "entry": entry,
                "state": release_state(entry, actor_of(self.request)),
            }


class MissingPanel(Panel):
    """What an entry still lacks, before somebody tries to publish it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "editing/missing_panel.html"

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance.pk) and not self.instance.external_key

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "missing": missing_in(self.instance)}


class KeyInSourcePanel(FieldPanel):
    """Only imported entries have one."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance.external_key)


class UpdateNotePanel(FieldPanel):
    """Only what is published already can have changed."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance.live)


class TitlePanel(TitleFieldPanel):
    """A link to a new entry may bring its title along: `?title=…`."""

    class BoundPanel(TitleFieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.instance._state.adding and "title" in self.request.GET:
                self.form.initial["title"] = self.request.GET["title"]


def entry_form(kind: type[Entry]) -> TabbedInterface:
    """The form of one kind: its own sections between summary and further text."""
    text = [
        ReleasePanel(),
        ConfirmationPanel(),
        MissingPanel(),
        ReadabilityPanel(),
        TitlePanel("title"),
        FieldPanel("summary"),
        *(FieldPanel(name) for name in kind.sections),
        FieldPanel("body"),
        UpdateNotePanel("update_note"),
    ]
    readers = [
        FieldPanel("confidentiality", widget=forms.RadioSelect),
        FieldPanel("quotability", widget=forms.RadioSelect),
        FieldPanel("county"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        FieldPanel("tags"),
        FieldPanel("author_name"),
        FieldPanel("contact"),
        FieldRowPanel([FieldPanel("running_since"), FieldPanel("workload"), FieldPanel("costs")]),
        FieldPanel("legal_basis"),
        FieldPanel("sources"),
    ]
    keeping = [
        FieldRowPanel([FieldPanel("responsible"), FieldPanel("review_by")]),
        FieldPanel(
            "slug",
            widget=SlugInput(formatters=GERMAN_IN_ADDRESSES),
            heading=_("Address part"),
            help_text=_("The entry stands at /wissen/…/. Links to an old address break when this changes."),
        ),
        KeyInSourcePanel("external_key", read_only=True),
        PublishingPanel(),
        CommentPanel(),
    ]
    return TabbedInterface(
        [
            ObjectList(text, heading=_("Content")),
            ObjectList(readers, heading=_("For readers")),
            ObjectList(keeping, heading=_("Organisation")),
        ],
        base_form_class=EntryForm,
    )
