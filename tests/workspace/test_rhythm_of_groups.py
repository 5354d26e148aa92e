"""How often mail comes about one working group."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing
from plugins.api.outbox import dispatch_pending
from tests.factories import make_group
from workspace.actions.life import write_report
from workspace.actions.notifications import choose_for_group, choose_rhythms
from workspace.models import Follow, GroupVisibility, Notification, NotificationChoice
from workspace.personal_data.notifications import hand_out

pytestmark = pytest.mark.django_db

SETTINGS = "/konto/mitteilungen/"


def reported(group, by, person) -> str:
    """The rhythm in which the person gets mail about a report of the group."""
    write_report(group, text="Ein Bericht.", actor=actor_for(by))
    dispatch_pending()
    return Notification.objects.filter(recipient=person, kind="workspace.group", group=group).first().rhythm


def test_what_is_chosen_for_a_group_counts_more_than_what_is_chosen_everywhere(coordinator, member, group):
    other = make_group("AG Sprache", coordinator=coordinator)
    Follow.objects.create(user=member, group=other)
    choose_rhythms({"workspace.group": "daily"}, actor=actor_for(member))
    choose_for_group(group, "now", actor=actor_for(member))
    assert reported(group, coordinator, member) == "now"
    assert reported(other, coordinator, member) == "daily"


def test_it_holds_for_what_waits_and_as_otherwise_brings_back_the_rest(coordinator, member, group):
    assert reported(group, coordinator, member) == "weekly"
    waiting = Notification.objects.filter(recipient=member, group=group)
    choose_for_group(group, "now", actor=actor_for(member))
    assert {one.rhythm for one in waiting.all()} == {"now"}
    choose_rhythms({"workspace.group": "daily"}, actor=actor_for(member))
    assert {one.rhythm for one in waiting.all()} == {"now"}
    choose_for_group(group, "", actor=actor_for(member))
    assert {one.rhythm for one in waiting.all()} == {"daily"}
    assert not NotificationChoice.objects.exclude(group=None).exists()


def test_never_stays_never_for_what_waits(coordinator, member, group):
    reported(group, coordinator, member)
    choose_for_group(group, "never", actor=actor_for(member))
    choose_for_group(group, "now", actor=actor_for(member))
    assert {one.rhythm for one in Notification.objects.filter(recipient=member, group=group)} == {"never"}


def test_the_form_names_own_and_followed_groups_and_no_hidden_ones(as_client, coordinator, member, group):
    known = make_group("AG Sprache", coordinator=coordinator)
    hidden = make_group("AG Still", coordinator=coordinator, visibility=GroupVisibility.HIDDEN)
    for one in (known, hidden):
        Follow.objects.create(user=member, group=one)
    client = as_client(member)
    page = client.get(SETTINGS).content.decode()
    assert "AG Wohnen" in page and "AG Sprache" in page and "AG Still" not in page
    client.post(SETTINGS, {f"group-{group.pk}": "never", f"group-{hidden.pk}": "now", f"group-{known.pk}": "often"})
    assert list(NotificationChoice.objects.exclude(group=None).values_list("group", "rhythm")) == [(group.pk, "never")]
    client.post(SETTINGS, {f"group-{group.pk}": ""})
    assert not NotificationChoice.objects.exclude(group=None).exists()


def test_whoever_does_not_know_the_group_chooses_nothing_for_it(coordinator, member):
    hidden = make_group("AG Still", coordinator=coordinator, visibility=GroupVisibility.HIDDEN)
    with pytest.raises(Missing):
        choose_for_group(hidden, "now", actor=actor_for(member))
    with pytest.raises(Invalid):
        choose_for_group(hidden, "often", actor=actor_for(coordinator))


def test_the_choice_is_handed_out_with_the_group(member, group):
    choose_for_group(group, "daily", actor=actor_for(member))
    (choice,) = hand_out(member)["choices"]
    assert (choice["group"], choice["mail"]) == ("AG Wohnen", "täglich")
