"""Two drafts become one, and a part of a draft becomes one of its own."""

from __future__ import annotations

import pytest

from cms.models import County
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from tests.factories import contribute_to, end_of, make_challenge, make_consultation, make_draft, make_group
from workspace.actions.consultations import answer_contribution
from workspace.actions.draft_joining import merge_draft, split_draft
from workspace.actions.remarks import comment_on_draft
from workspace.drafting.formats.shapes import plain_text
from workspace.drafting.passages import Passage
from workspace.models import Draft, DraftOrigin, DraftState
from workspace.queries.draft_joining import people_gained_by_merging, sections_to_take_out
from workspace.queries.drafts import text_of
from workspace.queries.readers import sign_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(group, member):
    return make_draft(group, "Vorarbeit", by=member, text="# Woher\n\nAus Auental.")


def fresh(draft: Draft) -> Draft:
    return Draft.objects.get(pk=draft.pk)


def words(draft: Draft) -> str:
    return plain_text(text_of(draft))


def test_the_other_text_stands_at_the_end_and_both_are_kept(draft, other, coordinator, member, challenge, mentor):
    second = make_challenge("Wer hilft beim Umzug?", by=mentor)
    other.challenges.add(second)
    comment_on_draft(draft, "Stimmt.", passage=Passage("Eine Telefonnummer"), actor=actor_for(member))
    merge_draft(draft, other, actor=actor_for(coordinator))

    assert words(draft) == "Wozu\nWohnraum vermitteln.\nWie\nEine Telefonnummer.\nWoher\nAus Auental."
    assert "comment" in str(text_of(draft)), "the passage of the comment is still marked"
    assert fresh(other).state == DraftState.CLOSED and words(other) == "Woher\nAus Auental."
    origin = DraftOrigin.objects.get()
    assert (origin.draft, origin.source, origin.kind) == (draft, other, "merged")
    assert plain_text(origin.version.content) == "Woher\nAus Auental."
    newest = draft.versions.first()
    assert [runs[0][1] for runs in newest.authors] == [coordinator.pk] * 4 + [member.pk] * 2
    assert set(draft.challenges.all()) == {challenge, second}


def test_what_members_said_is_answered_before_the_words_go_elsewhere(draft, other, coordinator, outsider):
    lead = actor_for(coordinator)
    consultation = make_consultation(other, by=coordinator)
    said = contribute_to(consultation, by=outsider)
    end_of(consultation)
    with pytest.raises(Invalid) as refused:
        merge_draft(draft, other, actor=lead)
    assert "source" in refused.value.errors
    with pytest.raises(Invalid) as refused:
        split_draft(other, sections_to_take_out(other)[0].key, title="Ohne Antwort", actor=lead)
    assert "section" in refused.value.errors
    answer_contribution(said, "partly", "Im zweiten Satz.", actor=lead)
    merge_draft(draft, other, actor=lead)
    assert "Aus Auental." in words(draft)


def test_whoever_would_read_more_is_named_first(draft, coordinator, outsider):
    county = make_draft(County.objects.get(key="99002"), "Des Landkreises", by=coordinator, text="Vertraulich.")
    lead = actor_for(coordinator)
    gains = list(people_gained_by_merging(draft, county))
    assert gains
    with pytest.raises(Invalid) as refused:
        merge_draft(draft, county, actor=lead)
    assert "agreed_to" in refused.value.errors and "Vertraulich" not in words(draft)
    merge_draft(draft, county, actor=lead, agreed_to=sign_of(gains))
    assert "Vertraulich." in words(draft)


def test_only_whoever_leads_both_merges_them(draft, other, member, coordinator, mentor):
    with pytest.raises(Refused):
        merge_draft(draft, other, actor=actor_for(member))
    foreign = make_draft(make_group("AG fremd", coordinator=mentor), by=mentor)
    with pytest.raises(Missing):
        merge_draft(draft, foreign, actor=actor_for(coordinator))
    with pytest.raises(Invalid):
        merge_draft(draft, draft, actor=actor_for(coordinator))
    Draft.objects.filter(pk=other.pk).update(state=DraftState.DECIDED)
    with pytest.raises(Refused):
        merge_draft(draft, fresh(other), actor=actor_for(coordinator))


def test_a_part_becomes_a_draft_and_is_gone_where_it_stood(draft, coordinator, challenge):
    lead = actor_for(coordinator)
    section = sections_to_take_out(draft)[1]
    begun = split_draft(draft, section.key, title="Wie es geht", actor=lead)

    assert words(draft) == "Wozu\nWohnraum vermitteln." and words(begun) == "Wie\nEine Telefonnummer."
    origin = DraftOrigin.objects.get()
    assert (origin.draft, origin.source, origin.kind) == (begun, draft, "split")
    assert "Eine Telefonnummer." in plain_text(origin.version.content)
    assert begun.owner == draft.owner and list(begun.challenges.all()) == [challenge]
    assert "Eine Telefonnummer" not in plain_text(draft.versions.first().content)


def test_a_heading_with_smaller_ones_below_it_goes_with_all_of_them(group, coordinator):
    draft = make_draft(group, by=coordinator, text="Vorweg.\n\n# Eins\n\n## Klein\n\nMehr.\n\n# Zwei\n\nEnde.")
    sections = sections_to_take_out(draft)
    assert [(one.words, one.last - one.first) for one in sections] == [("Eins", 3), ("Klein", 2), ("Zwei", 2)]
    split_draft(draft, sections[0].key, title="Eins", actor=actor_for(coordinator))
    assert words(draft) == "Vorweg.\nZwei\nEnde."


def test_a_heading_that_is_gone_meanwhile_takes_nothing_out(draft, coordinator, member):
    with pytest.raises(Invalid) as refused:
        split_draft(draft, "0-12345678", title="Nichts", actor=actor_for(coordinator))
    assert "section" in refused.value.errors
    with pytest.raises(Refused):
        split_draft(draft, sections_to_take_out(draft)[0].key, title="Nicht meins", actor=actor_for(member))
    assert Draft.objects.count() == 1


def test_the_pages_ask_first_and_say_where_the_text_went(draft, other, coordinator, as_client):
    client = as_client(coordinator)
    address = f"/entwuerfe/{draft.pk}/zusammenfuehren/"
    assert "Vorarbeit" in client.get(address).content.decode()
    answer = client.post(address, {"source": other.pk}, follow=True).content.decode()
    assert "Aus Auental." in answer and f'href="/entwuerfe/{other.pk}/"' in answer
    assert f'href="/entwuerfe/{draft.pk}/"' in client.get(f"/entwuerfe/{other.pk}/").content.decode()
    assert client.post(address, {"source": other.pk}).status_code == 200, "nothing to choose any more"

    page = f"/entwuerfe/{draft.pk}/aufteilen/"
    key = sections_to_take_out(draft)[2].key
    assert "Woher" in client.get(page).content.decode()
    answer = client.post(page, {"section": key, "title": "Woher es kommt"}, follow=True).content.decode()
    assert "Woher es kommt" in answer and "Aus Auental." in answer
    assert "Aus Auental." not in client.get(f"/entwuerfe/{draft.pk}/").content.decode()


def test_the_page_names_those_who_would_read_more_before_anything_happens(draft, coordinator, member, as_client):
    county = make_draft(County.objects.get(key="99002"), "Des Landkreises", by=coordinator, text="Vertraulich.")
    client = as_client(coordinator)
    address = f"/entwuerfe/{draft.pk}/zusammenfuehren/"
    asked = client.post(address, {"source": county.pk}).content.decode()
    assert str(member) in asked and "Vertraulich" not in words(draft)
    sign = asked.partition('name="agreed_to" value="')[2].partition('"')[0]
    client.post(address, {"source": county.pk, "agreed_to": sign})
    assert "Vertraulich." in words(draft)


def test_a_draft_says_which_challenges_it_answers(group, coordinator, challenge, as_client):
    client = as_client(coordinator)
    begun = {"title": "Neu", "begins": "empty", "challenge": challenge.pk}
    html = client.post(f"/arbeitsgruppen/{group.slug}/entwuerfe/", begun, follow=True).content.decode()
    assert challenge.discussion.title in html
    draft = Draft.objects.get(title="Neu")
    address = f"/entwuerfe/{draft.pk}/herausforderungen/"
    assert "checked" in client.get(address).content.decode()
    client.post(address, {"challenges": []})
    assert not draft.challenges.exists()
    assert client.post(address, {"challenges": [10**9]}).status_code == 200
