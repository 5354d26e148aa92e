"""Pictures and files for entries: uploaded with the checks of Wagtail's form, then named by number in a text."""

from __future__ import annotations

import json
from typing import Any, ClassVar, cast

from django.forms import ModelForm
from django.http import HttpResponse, QueryDict
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from cms.actions.uploads import keep_upload
from cms.models import File, Picture
from cms.presenting import file_as_json, picture_as_json
from cms.queries.things import thing_by_id
from cms.rest import upload_shapes as shapes
from cms.rest.scopes import writer_of
from plugins.api.access import Actor, require
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest_fields import fields_of
from plugins.api.adapters.rest_params import Parameters, possible
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.rest_writes import created
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid

Thing = Picture | File


class UploadView(ReadView):
    """POST takes one picture or file. What it says it is, it has to be."""

    http_method_names = ["options", "post"]
    parser_classes = [MultiPartParser]
    model: ClassVar[type[Thing]]
    address: ClassVar[str]
    known: ClassVar[tuple[str, ...]]

    @once_per_key
    def post(self, request: Request) -> HttpResponse:
        actor = writer_of(request)
        require(actor, "create", self.model)
        sent = fields_of(dict(cast(QueryDict, request.data).items()), self.known)
        form = self.form(sent, actor)
        if not form.is_valid():
            raise Invalid({name: [str(one) for one in sentences] for name, sentences in form.errors.items()})
        thing = keep_upload(form.save(commit=False), actor=actor)
        return created(as_json(thing), f"{self.address}/{thing.pk}/")

    def form(self, sent: dict[str, Any], actor: Actor) -> ModelForm[Any]:
        """Wagtail's, as authors meet it in the admin; without a title the file's name is one."""
        file = sent.get("file")
        given = {"title": getattr(file, "name", ""), "collection": Collection.get_first_root_node().pk, **sent}
        form_class = get_image_form(Picture) if self.model is Picture else get_document_form(File)
        form: ModelForm[Any] = form_class(given, {"file": file} if hasattr(file, "chunks") else {}, user=actor.user)
        return form


@extend_schema_view(post=extend_schema(request=shapes.NewPicture, responses={201: shapes.UploadedPicture}))
@answers(Rule.DOOR)
class PicturesView(UploadView):
    """POST takes a picture for entries: JPEG, PNG, WebP or GIF. Where it was taken is left out of it."""

    model = Picture
    address = "pictures"
    known = ("file", "title", "credit")


@extend_schema_view(post=extend_schema(request=shapes.NewUpload, responses={201: shapes.UploadedFile}))
@answers(Rule.DOOR)
class FilesView(UploadView):
    """POST takes a file to download for entries. Its text is read for the search once an entry shows it."""

    model = File
    address = "files"
    known = ("file", "title")


class MediaView(ReadView):
    """One picture or file, for those who write: its title is nobody else's. Readers find it where a text shows it."""

    model: ClassVar[type[Thing]]

    def answer(self, actor: Actor, given: QueryDict, media_id: int) -> Answer:
        Parameters(given, ()).check()
        writer = writer_of(self.request)
        require(writer, "create", self.model)
        found = thing_by_id(self.model, possible(media_id), writer)
        return Answer.of(json.dumps(as_json(found), ensure_ascii=False).encode())


@extend_schema_view(get=extend_schema(parameters=[shapes.ID], responses=shapes.UploadedPicture))
@answers(Rule.DOOR)
class PictureView(MediaView):
    """One picture in all its sizes, for those who write entries."""

    model = Picture


@extend_schema_view(get=extend_schema(parameters=[shapes.ID], responses=shapes.UploadedFile))
@answers(Rule.DOOR)
class FileView(MediaView):
    """One file, for those who write entries."""

    model = File


def as_json(thing: Thing) -> dict[str, Any]:
    if isinstance(thing, Picture):
        sizes = picture_as_json(thing, "")["sizes"]
        return {"id": thing.pk, "title": thing.title, "credit": thing.credit, "sizes": sizes}
    return file_as_json(thing, thing.title)
