"""Events on the start page, the home page, the pages of groups and topics, and in the navigation."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.events.actions.events import cancel_event
from plugins.events.models import Event, Participant
from plugins.events.queries.own import own_lines
from tests.factories import make_topic
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db


def text(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def own(client):
    """The lines below “Your next events”."""
    page = text(client, "/start/").partition('id="start-events"')[2]
    return page.partition("</section>")[0]


def invite(event, person, **said):
    return Participant.objects.create(event=event, person=person, invited_at=timezone.now(), **said)


def test_the_start_page_shows_what_comes_next_for_the_reader(planned, group, member, as_client):
    invite(planned("Zugesagt", 10), member, answer="yes", place="taken")
    invite(planned("Gefragt", 11), member)
    planned("Unserer Gruppe", 12, confidentiality="group", group=group)
    invite(planned("Abgelehnt", 13), member, answer="no")
    invite(planned("Kein Platz", 14), member, answer="yes", place="refused")
    planned("Geht mich nichts an", 15)
    lines = own(as_client(member))
    places = [lines.index(title) for title in ("Zugesagt", "Gefragt", "Unserer Gruppe")]
    assert places == sorted(places)
    for title in ("Abgelehnt", "Kein Platz", "Geht mich nichts an"):
        assert title not in lines
    assert "10. März 2031, 10 bis 12 Uhr" in lines and lines.count("bitte sagen Sie, ob Sie kommen") == 1


def test_what_is_cancelled_is_said_there_and_what_is_over_is_gone(planned, member, as_client):
    event = planned("Fällt aus")
    invite(event, member, answer="yes")
    cancel_event(event, "Kein Saal.", actor=SYSTEM)
    assert "abgesagt" in own(as_client(member))
    invite(make_event(title="Gestern", days=0.001, hours=0.001), member, answer="yes")
    Event.objects.filter(title="Gestern").update(
        starts_at=timezone.now() - timedelta(days=1), ends_at=timezone.now() - timedelta(hours=20)
    )
    assert "Gestern" not in own(as_client(member))


def test_whoever_lost_sight_of_an_event_does_not_see_it_there(planned, former_member, as_client):
    invite(planned("Nur Mitglieder", confidentiality="members"), former_member, answer="yes")
    assert "Nur Mitglieder" not in text(as_client(former_member), "/start/")


def test_many_lines_cost_as_much_as_one(planned, member, django_assert_max_num_queries):
    actor = actor_for(member)
    for number in range(8):
        invite(planned(f"Termin {number}", topics=[make_topic("Wohnen", is_open=True)]), member)
    with django_assert_max_num_queries(3):
        assert len(own_lines(actor, 6)) == 6


def test_the_home_page_names_the_next_public_date(planned, as_client, member):
    assert "Der nächste öffentliche Termin" not in text(as_client(), "/")
    planned("Später", 20)
    planned("Nur für Mitglieder", 9, confidentiality="members")
    first = planned("Zuerst", 10)
    for client in (as_client(), as_client(member)):
        page = text(client, "/")
        assert "Der nächste öffentliche Termin" in page and "Zuerst" in page
        assert "Später" not in page and "Nur für Mitglieder" not in page
    cancel_event(first, "Kein Saal.", actor=SYSTEM)
    assert "Später" in text(as_client(), "/")


def test_a_group_has_a_page_of_its_meetings(planned, group, member, coordinator, mentor, as_client):
    planned("Sitzung", confidentiality="group", group=group)
    planned("Anderes", confidentiality="members")
    path = f"/arbeitsgruppen/{group.slug}/termine/"
    page = text(as_client(member), path)
    assert "Sitzung" in page and "Anderes" not in page and "Treffen planen" not in page
    assert f'href="{path}"' in text(as_client(member), group.get_absolute_url())
    assert "Nächstes Treffen" in text(as_client(member), group.get_absolute_url())
    assert f'href="/termine/neu/?group={group.pk}"' in text(as_client(coordinator), path)
    assert "Sitzung" not in text(as_client(mentor), path)
    assert as_client().get(path).status_code == 404
    form = as_client(coordinator).get(f"/termine/neu/?group={group.pk}").context["form"]
    assert form.initial["group"] == group.pk


def test_a_topic_leads_to_its_events(planned, member, as_client):
    topic = make_topic("Wohnen", is_open=True)
    assert "Termine zu diesem Thema" not in text(as_client(member), f"/themen/{topic.slug}/")
    planned(topics=[topic])
    page = text(as_client(member), f"/themen/{topic.slug}/")
    assert f'href="/termine/?topic={topic.slug}"' in page


def test_five_places_stand_in_the_head_and_the_sixth_is_one_click_from_the_start_page(member, as_client):
    page = text(as_client(member), "/start/")
    head, rest = page.partition("</header>")[::2]
    for address in ("/wissen/", "/themen/", "/arbeitsgruppen/", "/termine/", "/mitglieder/"):
        assert f'<li><a class="places__link" href="{address}"' in head
    assert '<li class="places__more"><a class="places__link" href="/herausforderungen/"' in head
    assert 'href="/herausforderungen/"' in rest


def test_visitors_have_three_places(forum, as_client):
    head = text(as_client(), "/").partition("</header>")[0]
    assert 'href="/termine/"' in head and "places__more" not in head
