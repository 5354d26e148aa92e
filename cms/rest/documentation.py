"""The API about itself: an index, the OpenAPI document, and the same for people."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import yaml
from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import condition
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request

from cms.rest.operations import operations_by_plugin
from cms.rest.schema import schema
from plugins.api.access import Actor
from plugins.api.adapters.kept import etag_of, is_visitor, kept_for_visitors
from plugins.api.adapters.rest import json_answer
from plugins.api.adapters.rest_params import Parameters
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.routes import Rule, answers

AS_JSON, AS_YAML = "json", "yaml"
CONTENT_TYPES = {AS_JSON: "application/vnd.oai.openapi+json", AS_YAML: "application/vnd.oai.openapi; charset=utf-8"}


@extend_schema_view(get=extend_schema(exclude=True))
@answers(Rule.EVERYBODY)
class IndexView(ReadView):
    """The addresses that can be asked without knowing more."""

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        Parameters(given, ()).check()
        plain = sorted(path for path, methods in schema()["paths"].items() if "get" in methods and "{" not in path)
        addresses = [*plain, "/api/v1/schema/", "/api/v1/docs/"]
        named = {address.removeprefix("/api/v1/").strip("/"): address for address in addresses}
        return Answer.of(json.dumps(named).encode())


@extend_schema_view(get=extend_schema(exclude=True))
@answers(Rule.EVERYBODY)
class SchemaView(ReadView):
    """The OpenAPI document, as YAML unless JSON is asked for."""

    def get(self, request: Request, **parts: Any) -> HttpResponse:
        asked = Parameters(request._request.GET, ("format",))
        wish = asked.choice("format", CONTENT_TYPES) or _preferred(request.META.get("HTTP_ACCEPT", ""))
        asked.check()
        answer = json_answer(
            request._request, schema_text(wish), is_public=self.from_visitor, content_type=CONTENT_TYPES[wish]
        )
        answer["Vary"] = "Accept, Authorization, Cookie"
        return answer


@cache
def schema_text(form: str) -> bytes:
    """The document in one of its two forms, built once."""
    if form == AS_JSON:
        return json.dumps(schema(), ensure_ascii=False, indent=2).encode()
    return yaml.safe_dump(schema(), allow_unicode=True, sort_keys=False).encode()


def _preferred(accept: str) -> str:
    return AS_JSON if "json" in accept else AS_YAML


@extend_schema_view(get=extend_schema(exclude=True))
@answers(Rule.EVERYBODY)
class DocumentationView(ReadView):
    """The same for people, without scripts."""

    def get(self, request: Request, **parts: Any) -> HttpResponse:
        return _documentation(request._request)


def _readers_tag(request: HttpRequest) -> str | None:
    """For whoever is signed in: what the head of the page depends on. A visitor's page has a tag of its own."""
    if is_visitor(request):
        return None
    names = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages")
    cookies = [request.COOKIES.get(name, "") for name in names]
    return etag_of("\n".join([schema_text(AS_JSON).decode(), get_language() or "", *cookies]).encode())


@kept_for_visitors
@condition(etag_func=_readers_tag)
def _documentation(request: HttpRequest) -> HttpResponse:
    return render(request, "rest/docs.html", {"plugins": operations_by_plugin(schema()), "about": schema()["info"]})
