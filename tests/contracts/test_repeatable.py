"""Every POST of the API may be sent twice under one key, whichever package brings it."""

from __future__ import annotations

from cms.rest.schema import ONE_USE, schema
from tests.contracts.leaks.addresses import all_routes


def test_every_post_happens_once_per_key():
    views = {getattr(pattern.callback, "cls", None) for route, pattern in all_routes() if route.startswith("api/v1/")}
    posts = {view.__name__: view.post for view in views if hasattr(view, "post")}
    assert len(posts) > 20
    assert {name for name, post in posts.items() if not getattr(post, "is_once_per_key", False)} == {
        "DraftTicketView",
        "PreviewsView",
        "WebhookSecretView",
        "WebhooksView",
    }


def test_the_document_says_so():
    key = {"$ref": "#/components/parameters/IdempotencyKey"}
    for path, operations in schema()["paths"].items():
        for method, operation in operations.items():
            is_repeatable = method == "post" and not path.endswith(ONE_USE)
            assert (key in operation.get("parameters", ())) is is_repeatable, (method, path)
