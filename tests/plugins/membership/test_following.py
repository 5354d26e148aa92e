"""Following people: whoever stands in the directory can be followed by whoever meets them there."""

from __future__ import annotations

import pytest

from cms.accounts.actions import erase_person
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.errors import Missing
from plugins.api.outbox import dispatch_pending
from tests.factories import make_entry
from workspace.actions.following import follow
from workspace.models import Follow, Notification
from workspace.personal_data.notifications import hand_out

pytestmark = pytest.mark.django_db

LIST = "/mitteilungen/folgen/"


def press(client, person, do: str = "follow"):
    return client.post(LIST, {"kind": "person", "id": person.pk, "do": do, "back": "thing"})


def told(person) -> list[str]:
    dispatch_pending()
    return [one.kind for one in Notification.objects.filter(recipient=person).order_by("pk")]


def test_a_button_on_the_page_begins_and_ends_it(as_client, member, mentor):
    client, url = as_client(member), f"/mitglieder/{mentor.pk}/"
    assert 'value="follow"' in client.get(url).content.decode()
    assert press(client, mentor).url == url
    page = client.get(url).content.decode()
    assert "Nicht mehr folgen" in page and 'value="follow"' not in page
    assert f'href="{url}"' in client.get(LIST).content.decode()
    assert press(client, mentor, "end").url == url
    assert 'value="follow"' in client.get(url).content.decode()
    assert f'href="{url}"' not in client.get(LIST).content.decode()


def test_nobody_follows_themselves_or_somebody_whom_they_do_not_meet(as_client, member, mentor, applicant):
    assert press(as_client(applicant), mentor).status_code == 404
    with pytest.raises(Missing):
        follow("person", member.pk, actor=actor_for(member))


def test_an_entry_that_names_a_followed_person_is_told_to_whoever_reads_the_name(member, mentor, applicant):
    follow("person", mentor.pk, actor=actor_for(member))
    Follow.objects.create(user=applicant, person=mentor)
    make_entry(title="Ohne Namen", released=True)
    assert told(member) == []
    make_entry(title="Mit Namen", responsible=mentor, released=True)
    assert told(member) == ["workspace.followed_person"]
    assert told(applicant) == told(mentor) == []


def test_what_was_there_before_somebody_was_followed_is_not_new(member, mentor):
    make_entry(title="Längst da", responsible=mentor)
    follow("person", mentor.pk, actor=actor_for(member))
    assert told(member) == []


def test_it_is_handed_out_to_the_follower_alone_and_erased_with_the_person(member, mentor):
    follow("person", mentor.pk, actor=actor_for(member))
    assert [row["kind"] for row in hand_out(member)["follows"]] == ["person"]
    assert hand_out(mentor)["follows"] == []
    erase_person(mentor, actor=SYSTEM)
    assert not Follow.objects.exists()
