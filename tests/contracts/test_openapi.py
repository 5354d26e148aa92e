"""The OpenAPI document is valid, says what the snapshot says, and real answers have the shapes that it promises.

Where the API is meant to change: `python tests/contracts/test_openapi.py` writes the snapshot anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.validation import validate_schema
from jsonschema import Draft202012Validator, FormatChecker

SNAPSHOT = Path(__file__).with_name("openapi.json")


@pytest.fixture(scope="module")
def document():
    from cms.rest.schema import schema

    return schema()


def as_text(document):
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def test_the_document_is_valid_and_complete(document):
    validate_schema(document)
    assert document["openapi"].startswith("3.1")
    assert not GENERATOR_STATS, "drf-spectacular warns: see `manage.py spectacular`"


def test_nobody_changed_the_api_unawares(document):
    assert as_text(document) == SNAPSHOT.read_text(encoding="utf-8"), "If this is meant: python " + __file__


def test_every_operation_names_its_plugin_and_its_problems(document):
    for path, operations in document["paths"].items():
        assert path.startswith("/api/v1/")
        for method, operation in operations.items():
            assert operation["x-origin"] in ("cms", "search", "workspace", "plugins.membership", "plugins.events")
            assert operation["description"]
            assert {"400", "401", "429"} <= set(operation["responses"])
            assert len({"200", "201", "204"} & set(operation["responses"])) == 1
            assert ("304" in operation["responses"]) == (method == "get")
            assert ("404" in operation["responses"]) == ("{" in path)


def test_answers_have_the_shapes_that_are_promised(document, wohnen, api, editor):
    from cms.actions.webhooks import create_webhook
    from plugins.api.actors import actor_for
    from tests.contracts.hooks import note_deliveries
    from tests.factories import make_county, make_entry, make_file, make_hooking_token, make_picture, text

    body = [
        *text("<p>Text.</p>"),
        ("picture", {"image": make_picture(), "alt": "Dorf", "caption": ""}),
        ("download", {"file": make_file(), "title": "Muster"}),
    ]
    make_county("99001")
    entry = make_entry(body=body, topics=[wohnen], tags=["bus"], county="99001", released=True, author_name="Amt")
    make_entry("offer", title="Ohne alles", summary="")
    token, plain_text = make_hooking_token(editor)
    told = {"url": "https://empfang.example/", "events": ["entry.published"]}
    webhook, _secret = create_webhook(token, **told, actor=actor_for(editor))
    note_deliveries(webhook, entry)
    numbers = {"entry_id": entry.pk, "webhook_id": webhook.pk, "delivery_id": webhook.deliveries.first().pk}
    numbers |= {"media_id": 1, "token": "none"}
    for client in (api(plain_text), api(editor, "write:entries"), api()):
        for path, operations in document["paths"].items():
            if operations.get("get", {}).get("x-origin") == "cms":
                response = client.get(path.format(**numbers))
                check(document, promised(document, operations["get"], response), response.json())


def promised(document, operation, response):
    """The schema of the answer that this operation gave."""
    answer = operation["responses"][str(response.status_code)]
    if "$ref" in answer:
        answer = document["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    return answer["content"][response["Content-Type"]]["schema"]


def check(document, shape, answer):
    """Every field of every object is promised, and every promise is kept."""
    closed = {
        name: {**schema, "additionalProperties": schema.get("additionalProperties", False)}
        for name, schema in document["components"]["schemas"].items()
    }
    whole = {**shape, "components": {"schemas": closed}}
    found = Draft202012Validator(whole, format_checker=FormatChecker()).iter_errors(answer)
    errors = [f"{error.json_path}: {error.message}" for error in found]
    assert errors == []


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.project.settings.test")
    import django

    django.setup()
    from cms.rest.schema import schema

    SNAPSHOT.write_text(as_text(schema()), encoding="utf-8")
