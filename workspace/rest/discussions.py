"""Discussions for programs: what the caller reads, and with the scope `write:workspace` what they say."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpResponse, QueryDict
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request

from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest import json_answer
from plugins.api.adapters.rest_lists import Order, Page, list_body, page_of, place
from plugins.api.adapters.rest_params import PAGING, Parameters, possible
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.rest_writes import created
from plugins.api.adapters.routes import Rule, answers
from workspace.actions.discussions import edit_discussion, start_discussion
from workspace.actions.posts import write_post
from workspace.models import Discussion, Post
from workspace.queries.discussions import (
    discussion_for,
    discussions_for,
    posts_for,
    readable_among,
)
from workspace.queries.groups import group_by_slug, topics_named
from workspace.rest import discussion_shapes as shapes
from workspace.rest.presenting import discussion_as_json, post_as_json
from workspace.rest.reading import changed_discussion, new_discussion, new_post
from workspace.rest.scopes import insist_on_writing

NEWEST_FIRST = Order("last_post_at", descending=True)
IN_ORDER = Order("id", tie="id")


class WorkspaceView(ReadView):
    """Read by whoever reads it on pages; what is sent needs the scope to write."""

    http_method_names = ["get", "head", "options", "post"]

    def page(self, rows: QuerySet[Any, Any], order: Order, given: QueryDict, model: type[Model]) -> Page:
        """A page of numbers of rows, in the order of the list."""
        asked = Parameters(given, PAGING)
        at = place(asked, order, model)
        asked.check()
        return page_of(rows.order_by().values(*{"pk", *order.needed}), order, at, rows.count())


@extend_schema_view(
    get=extend_schema(parameters=[shapes.SLUG, *shapes.PAGING], responses=shapes.DiscussionList),
    post=extend_schema(parameters=[shapes.SLUG], request=shapes.NewDiscussion, responses={201: shapes.DiscussionItem}),
)
@answers(Rule.DOOR)
class GroupDiscussionsView(WorkspaceView):
    """The discussions of a group, those with the newest posts first; POST begins one, in the group unless `class` says
    otherwise."""

    def answer(self, actor: Actor, given: QueryDict, slug: str) -> Answer:
        rows = discussions_for(actor).filter(group=group_by_slug(actor, slug))
        page = self.page(rows, NEWEST_FIRST, given, Discussion)
        found = readable_among(actor, [row["pk"] for row in page.rows])
        items = [json.dumps(discussion_as_json(actor, one), ensure_ascii=False) for one in found]
        return Answer.of(list_body(self.request.path, given, page, items))

    @once_per_key
    def post(self, request: Request, slug: str) -> HttpResponse:
        actor = actor_of(request._request)
        group = group_by_slug(actor, slug)
        insist_on_writing(request)
        begun = start_discussion(group=group, actor=actor, **new_discussion(request.data))
        return created(discussion_as_json(actor, discussion_for(actor, begun.pk)), f"discussions/{begun.pk}/")


@extend_schema_view(
    get=extend_schema(parameters=[shapes.ID], responses=shapes.DiscussionItem),
    patch=extend_schema(
        parameters=[shapes.ID], request=shapes.ChangedDiscussion, responses={200: shapes.DiscussionItem}
    ),
)
@answers(Rule.DOOR)
class DiscussionView(ReadView):
    """One discussion, without its posts; PATCH gives it another title or other topics (`write:workspace`)."""

    http_method_names = ["get", "head", "options", "patch"]

    def answer(self, actor: Actor, given: QueryDict, discussion_id: int) -> Answer:
        Parameters(given, ()).check()
        found = discussion_for(actor, possible(discussion_id))
        return Answer.of(json.dumps(discussion_as_json(actor, found), ensure_ascii=False).encode())

    def patch(self, request: Request, discussion_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        found = discussion_for(actor, possible(discussion_id))
        insist_on_writing(request)
        changed = changed_discussion(request.data)
        topics = changed.get("topics")
        edit_discussion(
            found,
            title=changed.get("title"),
            topics=None if topics is None else topics_named(actor, topics),
            actor=actor,
        )
        shown = json.dumps(discussion_as_json(actor, discussion_for(actor, found.pk)), ensure_ascii=False)
        return json_answer(request._request, shown.encode(), is_public=False)


@extend_schema_view(
    get=extend_schema(parameters=[shapes.ID, *shapes.PAGING], responses=shapes.PostList),
    post=extend_schema(parameters=[shapes.ID], request=shapes.NewPost, responses={201: shapes.PostItem}),
)
@answers(Rule.DOOR)
class PostsView(WorkspaceView):
    """The posts that the caller reads, in their order; POST says something more."""

    def answer(self, actor: Actor, given: QueryDict, discussion_id: int) -> Answer:
        discussion = discussion_for(actor, possible(discussion_id))
        rows = posts_for(actor, discussion)
        page = self.page(rows.select_related(None), IN_ORDER, given, Post)
        shown = list(rows.filter(pk__in=[row["pk"] for row in page.rows]).prefetch_related("attachments"))
        seen = set(rows.filter(pk__in=[post.quoted_id for post in shown]).values_list("pk", flat=True))
        for post in shown:
            post.discussion = discussion
        items = [json.dumps(post_as_json(actor, post, seen), ensure_ascii=False) for post in shown]
        return Answer.of(list_body(self.request.path, given, page, items))

    @once_per_key
    def post(self, request: Request, discussion_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        discussion = discussion_for(actor, possible(discussion_id))
        insist_on_writing(request)
        said = write_post(discussion, new_post(request.data), actor=actor)
        return created(post_as_json(actor, said, set()), f"discussions/{discussion.pk}/posts/")
