from __future__ import annotations

import pytest

from plugins.events.models import Participant
from tests.factories import join_group, make_group
from tests.factories.afterwards import make_past_event


@pytest.fixture
def group(coordinator, member):
    group = make_group("AG Wohnen", coordinator=coordinator)
    join_group(group, member)
    return group


@pytest.fixture
def public(office, group):
    """Over since yesterday, for everybody, of a group, organised by the office."""
    event = make_past_event(title="Offener Tag", confidentiality="public", group=group, organiser=office)
    Participant.objects.create(event=event, name="Von außen", email="aussen@example.org", place="taken")
    return event


@pytest.fixture
def meeting(group):
    """A meeting of the group, over since yesterday."""
    return make_past_event(title="Treffen der AG", kind="group", confidentiality="group", group=group)


@pytest.fixture
def seen(as_client):
    """The words of the page of what stays, for somebody; empty where it is not there."""

    def page(event, person) -> str:
        answer = as_client(person).get(f"{event.get_absolute_url()}nachher/")
        return answer.content.decode() if answer.status_code == 200 else ""

    return page
