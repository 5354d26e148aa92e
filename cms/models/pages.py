"""Pages that are not entries: the home page and plain pages such as “About us”."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.blocks import PlainBody


class HomePage(Page):
    """The root of the site. What visitors see at `/` is put together by `cms.pages.views.home`."""

    max_count = 1
    subpage_types: ClassVar[list[str]] = ["cms.KnowledgeIndex", "cms.StandardPage"]
    private_page_options: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")


class StandardPage(Page):
    """A page of plain text that everybody may read: about us, accessibility, privacy, imprint."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = StreamField(PlainBody(), verbose_name=_("text"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    private_page_options: ClassVar[list[str]] = []
    template = "pages/standard_page.html"

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")


class PageVersion(models.Model):
    """What everybody could read on a plain page from a certain moment on: kept as data, so that it stays readable.

    Wagtail's revisions hold drafts too, and may be purged.
    """

    page = models.ForeignKey(StandardPage, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    valid_since = models.DateTimeField(_("valid since"))
    content = models.JSONField()
    """`title`, `introduction` and `body` (the stored blocks)."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "number"], name="one_page_version_per_number")]
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.page_id} v{self.number}"
