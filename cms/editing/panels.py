"""The form of an entry: what it says, who reads it, how it is kept."""

from __future__ import annotations

from typing import Any

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
from cms.models import Entry
from cms.queries.releases import release_state
from plugins.api.adapters.http import actor_of

GERMAN_IN_ADDRESSES = [("[äÄ]", "ae"), ("[öÖ]", "oe"), ("[üÜ]", "ue"), ("ß", "ss")]
"""What the browser does to a title before it makes the address part; `cms.slugs` does the same for imports."""


class EntryForm(WagtailAdminPageForm):
    """The person responsible is one of those who come here; whoever is responsible already stays so."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "responsible" in self.fields:
            people = self.fields["responsible"].queryset
            staff = Q(is_active=True) & (Q(groups__name__in=ROLES) | Q(is_superuser=True))
            kept = Q(pk=self.instance.responsible_id)
            self.fields["responsible"].queryset = people.filter(staff | kept).distinct()


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


class KeyInSourcePanel(FieldPanel):
    """Only imported entries have one."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance.external_key)


def entry_form() -> TabbedInterface:
    """Bound to each kind by Wagtail."""
    text = [ReleasePanel(), TitleFieldPanel("title"), FieldPanel("summary"), FieldPanel("body")]
    readers = [
        FieldPanel("confidentiality", widget=forms.RadioSelect),
        FieldPanel("county"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        FieldPanel("tags"),
        FieldPanel("author_name"),
        FieldPanel("contact"),
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
