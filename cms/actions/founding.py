"""What every forum starts with: the site, its roles, the plain pages, the official list of counties."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    Page,
    Site,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from cms.accounts.roles import AUTHORS, EDITORS, OFFICE, role_group
from cms.models import County, HomePage, KnowledgeIndex
from cms.starting_pages import starting_pages

REVIEW, REVIEW_STEP = "Prüfung", "Prüfung durch Redaktion oder Programmbüro"
"""Names that people see and may change; they are data, like the titles of pages."""
WRITING = ("add_page",)
"""Wagtail lets whoever may add pages change their own ones, and delete them while they are not live."""
PUBLISHING = (*WRITING, "change_page", "publish_page", "lock_page", "unlock_page")


@transaction.atomic
def found_forum() -> None:
    """Make what is missing; a second call changes nothing and what people changed since stays."""
    home = _home_page()
    index = _child(home, KnowledgeIndex(title="Wissen", slug="wissen"))
    for page in starting_pages():
        _child(home, page)
    for name in (EDITORS, OFFICE):
        _may_work_below(role_group(name), home, PUBLISHING)
    _may_work_below(role_group(AUTHORS), index, WRITING)
    _review_before_publishing(index)
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


def _may_work_below(group: Group, page: Page, permissions: tuple[str, ...]) -> None:
    """What Wagtail asks of groups; a contract test holds it against our policies."""
    group.permissions.add(Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin"))
    for codename in permissions:
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _review_before_publishing(index: Page) -> None:
    """One workflow with one step for the knowledge base; Wagtail's own, for groups that nobody is in, goes.

    What the administration changes later stays: a forum that has this workflow, or another one for the knowledge base,
    gets none.
    """
    if WorkflowPage.objects.filter(page=index).exists() or Workflow.objects.filter(name=REVIEW).exists():
        return
    for model in (Workflow, Task):
        model.objects.filter(name="Moderators approval").delete()
    task = GroupApprovalTask.objects.create(name=REVIEW_STEP)
    task.groups.set(role_group(name) for name in (EDITORS, OFFICE))
    workflow = Workflow.objects.create(name=REVIEW)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=index)


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
