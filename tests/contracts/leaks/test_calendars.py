"""A person's calendar tells whoever knows its address what its owner may meet of events, and nothing else."""

from __future__ import annotations

import pytest

from plugins.events.models import Event, Participant
from tests.contracts.leaks.planting import ROLES
from tests.contracts.leaks.walking import ask, client_for
from tests.factories.events import make_calendar_address

pytestmark = pytest.mark.xdist_group("leaks")  # one garden for each of these files


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"visitor", "public token", "members' token"}))
def test_a_calendar_tells_what_its_owner_may_meet(role, garden):
    person = garden.people[role]
    for event in Event.objects.filter(confidentiality__in=("public", "members")):
        Participant.objects.get_or_create(event=event, person=person, defaults={"answer": "yes", "place": "taken"})
    answer = ask(client_for("visitor", garden), make_calendar_address(person))
    text = answer.text.replace("\r\n ", "")
    told = {place for place, secret in garden.secrets.items() if secret.word in text}
    assert [place for place in told if role not in garden.secrets[place].readers] == []
    assert "by invitation" not in " ".join(told)  # named persons have it to themselves
    assert any("of event for everybody" in place for place in told)
    assert "private" in answer.header("cache-control")
