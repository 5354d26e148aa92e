"""What every forum starts with."""

from __future__ import annotations

from django.contrib.auth.models import Group
from wagtail.models import Page, Site

from cms.actions.founding import found_forum
from cms.models import County, HomePage, KnowledgeIndex, StandardPage


def test_a_forum_begins_with_its_pages_roles_and_counties(forum):
    home = Site.objects.get(is_default_site=True).root_page.specific
    assert isinstance(home, HomePage)
    slugs = {"wissen", "ueber-uns", "barrierefreiheit", "datenschutz", "impressum"}
    assert set(home.get_children().values_list("slug", flat=True)) == slugs
    assert KnowledgeIndex.objects.get().live
    assert {group.name for group in Group.objects.all()} >= {"authors", "editors", "office"}
    assert County.objects.count() == 400


def test_a_second_founding_changes_nothing(forum):
    page = StandardPage.objects.get(slug="impressum")
    page.title = "Von der Redaktion geändert"
    page.save_revision().publish()
    before = list(Page.objects.order_by("pk").values()), County.objects.count(), Group.objects.count()
    found_forum()
    assert (list(Page.objects.order_by("pk").values()), County.objects.count(), Group.objects.count()) == before
