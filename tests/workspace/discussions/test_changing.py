"""Finding persons in a long list without a script, and giving a discussion another title and other topics."""

from __future__ import annotations

import pytest

from cms.accounts.models import User
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from tests.contracts.test_openapi import check, promised
from tests.factories import join_group, make_discussion, make_group, make_topic
from workspace.actions.discussions import close_discussion, edit_discussion
from workspace.models import Discussion

pytestmark = pytest.mark.django_db

START = "/diskussionen/neu/"


@pytest.fixture
def group(coordinator, member):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    return group


def rename(person: User, name: str) -> User:
    person.first_name, person.last_name = name.split()
    person.save()
    return person


def test_the_list_is_shortened_and_nothing_typed_is_lost(as_client, member, mentor, outsider, coordinator):
    rename(mentor, "Nadja Brandt"), rename(outsider, "Ole Brandner"), rename(coordinator, "Katja Wolf")
    typed = {"title": "Am Fachtag", "text": "Wollen wir?", "audience": "persons", "persons": [coordinator.pk]}
    answer = as_client(member).post(START, {**typed, "looked_for": "brand nad", "do": "find"})
    page = answer.content.decode()
    assert "Nadja Brandt" in page and "Ole Brandner" not in page
    assert f'value="{coordinator.pk}" ' in page and "Katja Wolf" in page
    assert 'value="Am Fachtag"' in page and "Wollen wir?" in page and 'id="id_title_error"' not in page
    assert not Discussion.objects.exists()


def test_whoever_is_out_of_sight_can_still_be_sent(as_client, member, mentor):
    """The list is only a help: the browser may send a person of the list before."""
    client = as_client(member)
    typed = {"title": "Zu zweit", "text": "Wollen wir?", "audience": "persons", "persons": [mentor.pk]}
    page = client.post(START, {**typed, "quotable": "no", "looked_for": "niemand"}).content.decode()
    assert "Nur diese Personen und Sie" in page or 'name="agreed_to"' in page
    assert mentor.get_full_name() in page


def test_the_starter_and_those_who_coordinate_change_title_and_topics(as_client, member, mentor, coordinator, group):
    join_group(group, mentor)
    thread, topic = make_discussion("Alt", by=member, group=group), make_topic("Wohnen", is_open=True)
    url = f"/diskussionen/{thread.pk}/bearbeiten/"
    for number, person in enumerate((member, coordinator)):
        client = as_client(person)
        assert url in client.get(thread.get_absolute_url()).content.decode()
        assert client.post(url, {"title": f" Neu  {number} ", "topics": [topic.pk]}).url == thread.get_absolute_url()
        thread.refresh_from_db()
        assert (thread.title, list(thread.topics.all())) == (f"Neu {number}", [topic])
    assert url not in as_client(mentor).get(thread.get_absolute_url()).content.decode()
    with pytest.raises(Refused):
        edit_discussion(thread, title="Meins", actor=actor_for(mentor))
    assert as_client(coordinator).post(url, {"title": " "}).status_code == 200


def test_topics_that_somebody_does_not_see_stay(member):
    thread, hidden = make_discussion(by=member), make_topic("Arbeit")
    thread.topics.add(hidden)
    edit_discussion(thread, topics=[], actor=actor_for(member))
    assert list(thread.topics.all()) == [hidden]


def test_a_title_is_needed_and_a_closed_discussion_can_still_be_put_right(member):
    thread = make_discussion("Alt", by=member)
    with pytest.raises(Invalid):
        edit_discussion(thread, title="  ", actor=actor_for(member))
    close_discussion(thread, actor=actor_for(member))
    assert edit_discussion(thread, title="Neu", actor=actor_for(member)).title == "Neu"


def test_programs_change_it_with_the_scope_to_write(api, member, mentor):
    from cms.rest.schema import schema

    thread, topic = make_discussion("Alt", by=member), make_topic("Wohnen", is_open=True)
    path, document = "/api/v1/discussions/{discussion_id}/", schema()
    address, program = f"/api/v1/discussions/{thread.pk}/", api(member, "read:members", "write:workspace")

    def patch(client, **sent):
        return client.patch(address, sent, content_type="application/json")

    answer = patch(program, title="Neu", topics=["wohnen", "gibt-es-nicht"])
    assert (answer.status_code, answer.json()["title"]) == (200, "Neu")
    check(document, promised(document, document["paths"][path]["patch"], answer), answer.json())
    assert list(thread.topics.all()) == [topic]
    assert patch(program, title="Nur der Titel").status_code == 200 and thread.topics.count() == 1
    assert patch(program, topics="wohnen").status_code == patch(program, text="x").status_code == 400
    assert patch(api(member, "read:members"), title="Neu").status_code == 403
    assert patch(api(mentor, "read:members", "write:workspace"), title="Meins").status_code == 403
