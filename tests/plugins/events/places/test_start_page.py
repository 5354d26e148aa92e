"""A place that is kept for somebody stands first on their start page, once, until it is taken, left, or passed on."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from plugins.events.actions.answers import answer_invitation
from plugins.events.models import Answer, Participant
from plugins.events.queries.own import own_lines
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def offered(newcomer, office, clock):
    """Bert's: Anna left her place."""
    clock.set(2031, 3, 10, 12, 0)
    event = make_event(title="Netzwerktreffen", capacity=1, organiser=office)
    anna, bert = newcomer(event, "anna"), newcomer(event, "bert")
    answer_invitation(anna, Answer.NO, actor=actor_for(anna.person))
    return Participant.objects.select_related("event", "person").get(pk=bert.pk)


def lines(person) -> list[tuple[str, str]]:
    return [(line.text, line.url) for line in own_lines(actor_for(person), 6)]


def test_it_says_until_when_and_leads_to_where_it_is_taken(offered, as_client):
    (line,) = own_lines(actor_for(offered.person), 6)
    assert (line.text, line.url) == ("Netzwerktreffen", f"{offered.event.get_absolute_url()}mein-platz/")
    page = as_client(offered.person).get("/start/").content.decode()
    assert "ein Platz ist für Sie frei, bis 12. März 2031, 12 Uhr" in page.replace("12:00", "12")
    assert as_client(offered.person).get(line.url).context["standing"].is_offered


def test_it_stands_before_what_is_sooner(offered, newcomer):
    sooner = make_event(title="Vorher", days=3)
    Participant.objects.create(event=sooner, person=offered.person, answer="yes", place="taken")
    assert [text for text, _url in lines(offered.person)] == ["Netzwerktreffen", "Vorher"]


def test_the_notification_says_it_no_second_time(offered, as_client):
    dispatch_pending()
    browser = as_client(offered.person)
    page = browser.get("/start/").content.decode()
    assert page.count("Netzwerktreffen") == 1
    answer_invitation(offered, Answer.YES, actor=actor_for(offered.person))
    assert "ein Platz ist für Sie frei" not in browser.get("/start/").content.decode()


def test_when_nobody_takes_it_in_time_the_line_is_gone_before_any_worker_comes(offered, clock):
    clock.pass_by(hours=48)
    assert [url for _text, url in lines(offered.person)] == [offered.event.get_absolute_url()]


def test_nobody_else_reads_it(offered, office, member):
    assert lines(office) == lines(member) == []
