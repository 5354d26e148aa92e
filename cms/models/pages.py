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
