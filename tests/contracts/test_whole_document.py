"""Whatever the document promises is asked as every role, with sense and with nonsense: no answer fails, and none is one
that the document does not name.
"""

from __future__ import annotations

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.factories import make_token

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
EXAMPLES = 6
"""Of each operation, for each role."""
SCOPES = ("read:public", "read:members", "read:events", "write:entries", "write:workspace", "webhooks")


@pytest.fixture
def application(db):
    """The forum as servers call it, on the connection of the test: Django's own test client does the same."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("role", ["visitor", "member", "guest", "author", "editor"])
def test_every_operation_answers_as_promised(role, request, application):
    person = request.getfixturevalue(role)
    headers = {} if role == "visitor" else {"Authorization": f"Bearer {make_token(person, *SCOPES)}"}
    document = schemathesis.openapi.from_wsgi("/api/v1/schema/", application)
    broken = [sentence for result in document.get_all_operations() for sentence in ask(result.ok(), headers)]
    assert broken == []


def ask(operation, headers):
    """What is wrong with the answers of one operation."""
    broken = []

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def asked(case):
        response = case.call(headers=headers)
        try:
            case.validate_response(response, checks=CHECKS)
        except FailureGroup as group:
            broken.extend(
                f"{operation.label} {response.status_code}: {one.title} {one.message}" for one in group.exceptions
            )

    asked()
    return broken[:1]
