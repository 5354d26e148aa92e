"""Topics and counties for programs."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import Model, QuerySet
from django.http import QueryDict
from drf_spectacular.utils import extend_schema, extend_schema_view

from cms.models import County, Topic
from cms.models.county import STATES
from cms.queries.topics import topics_with_counts
from cms.rest import shapes
from plugins.api.access import Actor, visible_to
from plugins.api.adapters.rest_lists import Order, list_body, page_of, place
from plugins.api.adapters.rest_params import PAGING, Parameters
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.routes import Rule, answers


class PlainList(ReadView):
    """A list without filters."""

    model: type[Model]
    order: Order

    def rows(self, actor: Actor) -> QuerySet[Any, Any]:
        raise NotImplementedError

    def item(self, row: dict[str, Any]) -> dict[str, Any]:
        raise NotImplementedError

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        asked = Parameters(given, PAGING)
        at = place(asked, self.order, self.model)
        asked.check()
        rows = self.rows(actor)
        page = page_of(rows, self.order, at, self.counted(rows.count))
        items = (json.dumps(self.item(row), ensure_ascii=False) for row in page.rows)
        return Answer.of(list_body(self.request.path, given, page, items))


@extend_schema_view(get=extend_schema(parameters=shapes.PAGING, responses=shapes.TopicList))
@answers(Rule.DOOR)
class TopicListView(PlainList):
    """Topics in which the caller sees something, and those that are open to everybody; with the number of entries."""

    model = Topic
    order = Order("title")

    def rows(self, actor: Actor) -> QuerySet[Any, Any]:
        return topics_with_counts(actor).values("pk", "slug", "title", "description", "count")

    def item(self, row: dict[str, Any]) -> dict[str, Any]:
        return {
            "slug": row["slug"],
            "title": row["title"],
            "description": row["description"],
            "count": row["count"],
            "url": f"/themen/{row['slug']}/",
        }


@extend_schema_view(get=extend_schema(parameters=shapes.PAGING, responses=shapes.CountyList))
@answers(Rule.DOOR)
class CountyListView(PlainList):
    """The official list of counties, and those that this forum has added. Names repeat: show the kind with them."""

    model = County
    order = Order("name")

    def rows(self, actor: Actor) -> QuerySet[Any, Any]:
        return visible_to(actor, County.objects.all()).values("pk", "key", "name", "kind", "inhabitants", "area_km2")

    def item(self, row: dict[str, Any]) -> dict[str, Any]:
        area = row["area_km2"]
        return {
            "key": row["key"],
            "name": row["name"],
            "kind": row["kind"],
            "state": STATES.get(row["key"][:2]),
            "inhabitants": row["inhabitants"],
            "area_km2": None if area is None else float(area),
        }
