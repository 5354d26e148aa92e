"""What every forum starts with: the site, its roles, the plain pages, the official list of counties."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission, Page, Site

from cms.accounts.roles import EDITORS, OFFICE, role_group
from cms.models import County, HomePage, KnowledgeIndex
from cms.starting_pages import starting_pages

PAGE_PERMISSIONS = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")


@transaction.atomic
def found_forum() -> None:
    """Make what is missing; a second call changes nothing and what people changed since stays."""
    home = _home_page()
    _child(home, KnowledgeIndex(title="Wissen", slug="wissen"))
    for page in starting_pages():
        _child(home, page)
    for name in (EDITORS, OFFICE):
        _may_work_below(role_group(name), home)
    _load_counties(Path(settings.COUNTY_FIGURES))


def _home_page() -> HomePage:
    existing = HomePage.objects.first()
    if existing is not None:
        return existing
    root = Page.get_first_root_node()
    root.get_children().filter(slug="home").delete()  # Wagtail's own welcome page
    home: HomePage = root.add_child(instance=HomePage(title=settings.SITE_TITLE, slug="home"))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home, "site_name": settings.SITE_TITLE}
    )
    return home


def _child(home: HomePage, page: Page) -> Page:
    existing = home.get_children().filter(slug=page.slug).first()
    return existing or home.add_child(instance=page)


def _may_work_below(group: Group, home: Page) -> None:
    """What Wagtail asks of groups; a contract test holds it against our policies."""
    group.permissions.add(Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin"))
    for codename in PAGE_PERMISSIONS:
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)


def _load_counties(path: Path) -> None:
    if County.objects.exists():
        return
    with path.open(encoding="utf-8", newline="") as lines:
        County.objects.bulk_create(County(**_county(row)) for row in csv.DictReader(lines))


def _county(row: dict[str, str]) -> dict[str, Any]:
    return {
        "key": row["ags"],
        "name": row["name"],
        "kind": row["kind"],
        "inhabitants": int(row["inhabitants_2018"]),
        "area_km2": Decimal(row["area_km2"]),
        "latitude": float(row["latitude"]),
        "longitude": float(row["longitude"]),
    }
