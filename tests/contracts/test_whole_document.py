"""Whatever the document promises is asked as every role, about what this role sees and about what nobody has heard of.

No answer fails, and none is one that the document does not name.
"""

from __future__ import annotations

import re

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from cms.models import Entry, Picture, Webhook, WebhookDelivery
from plugins.api.access import visible_to
from plugins.events.models import Event
from plugins.membership.models import Adoption
from tests.factories import make_token
from workspace.models import (
    Challenge,
    Consultation,
    Contribution,
    Decision,
    Discussion,
    Draft,
    GroupFile,
    Notification,
    Task,
    WorkingGroup,
)

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
EXAMPLES = 3
"""Of each operation, for each role: about what they see, and about anything."""
SCOPES = ("read:public", "read:members", "read:events", "write:entries", "write:workspace", "webhooks")
SEEN = {
    "adoption_id": Adoption,
    "challenge_id": Challenge,
    "consultation_id": Consultation,
    "contribution_id": Contribution,
    "decision_id": Decision,
    "delivery_id": WebhookDelivery,
    "discussion_id": Discussion,
    "draft_id": Draft,
    "entry_id": Entry,
    "event_id": Event,
    "file_id": GroupFile,
    "media_id": Picture,
    "notification_id": Notification,
    "slug": WorkingGroup,
    "task_id": Task,
    "webhook_id": Webhook,
}
"""Parts of addresses -> what they name."""


@pytest.fixture
def application(world):
    """The forum as servers call it, on the connection of the test: Django's own test client does the same."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


ROLES = ("visitor", "guest", "member", "coordinator", "author", "office")


@pytest.mark.parametrize("role", ROLES)
def test_every_operation_answers_as_promised(role, application, world, world_cast):
    headers = {}
    if role != "visitor":
        headers["Authorization"] = f"Bearer {make_token(world.people[role], *SCOPES)}"
    document = schemathesis.openapi.from_wsgi("/api/v1/schema/", application)
    seen = {name: value for name, model in SEEN.items() if (value := first_seen(model, world_cast[role])) is not None}
    broken = []
    for operation in (result.ok() for result in document.get_all_operations()):
        known = {name: seen[name] for name in re.findall(r"{(\w+)}", operation.path) if name in seen}
        for parts in [{}, *([known] if known else [])]:
            broken += ask(operation, headers, parts)
    assert broken == []


def first_seen(model, actor):
    """What names the first object in addresses that this actor sees."""
    found = visible_to(actor, model._default_manager.order_by("pk")).first()
    return getattr(found, "slug", found.pk) if found is not None else None


def ask(operation, headers, parts):
    """What is wrong with the answers of one operation. Whatever it changes is undone."""
    broken = []

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(path_parameters=parts or None))
    def asked(case):
        with transaction.atomic():
            response = case.call(headers=headers)
            transaction.set_rollback(True)
        try:
            case.validate_response(response, checks=CHECKS)
        except FailureGroup as group:
            why = "; ".join(f"{one.title} {one.message}" for one in group.exceptions)
            broken.append(f"{operation.label} {response.status_code}: {why}")

    asked()
    return broken[:1]
