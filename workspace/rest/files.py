"""Files of working groups for programs: what the caller reads, and with the scope `write:workspace` what they do."""

from __future__ import annotations

import json
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, JsonResponse, QueryDict
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request

from plugins.api.access import Actor, abilities
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest_fields import fields_of, text_in
from plugins.api.adapters.rest_lists import Order, list_body
from plugins.api.adapters.rest_params import Parameters, possible
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.rest_writes import changed, created
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from workspace.actions.files import remove_file, rename_file, replace_file, upload_file
from workspace.models import GroupFile, StoredFile
from workspace.queries.files import file_in, files_of, group_inside, with_versions
from workspace.rest import shelf_shapes as shapes
from workspace.rest.discussion_shapes import PAGING, SLUG
from workspace.rest.discussions import WorkspaceView
from workspace.rest.presenting import person_as_json
from workspace.rest.scopes import insist_on_writing

NEWEST_FIRST = Order("newest_at", descending=True)
VERBS = ("rename", "replace", "move", "remove")


@extend_schema_view(
    get=extend_schema(parameters=[SLUG, *PAGING], responses=shapes.GroupFileList),
    post=extend_schema(parameters=[SLUG], request=shapes.NewFile, responses={201: shapes.GroupFileItem}),
)
@answers(Rule.DOOR)
class GroupFilesView(WorkspaceView):
    """The files of a group that the caller reads, the newest first; POST puts one down."""

    parser_classes = [MultiPartParser]

    def answer(self, actor: Actor, given: QueryDict, slug: str) -> Answer:
        group = group_inside(actor, slug)
        rows = files_of(actor, group).prefetch_related(None)
        page = self.page(rows.select_related(None), NEWEST_FIRST, given, GroupFile)
        found = with_versions(actor, rows.filter(pk__in=[row["pk"] for row in page.rows]))
        for file in found:
            file.group = group
        items = [json.dumps(file_as_json(actor, file), ensure_ascii=False) for file in found]
        return Answer.of(list_body(self.request.path, given, page, items))

    @once_per_key
    def post(self, request: Request, slug: str) -> HttpResponse:
        actor = actor_of(request._request)
        group = group_inside(actor, slug)
        insist_on_writing(request)
        sent = _words(request, ("file", "title", "note"))
        file = upload_file(group, _upload(request), title=sent["title"], text=sent["note"], actor=actor)
        return created(_fresh(actor, slug, file.pk), f"groups/{slug}/files/{file.pk}/")


@extend_schema_view(
    get=extend_schema(parameters=[SLUG, shapes.FILE], responses=shapes.GroupFileItem),
    patch=extend_schema(parameters=[SLUG, shapes.FILE], request=shapes.FileWords, responses=shapes.GroupFileItem),
    delete=extend_schema(parameters=[SLUG, shapes.FILE], responses={204: shapes.GONE}),
)
@answers(Rule.DOOR)
class GroupFileView(ReadView):
    """One file; PATCH gives it another title or note, DELETE removes it with all versions."""

    http_method_names = ["get", "head", "options", "patch", "delete"]

    def answer(self, actor: Actor, given: QueryDict, slug: str, file_id: int) -> Answer:
        Parameters(given, ()).check()
        return Answer.of(json.dumps(_fresh(actor, slug, file_id), ensure_ascii=False).encode())

    def patch(self, request: Request, slug: str, file_id: int) -> JsonResponse:
        actor = actor_of(request._request)
        file = file_in(actor, group_inside(actor, slug), possible(file_id))
        insist_on_writing(request)
        errors: dict[str, list[str]] = {}
        sent = {"title": file.title, "note": file.note, **fields_of(request.data, ("title", "note"))}
        title, note = text_in(sent, "title", errors), text_in(sent, "note", errors)
        if errors:
            raise Invalid(errors)
        rename_file(file, title=title, text=note, actor=actor)
        return changed(_fresh(actor, slug, file.pk))

    def delete(self, request: Request, slug: str, file_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        file = file_in(actor, group_inside(actor, slug), possible(file_id))
        insist_on_writing(request)
        remove_file(file, actor=actor)
        return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


@extend_schema_view(
    post=extend_schema(parameters=[SLUG, shapes.FILE], request=shapes.NewVersion, responses={201: shapes.GroupFileItem})
)
@answers(Rule.DOOR)
class FileVersionsView(ReadView):
    """POST puts a new version in the place of the present one, which stays readable."""

    http_method_names = ["options", "post"]
    parser_classes = [MultiPartParser]

    @once_per_key
    def post(self, request: Request, slug: str, file_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        file = file_in(actor, group_inside(actor, slug), possible(file_id))
        insist_on_writing(request)
        _words(request, ("file",))
        replace_file(file, _upload(request), actor=actor)
        return created(_fresh(actor, slug, file.pk), f"groups/{slug}/files/{file.pk}/")


def file_as_json(actor: Actor, file: Any) -> dict[str, Any]:
    """A file that `with_versions` fetched."""
    return {
        "id": file.pk,
        "url": file.get_absolute_url(),
        "title": file.title,
        "note": file.note,
        "uploaded_by": person_as_json(file.uploaded_by),
        "created_at": file.created_at.isoformat(),
        "newest_at": file.newest_at.isoformat(),
        "removed": file.is_removed,
        "versions": [stored_as_json(stored) for stored in file.seen],
        "may": abilities(actor, file, VERBS),
    }


def stored_as_json(stored: StoredFile) -> dict[str, Any]:
    return {
        "id": stored.pk,
        "name": stored.name,
        "content_type": stored.kind,
        "size": stored.size,
        "content_url": stored.get_absolute_url(),
        "uploaded_by": person_as_json(stored.uploaded_by),
        "uploaded_at": stored.uploaded_at.isoformat(),
    }


def _fresh(actor: Actor, slug: str, pk: int) -> dict[str, Any]:
    group = group_inside(actor, slug)
    file_in(actor, group, possible(pk))
    (file,) = with_versions(actor, files_of(actor, group).prefetch_related(None).filter(pk=pk))
    file.group = group
    return file_as_json(actor, file)


def _words(request: Request, known: tuple[str, ...]) -> dict[str, str]:
    """The fields of a form; one that there is not is refused."""
    given = request.data
    sent = fields_of(dict(given.items()) if isinstance(given, QueryDict) else given, known)
    return {name: value if isinstance(value := sent.get(name, ""), str) else "" for name in known}


def _upload(request: Request) -> UploadedFile:
    upload = request.FILES.get("file")
    if isinstance(upload, UploadedFile):
        return upload
    raise Invalid({"file": [_("Please choose a file.")]})
