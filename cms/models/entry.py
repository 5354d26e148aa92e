"""Entries of the knowledge base: what all kinds share."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.blocks import EntryBody, SectionBody
from cms.models.county import County
from cms.models.topic import Topic


class Confidentiality(models.TextChoices):
    """Who may read the full text once it is published (everybody: once it is also released)."""

    MEMBERS = "members", _("All members")
    PUBLIC = "public", _("Everybody")


class Quotability(models.TextChoices):
    """What members may pass on of a text that only they read. A public summary may always be quoted."""

    YES = "yes", _("Yes, with the name of the county")
    WITHOUT_COUNTY = "without_county", _("Yes, but without the name of the county")
    NO = "no", _("No")


IN_FRONT_END = "front_end"
"""The mode of preview that leads to a front end elsewhere, where there is one."""


class KnowledgeIndex(Page):
    """The knowledge base itself, under `/wissen/`: the one place where entries stand."""

    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = [
        "cms.GoodPractice",
        "cms.Concept",
        "cms.Strategy",
        "cms.Recommendation",
        "cms.Offer",
    ]
    private_page_options: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("knowledge base")
        verbose_name_plural = _("knowledge bases")


class EntryTag(TaggedItemBase):
    content_object = ParentalKey("cms.Entry", on_delete=models.CASCADE, related_name="tagged_items")


def section(label: Any, *, help_text: Any = "") -> StreamField:
    """A field of one kind of entry that readers meet as a section under this heading, if anything stands in it."""
    return StreamField(SectionBody(), verbose_name=label, blank=True, help_text=help_text)


class Entry(Page):
    """What counties share. Readers never get this row: they get the projections of its layers."""

    kind: ClassVar[str] = ""
    sections: ClassVar[tuple[str, ...]] = ()
    """The fields made by `section`, in the order in which they are written and read; `body` comes after them."""
    expected_sections: ClassVar[frozenset[str]] = frozenset()
    """Those without which an editor cannot publish an entry of this kind."""

    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=1500,
        help_text=_(
            "Plain text, complete in itself. It leads the full text; once somebody else has released it, it is all "
            "that everybody may read. Name no people and nothing confidential here."
        ),
    )
    confidentiality = models.CharField(
        _("who may read the full text"),
        max_length=10,
        choices=Confidentiality.choices,
        default=Confidentiality.MEMBERS,
        help_text=_("“Everybody” takes effect only when somebody else has released the entry."),
    )
    quotability = models.CharField(
        _("may others quote the full text?"),
        max_length=20,
        choices=Quotability.choices,
        default=Quotability.YES,
        help_text=_("For example in a report of their own. What everybody may read may always be quoted."),
    )
    body = StreamField(EntryBody(), verbose_name=_("further text"), blank=True)
    running_since = models.CharField(
        _("running since"), max_length=60, blank=True, help_text=_("For example “autumn 2023”.")
    )
    workload = models.CharField(
        _("effort in short"), max_length=120, blank=True, help_text=_("For example “five hours a week”.")
    )
    costs = models.CharField(
        _("costs in short"), max_length=120, blank=True, help_text=_("For example “31,600 euros a year”.")
    )
    county = models.ForeignKey(
        County, verbose_name=_("county"), null=True, blank=True, on_delete=models.PROTECT, related_name="entries"
    )
    topics = ParentalManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="entries")
    tags = ClusterTaggableManager(through=EntryTag, verbose_name=_("keywords"), blank=True)
    author_name = models.CharField(
        _("author"), max_length=200, blank=True, help_text=_("As readers see it, for example the county's office.")
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person responsible for the content"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    contact = models.TextField(
        _("contact"), blank=True, help_text=_("For members: whom to ask. Visitors never see this.")
    )
    legal_basis = models.CharField(_("legal basis"), max_length=300, blank=True)
    sources = models.TextField(_("sources"), blank=True, help_text=_("One per line."))
    review_by = models.DateField(_("to be reviewed by"), null=True, blank=True)
    update_note = models.CharField(
        _("what has changed?"),
        max_length=300,
        blank=True,
        help_text=_(
            "A sentence for members who know the entry already. They read it with the date as soon as you publish; "
            "visitors never do."
        ),
    )
    external_key = models.CharField(_("key in the source"), max_length=200, null=True, blank=True, unique=True)

    is_creatable = False
    exclude_fields_in_copy: ClassVar[list[str]] = ["external_key", "update_note"]
    parent_page_types: ClassVar[list[str]] = ["cms.KnowledgeIndex"]
    subpage_types: ClassVar[list[str]] = []
    private_page_options: ClassVar[list[str]] = []
    preview_modes: ClassVar[list[tuple[str, Any]]] = [
        ("members", _("As member")),
        ("public", _("As visitor")),
        ("guest", _("As guest whose mandate names it")),
        ("other_guest", _("As any other guest")),
        ("print", _("Printed, for members")),
        ("print_public", _("Printed, for everybody")),
        *([(IN_FRONT_END, _("In the other front end"))] if settings.PREVIEW_FRONT_END else []),
    ]

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """What is live reaches its readers in the same transaction, or not at all."""
        from cms.projecting import project  # projecting reads all models

        self.external_key = self.external_key or None
        with transaction.atomic():
            super().save(*args, **kwargs)
            project(self.pk)

    def for_update(self) -> Entry:
        """The entry as it is stored, as what it is, kept from others until the transaction ends."""
        return Entry.objects.select_for_update().get(pk=self.pk).specific

    def create_alias(self, *args: Any, **kwargs: Any) -> Page:
        """An alias would be published again with its source, whoever had withdrawn it: there are none."""
        raise NotImplementedError("Entries have no aliases.")

    def serve_preview(self, request: Any, mode_name: str) -> Any:
        from cms.pages.preview import preview_response  # pages stand above models

        return preview_response(request, self, mode_name)
