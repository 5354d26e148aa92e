"""The OpenAPI document: our own API and nothing of Wagtail's, each operation with the plugin that it comes from."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from django.conf import settings
from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.renderers import OpenApiJsonRenderer

from plugins.api.adapters.idempotency import LONGEST_KEY
from plugins.api.adapters.rest import PROBLEM
from plugins.api.adapters.rest_versions import VERSIONS, newest
from plugins.api.adapters.routes import Rule, rule_of
from plugins.api.registry import registry

ABOUT = """\
What a caller gets depends on who they are. Without a token or session it is the public layer of what was released;
with `Authorization: Bearer <token>` it is what the token's owner may read, within the token's scopes. Tokens are
created and revoked under `/konto/`; a front end elsewhere gets one for each person who signs in to it (OpenID Connect,
`/.well-known/openid-configuration`). What somebody may not see answers exactly like what does not exist.

Every answer carries an `ETag`; send it back as `If-None-Match` and an unchanged answer costs 304. Lists hold at most
100 items; follow `next` to read on. An unknown parameter, an empty value or one that makes no sense answers 400;
all errors are `application/problem+json` (RFC 9457).

A POST may carry an `Idempotency-Key` of your choice: sent again within a day, the same request is answered as the first
time and does nothing more. Whoever changes an entry says with `If-Match` which version they have read.

Name the version that your program was made for: `API-Version: {newest}`. It answers as it does today until a year
after the next one has come. From then on each answer names the day (`Deprecation`, `Sunset`); after it comes 410.
Without the header the newest version answers. These can be named: {versions}.
"""

PROBLEM_SHAPE = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "A sentence for people."},
        "errors": {
            "type": "object",
            "description": "Of each parameter or field that makes no sense, why.",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
    },
    "required": ["type", "title", "status", "detail"],
}
PROBLEMS = {
    "400": ("NoSense", "A parameter makes no sense; `errors` says which and why."),
    "401": ("NotSignedIn", "The token is unknown or revoked, or this address needs one."),
    "403": ("Refused", "The caller may not do this, or the token lacks the scope; `detail` says why."),
    "404": ("NotHere", "This does not exist, or the caller may not see it: the same answer for both."),
    "429": ("TooOften", "Too many requests; `Retry-After` says in how many seconds to come back."),
}
USED_KEY = ("UsedKey", "The `Idempotency-Key` was sent with another request before.")
UNCHANGED = ("Unchanged", "The caller has this answer already: `If-None-Match` named its `ETag`.")
ONE_USE = ("/ticket/", "/previews/", "/webhooks/", "/secret/")
"""A secret is given here that is kept nowhere, so that whoever asks again gets another one."""
SECURITY_SCHEMES = {
    "token": {"type": "http", "scheme": "bearer", "description": "Created and revoked under `/konto/`."},
    "front_end": {
        "type": "openIdConnect",
        "openIdConnectUrl": "/.well-known/openid-configuration",
        "description": "Sign-on for front ends elsewhere, which the programme office registers: authorization code "
        "with PKCE. The access token is sent like the other tokens.",
    },
    "session": {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME},
}


class OurOperations(AutoSchema):
    """What the document says about one operation."""

    def get_operation_id(self) -> str:
        """From method and path, which are unique."""
        parts = self.path.removeprefix("/api/v1/").strip("/").replace("{", "by_").replace("}", "").split("/")
        return "_".join([self.method.lower(), *parts]).replace("-", "_")

    def get_auth(self) -> list[dict[str, list[str]]]:
        """Token or session; neither is needed but for one's own things."""
        ways: list[dict[str, list[str]]] = [{name: []} for name in SECURITY_SCHEMES]
        return ways if rule_of(self.view) is Rule.SIGNED_IN else [*ways, {}]

    def get_extensions(self) -> dict[str, Any]:
        return {"x-origin": origin_of(type(self.view).__module__)}


def origin_of(module: str) -> str:
    """The name of the plugin in whose package a module stands."""
    names = [plugin.name for plugin in registry.plugins if f"{module}.".startswith(f"{plugin.name}.")]
    return max(names, key=len)


def only_our_api(endpoints: list[tuple[str, str, str, Any]], **kwargs: Any) -> list[tuple[str, str, str, Any]]:
    """drf-spectacular's preprocessing hook."""
    return [endpoint for endpoint in endpoints if endpoint[0].startswith("/api/v1/")]


def with_what_all_share(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """drf-spectacular's postprocessing hook: problems, 304 and `If-None-Match` need not be said by every view."""
    known = ", ".join(version.number for version in VERSIONS)
    result["info"]["version"] = newest().number
    result["info"]["description"] = ABOUT.format(newest=newest().number, versions=known)
    components = result.setdefault("components", {})
    components["securitySchemes"] = SECURITY_SCHEMES
    components.setdefault("schemas", {})["Problem"] = PROBLEM_SHAPE
    components["headers"] = {"ETag": {"description": "The tag of this answer.", "schema": {"type": "string"}}}
    components["parameters"] = {"IfNoneMatch": _if_none_match(), "IdempotencyKey": _idempotency_key()}
    components["responses"] = {UNCHANGED[0]: {"description": UNCHANGED[1]}} | {
        name: _problem(description) for name, description in (*PROBLEMS.values(), USED_KEY)
    }
    for path, operations in result["paths"].items():
        for method, operation in operations.items():
            _complete(operation, method, path)
    return result


def _complete(operation: dict[str, Any], method: str, path: str) -> None:
    answers = operation["responses"]
    for status, (name, _description) in PROBLEMS.items():
        if status != "404" or "{" in path:
            answers.setdefault(status, {"$ref": f"#/components/responses/{name}"})
    for status, answer in answers.items():
        if status >= "400" and "$ref" not in answer:
            answer.setdefault("content", {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}})
    if method == "post" and not path.endswith(ONE_USE):
        answers.setdefault("422", {"$ref": f"#/components/responses/{USED_KEY[0]}"})
        operation.setdefault("parameters", []).append({"$ref": "#/components/parameters/IdempotencyKey"})
    if method == "get":
        answers.setdefault("304", {"$ref": f"#/components/responses/{UNCHANGED[0]}"})
        answers["200"]["description"] = answers["200"]["description"] or "What was asked for."
        answers["200"].setdefault("headers", {"ETag": {"$ref": "#/components/headers/ETag"}})
        operation.setdefault("parameters", []).append({"$ref": "#/components/parameters/IfNoneMatch"})
    operation["responses"] = dict(sorted(answers.items()))


def _problem(description: str) -> dict[str, Any]:
    return {"description": description, "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}}


def _if_none_match() -> dict[str, Any]:
    return {
        "name": "If-None-Match",
        "in": "header",
        "description": "The `ETag` of an answer that the caller has.",
        "schema": {"type": "string"},
    }


def _idempotency_key() -> dict[str, Any]:
    return {
        "name": "Idempotency-Key",
        "in": "header",
        "description": "A text that is new for each thing you do: the same request under it happens once in a day. "
        "An answer that was given before says `Idempotent-Replayed: true`.",
        "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY},
    }


@cache
def schema() -> dict[str, Any]:
    """The document, built once; in English, whatever language the reader prefers."""
    with translation.override(None):
        built = SchemaGenerator().get_schema(request=None, public=True)
        document: dict[str, Any] = json.loads(OpenApiJsonRenderer().render(built))
    return document
