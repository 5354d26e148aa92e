"""REST framework and its OpenAPI document."""

from __future__ import annotations

from typing import Any

from corsheaders.defaults import default_headers

from cms.project import env

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "cms.accounts.authentication.TokenAuthentication",
        "cms.accounts.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "plugins.api.adapters.rest_format.OneFormat",
    "DEFAULT_SCHEMA_CLASS": "cms.rest.schema.OurOperations",
    "EXCEPTION_HANDLER": "plugins.api.adapters.rest.problem_response",
    "DEFAULT_THROTTLE_CLASSES": ["plugins.api.adapters.throttling.ReadThrottle"],
    "DEFAULT_THROTTLE_RATES": {"read": "1200/min"},
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "URL_FORMAT_OVERRIDE": None,
}

SPECTACULAR_SETTINGS = {
    "TITLE": "lernnetz",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "PREPROCESSING_HOOKS": ["cms.rest.schema.only_our_api"],
    "POSTPROCESSING_HOOKS": ["cms.rest.schema.with_what_all_share"],
}

CORS_URLS_REGEX = r"^/(api|medien|\.well-known|identity/o/api)/"
CORS_ALLOWED_ORIGINS = env.origins("CORS_ALLOWED_ORIGINS")
"""Front ends elsewhere whose pages may ask in the browser of their reader; without credentials of this forum. Origins
of registered front ends come on top (`cms.accounts.front_ends.cors`)."""
CORS_EXPOSE_HEADERS = [
    "ETag",
    "Location",
    "Retry-After",
    "Idempotent-Replayed",
    "API-Version",
    "Deprecation",
    "Sunset",
    "Link",
]
CORS_ALLOW_HEADERS = [*default_headers, "if-match", "if-none-match", "idempotency-key", "api-version"]
