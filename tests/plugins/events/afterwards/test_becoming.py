"""A result becomes something in one step; both lead to each other, to whoever may see the other side."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cms.actions.entries import publish_entry
from cms.models import Entry
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.becoming import origin_named, origins_of
from plugins.events.actions.afterwards import remove_result
from plugins.events.models import Event, Outcome
from tests.factories.afterwards import make_material, make_result
from workspace.models import Challenge, Draft, WorkingGroup
from workspace.queries.drafts import text_of

pytestmark = pytest.mark.django_db

WORDS = "Für große Familien fehlen Wohnungen."


@pytest.fixture
def result(public):
    return make_result(public, WORDS)


def reference(thing, kind="event-result") -> str:
    return f"{kind}-{thing.pk}"


def becomes_challenge(result, member, as_client) -> Challenge:
    sent = {"title": "Wo finden Sie Wohnungen?", "text": WORDS, "quotable": "no", "was_shown": "1"}
    as_client(member).post(f"/herausforderungen/neu/?aus={reference(result)}", sent)
    return Challenge.objects.get()


def test_each_is_offered_what_they_may_make(public, result, member, office, guest, editor, client, seen):
    def offered(person):
        page = seen(public, person)
        return {
            name
            for name, address in (
                ("challenge", "/herausforderungen/neu/"),
                ("group", "/arbeitsgruppen/vorschlagen/"),
                ("draft", "/entwuerfe/"),
                ("entry", reverse("editing:become_entry")),
            )
            if f"{address}?aus={reference(result)}" in page
        }

    assert offered(member) == {"challenge", "group", "draft"}
    assert offered(office) == {"group", "entry"}
    assert offered(guest) == offered(editor) == set()  # who do not read the result
    everybody = make_result(public, "Für alle", "public")
    assert f"?aus={reference(everybody)}" in seen(public, editor)
    assert "?aus=" not in client.get(f"{public.get_absolute_url()}nachher/").content.decode()


def test_a_challenge_is_filled_in_looked_over_and_leads_back(public, result, member, mentor, outsider, as_client, seen):
    form = as_client(member).get(f"/herausforderungen/neu/?aus={reference(result)}")
    page = form.content.decode()
    assert form.context["form"].initial == {"title": WORDS, "text": WORDS}
    assert "Offener Tag" in page and "Alle Mitglieder" in page and f"?aus={reference(result)}" in page
    challenge = becomes_challenge(result, member, as_client)
    assert Outcome.objects.get().made_by == member
    assert challenge.get_absolute_url() in seen(public, outsider)
    back = f"{public.get_absolute_url()}nachher/#{reference(result)}"
    assert back in as_client(outsider).get(challenge.get_absolute_url()).content.decode()


def test_whoever_does_not_read_the_thing_is_not_told_of_it(public, member, client, applicant, as_client, api, seen):
    result = make_result(public, WORDS, "public")
    challenge = becomes_challenge(result, member, as_client)
    for browser in (client, as_client(applicant)):
        page = browser.get(f"{public.get_absolute_url()}nachher/").content.decode()
        assert WORDS in page and challenge.get_absolute_url() not in page and "Wo finden Sie" not in page
    assert api().json(f"events/{public.pk}/")["results"][0]["became"] == []
    told = api(member, "read:members", "read:events").json(f"events/{public.pk}/")["results"][0]["became"]
    assert told == [{"kind": "challenge", "title": "Wo finden Sie Wohnungen?", "url": challenge.get_absolute_url()}]


def test_whoever_does_not_know_of_the_event_is_not_told_where_it_came_from(meeting, member, outsider, as_client):
    challenge = becomes_challenge(make_result(meeting, WORDS, "group"), member, as_client)
    pages = {who: as_client(who).get(challenge.get_absolute_url()).content.decode() for who in (member, outsider)}
    assert meeting.slug in pages[member]
    assert meeting.slug not in pages[outsider] and meeting.title not in pages[outsider]
    assert origins_of("challenge", challenge.pk, actor_for(outsider)) == []


def test_nobody_fills_in_a_form_from_what_they_do_not_read(meeting, outsider, as_client):
    hidden = make_result(meeting, WORDS, "group")
    for given in (reference(hidden), "event-result-987654", "event-result-x", "nichts-1", "event-result-" + "9" * 30):
        page = as_client(outsider).get(f"/herausforderungen/neu/?aus={given}")
        assert page.status_code == 200 and WORDS not in page.content.decode()
        assert "?aus=" not in page.content.decode()
        as_client(outsider).get(f"/arbeitsgruppen/vorschlagen/?aus={given}")
    sent = {"title": "Frage", "text": "Text", "quotable": "no", "was_shown": "1"}
    as_client(outsider).post(f"/herausforderungen/neu/?aus={reference(hidden)}", sent)
    assert Challenge.objects.exists() and not Outcome.objects.exists()


def test_a_group_proposal_is_filled_in_and_leads_back(public, result, member, as_client, seen):
    address = f"/arbeitsgruppen/vorschlagen/?aus={reference(result)}"
    page = as_client(member).get(address)
    assert page.context["form"]["question"].value() == WORDS
    sent = {
        "title": "AG Große Wohnungen",
        "question": WORDS,
        "expected_result": "Eine Empfehlung",
        "visibility": "members",
        "join": "open",
        "least_counties": 3,
    }
    answer = as_client(member).post(address, sent)
    assert answer.status_code == 302, answer.context["form"].errors
    group = WorkingGroup.objects.get(title="AG Große Wohnungen")
    assert group.get_absolute_url() in seen(public, member)
    back = f"{public.get_absolute_url()}nachher/#{reference(result)}"
    assert back in as_client(member).get(group.get_absolute_url()).content.decode()


def test_notes_of_a_meeting_become_a_draft_of_its_group(meeting, group, coordinator, member, as_client, seen):
    minutes = make_material(meeting, confidentiality="group", title="Notizen", text="Erstens\n\nZweitens")
    address = f"/entwuerfe/?aus={reference(minutes, 'event-material')}"
    assert address in seen(meeting, member) and "/herausforderungen/neu/" not in seen(meeting, member)
    form = as_client(member).get(address).context["form"]
    assert form.initial["title"] == "Notizen" and form.owners[form.initial["owner"]] == group
    owner = form.initial["owner"]
    as_client(member).post(address, {"title": "Notizen", "owner": owner, "begins": "empty"})
    draft = Draft.objects.get()
    assert draft.group == group
    words = [block["content"][0]["text"] for block in text_of(draft)["content"] if block.get("content")]
    assert words == ["Erstens", "Zweitens"]
    assert draft.get_absolute_url() in seen(meeting, coordinator)
    assert meeting.slug in as_client(coordinator).get(draft.get_absolute_url()).content.decode()


def test_an_entry_is_made_as_a_draft_and_tells_where_it_comes_from(public, result, office, member, outsider, as_client):
    address = f"{reverse('editing:become_entry')}?aus={reference(result)}"
    browser = as_client(office)
    assert WORDS in browser.get(address).content.decode()
    again = browser.post(address, {"kind": "good_practice", "title": "", "text": "Behalten"})
    assert "Behalten" in again.content.decode() and not Outcome.objects.exists()
    answer = browser.post(address, {"kind": "good_practice", "title": "Große Wohnungen", "text": WORDS})
    entry = Entry.objects.get(title="Große Wohnungen")
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[entry.pk]) and not entry.live
    page = f"{public.get_absolute_url()}nachher/"
    assert "Große Wohnungen" in browser.get(page).content.decode()
    assert "Große Wohnungen" not in as_client(member).get(page).content.decode()
    publish_entry(entry, actor=SYSTEM)
    assert f"/wissen/{entry.slug}/" in as_client(member).get(page).content.decode()
    shown = as_client(member).get(f"/wissen/{entry.slug}/").content.decode()
    assert f"{page}#{reference(result)}" in shown
    Event.objects.filter(pk=public.pk).update(confidentiality="group")
    assert public.slug not in as_client(outsider).get(f"/wissen/{entry.slug}/").content.decode()


def test_entries_are_made_by_whoever_may_of_what_they_read(public, result, member, editor, as_client):
    address = f"{reverse('editing:become_entry')}?aus="
    assert as_client(editor).get(address + reference(result)).status_code == 404
    assert as_client(editor).get(address).status_code == 404
    assert as_client(member).get(address + reference(result)).status_code in (302, 403)


def test_what_became_of_a_result_stays_when_the_result_goes(public, result, member, office, as_client):
    challenge = becomes_challenge(result, member, as_client)
    remove_result(result, actor=actor_for(office))
    page = as_client(member).get(challenge.get_absolute_url())
    assert page.status_code == 200 and public.slug not in page.content.decode()


def test_slides_become_nothing(public, member):
    slides = make_material(public, kind="other", link="https://example.org/folien")
    assert origin_named(reference(slides, "event-material"), actor_for(member)) is None
