"""What Wagtail's admin learns from the search."""

from __future__ import annotations

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from search.editing.explaining import explain_menu_item
from search.editing.tables import register_tables

register_tables()


@hooks.register("register_admin_urls")
def addresses_of_the_search() -> list[URLResolver]:
    return [path("search-engine/", include("search.editing.urls"))]


@hooks.register("register_admin_menu_item")
def search_explained() -> MenuItem:
    return explain_menu_item()
