"""When a group closes somebody says what becomes of each draft."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cms.models import County
from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid
from tests.factories import join_group, make_draft, make_group
from workspace.actions.life import close_group
from workspace.actions.places import leave_group
from workspace.models import Draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(group, coordinator):
    return make_draft(group, by=coordinator)


@pytest.fixture
def other(coordinator, mentor):
    """Another group of the coordinator, in which the mentor writes."""
    made = make_group("AG Bus", coordinator=coordinator)
    join_group(made, mentor)
    return made


def fresh(draft) -> Draft:
    return Draft.objects.get(pk=draft.pk)


def test_what_nobody_goes_on_with_closes_and_is_still_read(group, draft, coordinator, member):
    close_group(group, report="Fertig.", actor=actor_for(coordinator))
    assert fresh(draft).is_closed and may(actor_for(member), "see", fresh(draft))
    assert not may(actor_for(coordinator), "write", fresh(draft))


@pytest.mark.parametrize("which", ["group", "county"])
def test_others_go_on_with_it_and_the_closed_group_reads_it_no_more(
    which, group, other, draft, coordinator, member, mentor
):
    heir = other if which == "group" else County.objects.get(key="99002")
    close_group(group, report="Fertig.", heirs={draft.pk: heir}, actor=actor_for(coordinator))
    handed = fresh(draft)
    assert (handed.owner, handed.is_closed) == (heir, False)
    assert may(actor_for(coordinator), "write", handed)
    assert not may(actor_for(member), "see", handed)
    assert bool(may(actor_for(mentor), "write", handed)) == (which == "group")


def test_nothing_is_handed_to_whom_the_coordinator_does_not_belong_to(group, draft, coordinator, mentor):
    strangers = make_group("AG Fremd", coordinator=mentor)
    elsewhere = make_draft(strangers, by=mentor)
    for heirs in ({draft.pk: strangers}, {draft.pk: County.objects.get(key="99003")}, {elsewhere.pk: group}):
        with pytest.raises(Invalid):
            close_group(group, report="Fertig.", heirs=heirs, actor=actor_for(coordinator))
    group.refresh_from_db()
    assert not group.is_closed and fresh(draft).owner == group


def test_with_the_last_person_who_leaves_drafts_close(group, draft, coordinator, member):
    leave_group(group, actor=actor_for(member))
    leave_group(group, actor=actor_for(coordinator))
    assert fresh(draft).is_closed


def test_the_page_asks_about_each_draft(group, other, draft, coordinator, as_client):
    client = as_client(coordinator)
    address = reverse("group_close", args=[group.slug])
    page = client.get(address).content.decode()
    assert "Was wird aus dem Entwurf „Empfehlung Wohnraum“?" in page and "AG Bus" in page
    again = client.post(address, {"text": "", f"draft-{draft.pk}": f"workinggroup-{other.pk}"})
    assert again.content.decode().count("checked") == 1
    client.post(address, {"text": "Fertig.", f"draft-{draft.pk}": f"workinggroup-{other.pk}"})
    assert fresh(draft).owner == other
