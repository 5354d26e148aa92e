"""The bell, the page of notifications, and the settings."""

from __future__ import annotations

import pytest
from django.test import Client

from cms.actions.entries import unpublish_entry
from plugins.api.access import SYSTEM
from plugins.api.outbox import dispatch_pending
from tests.factories import make_entry, make_topic
from workspace.actions.mailing import note_bounce
from workspace.mail_keys import ALL, leave_token, message_id
from workspace.models import MailState, Notification, NotificationChoice, TopicFollow

pytestmark = pytest.mark.django_db

PAGE, SETTINGS, TOPICS = "/mitteilungen/", "/konto/mitteilungen/", "/mitteilungen/themen/"
NOTHING_UNREAD = '<span class="bell__count" data-bell hidden>'
"""The place of the number, which is shown when it is no longer 0."""


@pytest.fixture
def entry(member):
    """Told to the member."""
    topic = make_topic("Wohnen")
    TopicFollow.objects.create(user=member, topic=topic)
    entry = make_entry(title="Wohnungslotsen", topics=[topic])
    dispatch_pending()
    return entry


def shown(client: Client, path: str = PAGE) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_the_bell_counts_in_words_what_is_unread(as_client, member, mentor, entry):
    unread = '<span data-number>1</span><span class="visually-hidden"> ungelesen</span>'
    assert unread in shown(as_client(member), "/start/") and NOTHING_UNREAD not in shown(as_client(member), "/start/")
    assert 'href="/mitteilungen/"' in shown(as_client(mentor), "/start/")
    assert NOTHING_UNREAD in shown(as_client(mentor), "/start/")
    assert "/mitteilungen/" not in shown(as_client(), "/")


def test_opening_one_marks_it_read_and_leads_to_the_thing(as_client, member, mentor, entry):
    client, pk = as_client(member), Notification.objects.get().pk
    assert "<strong" in shown(client) and "Wohnungslotsen" in shown(client)
    assert as_client(mentor).get(f"{PAGE}{pk}/").status_code == 404
    response = client.get(f"{PAGE}{pk}/")
    assert (response.status_code, response.url) == (302, "/wissen/wohnungslotsen/")
    assert "<strong" not in shown(client) and "Wohnungslotsen" in shown(client)


def test_all_are_read_with_one_button(as_client, member, entry):
    client = as_client(member)
    assert "Alle als gelesen markieren" in shown(client)
    assert "Alle Mitteilungen sind als gelesen markiert." in client.post(PAGE, follow=True).content.decode()
    assert "Alle als gelesen markieren" not in shown(client)


def test_a_page_that_is_not_there_says_nothing_of_what_is_unread(as_client, member, entry):
    answer = as_client(member).get("/nirgends/")
    assert answer.status_code == 404
    assert 'href="/mitteilungen/"' in answer.content.decode() and "bell__count" not in answer.content.decode()


def test_what_may_no_longer_be_seen_is_gone_from_page_bell_and_address(as_client, member, entry):
    client, pk = as_client(member), Notification.objects.get().pk
    unpublish_entry(entry, actor=SYSTEM)
    assert "Wohnungslotsen" not in shown(client) and NOTHING_UNREAD in shown(client)
    assert client.get(f"{PAGE}{pk}/").status_code == 404


def test_the_list_has_pages_and_an_empty_one_says_what_to_do(as_client, member, mentor, entry):
    first = Notification.objects.get()
    for number in range(24):
        Notification.objects.create(
            recipient=member,
            kind=first.kind,
            key=str(number),
            about_id=first.about_id,
            words={"title": f"Nr. {number}"},
            url="/",
            rhythm="never",
        )
    assert "Seite 1 von 2" in shown(as_client(member)) and "Wohnungslotsen" not in shown(as_client(member))
    assert "Wohnungslotsen" in shown(as_client(member), f"{PAGE}?page=2")
    assert "Themen folgen" in shown(as_client(mentor))


def test_visitors_sign_in_first(as_client):
    for path in (PAGE, SETTINGS, TOPICS, f"{PAGE}1/"):
        assert as_client().get(path).url.startswith("/konto/anmelden/")


def test_one_form_chooses_the_rhythm_of_every_kind(as_client, member):
    client = as_client(member)
    assert '<option value="weekly" selected>' in shown(client, SETTINGS)
    client.post(SETTINGS, {"workspace.topic": "daily", "cms.to_release": "fortnightly"})
    assert '<option value="daily" selected>' in shown(client, SETTINGS)
    assert NotificationChoice.objects.get(user=member, kind="workspace.topic").rhythm == "daily"
    assert NotificationChoice.objects.filter(user=member, kind="cms.to_release").count() == 0


def test_topics_are_followed_and_left_with_one_form(as_client, member, applicant, entry):
    sprache = make_topic("Sprache")
    client = as_client(member)
    assert shown(client, TOPICS).count(" checked") == 1
    make_entry(topics=[sprache])
    client.post(TOPICS, {"topic": [sprache.pk, "quatsch"]})
    assert list(TopicFollow.objects.filter(user=member).values_list("topic__title", flat=True)) == ["Sprache"]
    as_client(applicant).post(TOPICS, {"topic": [sprache.pk]})
    assert not TopicFollow.objects.filter(user=applicant).exists()


def test_mails_end_without_signing_in_twice_and_for_unknown_addresses_all_the_same(member):
    state = MailState.objects.create(user=member)
    client = Client(enforce_csrf_checks=True)
    ours, unknown = (f"/mitteilungen/beenden/{token}/" for token in (leave_token(state.key, "workspace.topic"), "xyz"))
    assert shown(client, ours) == shown(client, unknown)
    assert not NotificationChoice.objects.exists()
    answered = {client.post(address, {"List-Unsubscribe": "One-Click"}).content for address in (ours, ours, unknown)}
    assert len(answered) == 1
    choice = NotificationChoice.objects.get()
    assert (choice.user, choice.kind, choice.rhythm) == (member, "workspace.topic", "never")


def test_all_mails_end_where_that_is_asked(member):
    state = MailState.objects.create(user=member)
    Client().post(f"/mitteilungen/beenden/{leave_token(state.key, 'workspace.topic')}/", {"all": "1"})
    everything = set(NotificationChoice.objects.values_list("kind", flat=True))
    NotificationChoice.objects.all().delete()
    Client().post(f"/mitteilungen/beenden/{leave_token(state.key, ALL)}/", {"List-Unsubscribe": "One-Click"})
    assert everything == set(NotificationChoice.objects.values_list("kind", flat=True)) > {"workspace.topic"}


def test_whoever_gets_no_mails_any_more_reads_why_and_lets_them_go_out_again(as_client, member):
    state = MailState.objects.create(user=member)
    client = as_client(member)
    for number in (1, 2, 2, 2):
        assert note_bounce(message_id(state.key, number, number))
    assert "kamen zurück" not in shown(client)
    note_bounce(message_id(state.key, 3, 3))
    assert "kamen zurück" in shown(client)
    client.post(PAGE, {"do": "resume"})
    assert "kamen zurück" not in shown(client)
    assert not MailState.objects.get().stopped_at


def test_a_number_that_is_not_ours_stops_nobody(member):
    state = MailState.objects.create(user=member)
    assert not note_bounce(f"{state.key}.1.1.0000")
    assert not note_bounce("anything@example.org")
    assert MailState.objects.get().bounced == []
