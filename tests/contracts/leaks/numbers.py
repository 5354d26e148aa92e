"""What can stand in addresses: everything that is there, and something that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Model

from workspace.models import WorkingGroup

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

ABSENT = "gibt-es-nicht"
ABSENT_ID = 987_654


def numbers(model: type[Model]) -> list[int]:
    return [*model._default_manager.values_list("pk", flat=True), ABSENT_ID]


def group_slugs() -> list[str]:
    return [*WorkingGroup.objects.values_list("slug", flat=True), ABSENT]


def in_groups(model: type[Model]) -> list[tuple[str, int]]:
    """Slug and number of everything of this model in its own group, in another one, and of what is not there."""
    own = list(model._default_manager.values_list("group__slug", "pk"))
    slugs = group_slugs()
    others = [(slugs[(slugs.index(slug) + 1) % len(slugs)], pk) for slug, pk in own]
    return [*own, *others, *((slug, ABSENT_ID) for slug in slugs)]


def entry_ids(garden: Garden) -> list[int]:
    return [*(entry.pk for entry in garden.entries.values()), ABSENT_ID]
