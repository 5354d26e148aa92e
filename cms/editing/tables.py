"""Topics and counties in the admin."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail_modeladmin.options import modeladmin_register

from cms.models import County, Topic
from cms.slugs import free_slug
from plugins.api.adapters.wagtail import PlainTable


class TopicForm(WagtailAdminModelForm):
    """Whoever names no address part gets one from the title."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        self.fields["slug"].help_text = _("Left empty, it is made from the title. Links to the old one then break.")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not cleaned.get("slug") and "slug" not in self.errors:
            others = Topic.objects.exclude(pk=self.instance.pk).values_list("slug", flat=True)
            cleaned["slug"] = free_slug(cleaned.get("title", ""), set(others))
        return cleaned


class TopicTable(PlainTable):
    model = Topic
    menu_label = _("Topics")
    menu_icon = "tag"
    menu_order = 210
    list_display = ("title", "slug", "who_sees_it")
    search_fields = ("title", "description")
    edit_handler = ObjectList(
        [FieldPanel("title"), FieldPanel("description"), FieldPanel("is_open"), FieldPanel("slug")],
        base_form_class=TopicForm,
    )

    def who_sees_it(self, topic: Topic) -> str:
        return str(_("Everybody") if topic.is_open else _("Whoever finds something in it"))

    who_sees_it.short_description = _("Who sees it")  # type: ignore[attr-defined]


class CountyTable(PlainTable):
    model = County
    menu_label = _("Counties")
    menu_icon = "site"
    menu_order = 220
    list_display = ("key", "name", "kind", "state", "inhabitants")
    list_filter = ("kind",)
    search_fields = ("key", "name")
    panels = [
        FieldRowPanel([FieldPanel("key"), FieldPanel("kind")]),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("inhabitants"), FieldPanel("area_km2")]),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
    ]


def register_tables() -> None:
    """Called once, when Wagtail collects its hooks."""
    for table in (TopicTable, CountyTable):
        modeladmin_register(table)
