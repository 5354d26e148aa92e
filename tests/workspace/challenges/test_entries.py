"""From a challenge to an entry: only with the words of those who agreed."""

from __future__ import annotations

import pytest

from cms.actions.entries import publish_entry
from cms.models import Entry, GoodPractice
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import dispatch_pending
from tests.factories import make_challenge, make_topic
from tests.mail_server import mail_server
from workspace.actions.challenge_entries import answer_quote_request, ask_for_quotes, make_draft
from workspace.actions.posts import edit_post, write_post
from workspace.models import Challenge, QuoteRequest
from workspace.personal_data import challenges as personal_data
from workspace.queries.notifications import notifications_of, sentence
from workspace.schedules import announce_mails

pytestmark = pytest.mark.django_db

SECRET = "Quittenstellwand"


@pytest.fixture
def challenge(member, mentor, coordinator, outsider):
    made = make_challenge(SECRET, by=member, text=f"Frage nach {SECRET}", topics=[make_topic("Wohnen", is_open=True)])
    for person, words in ((mentor, "Rat vom Mentor"), (coordinator, "Rat der Koordination"), (outsider, "Anderer Rat")):
        write_post(made.discussion, words, actor=actor_for(person))
    return made


def everything_in(entry):
    return str(entry.get_latest_revision().content)


def test_the_whole_way_in_the_browser(challenge, member, mentor, coordinator, outsider, office, as_client):
    desk, address = as_client(office), f"{challenge.get_absolute_url()}beitrag/"
    answers = list(challenge.discussion.posts.order_by("pk"))[1:]
    assert desk.post(address, {"posts": [str(post.pk) for post in answers]}).status_code == 302
    for person, answer in ((mentor, "without_county"), (coordinator, "yes"), (outsider, "no")):
        request = QuoteRequest.objects.get(post__author=person)
        own = as_client(person)
        assert request.words in own.get(request.get_absolute_url()).content.decode()
        assert own.post(request.get_absolute_url(), {"answer": answer}).status_code == 302
    assert desk.post(address, {"title": "Wohnungen halten"}).status_code == 302

    draft = Entry.objects.get(title="Wohnungen halten").specific
    assert isinstance(draft, GoodPractice) and not draft.live
    whole = everything_in(draft)
    assert "Rat vom Mentor" in whole and "Rat der Koordination" in whole and "Anderer Rat" not in whole
    assert SECRET not in whole
    quotes = {
        str(block.value["text"]): block.value["attribution"] for block in draft.get_latest_revision_as_object().approach
    }
    county = str(answers[1].county)
    assert quotes == {"Rat vom Mentor": "Ein Mitglied des Forums", "Rat der Koordination": county}
    assert [topic.title for topic in draft.topics.all()] == ["Wohnen"]

    page = as_client(member).get(challenge.get_absolute_url()).content.decode()
    assert "Wohnungen halten" not in page
    publish_entry(draft, actor=actor_for(office))
    page = as_client(member).get(challenge.get_absolute_url()).content.decode()
    assert f'href="/wissen/{draft.slug}/"' in page and "ist ein Beitrag geworden" in page


def test_an_editor_without_a_seat_reads_the_challenge_and_makes_the_entry(challenge, mentor, editor, as_client):
    desk, address = as_client(editor), f"{challenge.get_absolute_url()}beitrag/"
    page = desk.get(challenge.get_absolute_url()).content.decode()
    assert "Alle Mitglieder, das Programmbüro und die Redaktion" in page and f'href="{address}"' in page
    post = challenge.discussion.posts.get(author=mentor)
    desk.post(address, {"posts": [str(post.pk)]})
    answer_quote_request(QuoteRequest.objects.get(), "yes", actor=actor_for(mentor))
    assert desk.post(address, {"title": "Aus erster Hand"}).status_code == 302
    assert Entry.objects.filter(title="Aus erster Hand", live=False).exists()


def test_the_entry_links_back_for_whoever_reads_the_challenge(challenge, member, mentor, guest, office, as_client):
    post = challenge.discussion.posts.get(author=mentor)
    (request,) = ask_for_quotes(challenge, [post], actor=actor_for(office))
    answer_quote_request(request, "without_county", actor=actor_for(mentor))
    draft = make_draft(challenge, "Wohnungen halten", actor=actor_for(office))
    publish_entry(draft, actor=actor_for(office))
    pages = [as_client(person).get(f"/wissen/{draft.slug}/") for person in (member, guest)]
    assert [page.status_code for page in pages] == [200, 200]
    whole = [page.content.decode() for page in pages]
    assert all("Rat vom Mentor" in page for page in whole)
    assert [challenge.get_absolute_url() in page for page in whole] == [True, False]


def test_nothing_is_quoted_without_consent(challenge, mentor, office):
    post = challenge.discussion.posts.get(author=mentor)
    (request,) = ask_for_quotes(challenge, [post], actor=actor_for(office))
    with pytest.raises(Invalid):
        make_draft(challenge, "Ohne Antwort", actor=actor_for(office))
    with pytest.raises(Refused):
        answer_quote_request(request, "yes", actor=actor_for(office))
    answer_quote_request(request, "no", actor=actor_for(mentor))
    with pytest.raises(Invalid):
        make_draft(challenge, "Mit Nein", actor=actor_for(office))
    assert not Entry.objects.exists()
    assert QuoteRequest.objects.get().words == ""


def test_what_was_agreed_to_is_what_is_quoted(challenge, mentor, office):
    post = challenge.discussion.posts.get(author=mentor)
    (request,) = ask_for_quotes(challenge, [post], actor=actor_for(office))
    answer_quote_request(request, "yes", actor=actor_for(mentor))
    edit_post(post, "Etwas ganz anderes", actor=actor_for(mentor))
    whole = everything_in(make_draft(challenge, "Entwurf", actor=actor_for(office)))
    assert "Rat vom Mentor" in whole and "Etwas ganz anderes" not in whole


def test_only_staff_asks_and_others_do_not_see_who_was_asked(challenge, member, mentor, coordinator, office, as_client):
    assert as_client(member).get(f"{challenge.get_absolute_url()}beitrag/").status_code == 403
    post = challenge.discussion.posts.get(author=mentor)
    (request,) = ask_for_quotes(challenge, [post], actor=actor_for(office))
    assert as_client(coordinator).get(request.get_absolute_url()).status_code == 404
    with pytest.raises(Invalid):
        ask_for_quotes(challenge, [post], actor=actor_for(office))


def test_who_is_asked_is_told_and_the_mail_holds_no_words(challenge, mentor, office, settings):
    with mail_server(settings) as mailbox:
        post = challenge.discussion.posts.get(author=mentor)
        ask_for_quotes(challenge, [post], actor=actor_for(office))
        dispatch_pending()
        announce_mails()
        dispatch_pending()
        told = [sentence(one) for one in notifications_of(actor_for(mentor))]
        assert f"Dürfen Ihre Worte aus „{SECRET}“ in einem Beitrag zitiert werden?" in told
        (mail,) = [mail for mail in mailbox.mails if mail["To"] == mentor.email]
        for kind in ("plain", "html"):
            words = mail.get_body((kind,)).get_content()
            assert "Jemand fragt, ob Sie zitiert werden dürfen" in words
            assert SECRET not in words and "Rat vom Mentor" not in words


def test_requests_are_handed_out_and_erased(challenge, mentor, office):
    ask_for_quotes(challenge, [challenge.discussion.posts.get(author=mentor)], actor=actor_for(office))
    assert personal_data.hand_out(mentor)["asked_to_be_quoted"][0]["words"] == "Rat vom Mentor"
    personal_data.erase(mentor)
    assert not QuoteRequest.objects.exists() and Challenge.objects.exists()
