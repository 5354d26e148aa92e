"""Comments and suggestions beside the text of a draft: by whom, and what becomes of them."""

from __future__ import annotations

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from workspace.actions.drafts import close_draft
from workspace.actions.remarks import Words, answer_comment, comment_on_draft, decline_suggestion, suggest
from workspace.drafting.formats.shapes import checked, plain_text
from workspace.drafting.passages import Passage
from workspace.drafting.store import append, load
from workspace.models import Draft, DraftComment, DraftReach, DraftSuggestion, GroupState, SuggestionState
from workspace.queries.drafts import text_of

pytestmark = pytest.mark.django_db
EDITOR = {"X-Requested-With": "fetch"}


@pytest.fixture
def suggestion(draft, mentor):
    words = Words("Etwa 4.200 Euro", "Mit den Feiertagen.")
    return suggest(draft, Passage("Etwa 3.500 Euro"), words, actor=actor_for(mentor))


def margin(client, draft):
    answer = client.get(f"/entwuerfe/{draft.pk}/rand/")
    assert answer.status_code == 200
    return answer.content.decode()


def send(client, draft, rest, **sent):
    return client.post(f"/entwuerfe/{draft.pk}/{rest}", sent)


def words_of(draft):
    return plain_text(checked(text_of(draft)))


def change_passage(suggestion, by, words):
    """Somebody writes in the middle of the passage, which keeps its mark."""
    text = load(suggestion.draft_id)[0].of(by.pk)
    append(suggestion.draft_id, [(by.pk, text.replace_marked("suggestion", suggestion.mark, words))])
    place = next(n for n, block in enumerate(words_of(suggestion.draft).split("\n")) if words in block)
    append(suggestion.draft_id, [(by.pk, text.mark("suggestion", suggestion.mark, place, 0, len(words)))])


def test_the_adviser_comments_on_words_copied_by_hand(draft, mentor, coordinator, as_client):
    answer = send(as_client(mentor), draft, "kommentare/", quote="eine Telefonnummer", text="Auch abends?")
    comment = DraftComment.objects.get()
    assert answer["Location"] == f"/entwuerfe/{draft.pk}/#bemerkung-{comment.pk}"
    assert (comment.quote, comment.author, comment.county.key) == ("eine Telefonnummer", mentor, "99003")
    shown = margin(as_client(coordinator), draft)
    assert f'id="bemerkung-{comment.pk}" data-mark="c{comment.pk}"' in shown
    assert "Auch abends?" in shown and f"{mentor}, {comment.county}" in shown
    text = as_client(coordinator).get(draft.get_absolute_url()).content.decode()
    assert f'<mark data-mark="c{comment.pk}" class="passage">eine Telefonnummer</mark>' in text


def test_a_place_from_the_editor_says_which_of_several_is_meant(draft, mentor, as_client):
    client = as_client(mentor)
    ambiguous = send(client, draft, "kommentare/", quote="e", text="Dieses?").content.decode()
    assert "Wählen Sie sie noch einmal" in ambiguous and "Dieses?" in ambiguous
    sent = {"quote": "e", "block": 1, "start": 4, "end": 5, "text": "Dieses."}
    assert send(client, draft, "kommentare/", **sent).status_code == 302


def test_a_comment_about_the_whole_needs_no_passage(draft, member, as_client):
    assert send(as_client(member), draft, "kommentare/?ganz", text="Gut so.").status_code == 302
    assert "Zum Entwurf als Ganzem" in margin(as_client(member), draft)


@pytest.mark.parametrize(
    ("rest", "sent", "kept"),
    [
        ("kommentare/", {"quote": "steht nirgends", "text": "Mein Kommentar"}, ("steht nirgends", "Mein Kommentar")),
        ("kommentare/", {"quote": "eine", "text": " "}, ('value="eine"',)),
        ("vorschlaege/", {"quote": "eine", "replacement": "eine"}, (">\neine</textarea>",)),
        ("vorschlaege/", {"replacement": "zwei", "reason": "Weil zwei reicht"}, ("zwei", "Weil zwei reicht")),
    ],
)
def test_what_could_not_be_taken_stays_as_it_was_typed(draft, mentor, as_client, rest, sent, kept):
    answer = send(as_client(mentor), draft, rest, **sent)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "form__error" in page and "<h1" in page
    assert all(words in page for words in kept)
    assert not DraftComment.objects.exists() and not DraftSuggestion.objects.exists()


def test_the_editor_is_answered_with_the_reason_first_and_nothing_else_moves(draft, mentor, as_client):
    client = as_client(mentor)
    address = f"/entwuerfe/{draft.pk}/kommentare/"
    refused = client.post(address, {"quote": "steht nirgends", "text": "Da"}, headers=EDITOR)
    page = refused.content.decode()
    assert refused.status_code == 200 and "<h1" not in page
    assert "Wählen Sie sie noch einmal" in page.split("form__error")[1]
    assert client.post(address, {"quote": "eine", "text": "Da"}, headers=EDITOR).status_code == 204
    assert "Ihr Kommentar steht" not in client.get("/entwuerfe/").content.decode()


def test_answers_and_what_is_settled(draft, member, mentor, coordinator, as_client):
    comment = comment_on_draft(draft, "Auch abends?", passage=Passage("eine"), actor=actor_for(mentor))
    rest = f"kommentare/{comment.pk}/"
    assert "form__error" in send(as_client(member), draft, f"{rest}antworten/", text=" ").content.decode()
    assert send(as_client(member), draft, f"{rest}antworten/", text="Ja, bis 22 Uhr.").status_code == 302
    assert "Ja, bis 22 Uhr." in margin(as_client(mentor), draft)
    send(as_client(coordinator), draft, f"{rest}erledigt/")
    shown = margin(as_client(mentor), draft)
    assert "1 erledigt" in shown and f"Erledigt durch {coordinator}" in shown
    assert f'data-mark="c{comment.pk}"' not in shown
    assert "<mark" not in as_client(mentor).get(draft.get_absolute_url()).content.decode()
    send(as_client(mentor), draft, f"{rest}wieder-offen/")
    assert f'data-mark="c{comment.pk}"' in margin(as_client(mentor), draft)


def test_a_comment_of_somebody_else_is_neither_settled_nor_deleted_by_the_adviser(draft, member, mentor, as_client):
    comment = comment_on_draft(draft, "Auch abends?", actor=actor_for(member))
    shown = margin(as_client(mentor), draft)
    assert "Antworten" in shown
    assert "erledigt/" not in shown and "loeschen/" not in shown
    for what in ("erledigt", "loeschen"):
        page = send(as_client(mentor), draft, f"kommentare/{comment.pk}/{what}/").content.decode()
        assert 'role="alert"' in page
    comment.refresh_from_db()
    assert not comment.is_resolved and comment.text == "Auch abends?"


def test_deleted_words_are_gone_and_answers_stay(draft, member, mentor, as_client):
    comment = comment_on_draft(draft, "Vertrauliches", passage=Passage("eine"), actor=actor_for(mentor))
    answer_comment(comment, "Dazu später.", actor=actor_for(member))
    send(as_client(mentor), draft, f"kommentare/{comment.pk}/loeschen/")
    shown = margin(as_client(member), draft)
    assert "Vertrauliches" not in shown
    assert "Dieser Kommentar wurde gelöscht." in shown and "Dazu später." in shown
    alone = comment_on_draft(draft, "Nur kurz", actor=actor_for(mentor))
    send(as_client(mentor), draft, f"kommentare/{alone.pk}/loeschen/")
    assert f'id="bemerkung-{alone.pk}"' not in margin(as_client(member), draft)


def test_a_suggestion_says_what_goes_what_comes_who_and_why(draft, suggestion, coordinator, mentor, as_client):
    shown = margin(as_client(coordinator), draft)
    assert f'data-mark="s{suggestion.pk}" data-replacement="Etwa 4.200 Euro"' in shown
    assert "<del>Etwa 3.500 Euro</del>" in shown and "<ins>Etwa 4.200 Euro</ins>" in shown
    assert "Zu streichen:" in shown and "Stattdessen:" in shown
    assert f"Vorschlag: {mentor}" in shown and "Mit den Feiertagen." in shown
    assert "annehmen/" in shown and "zuruecknehmen/" not in shown
    own = margin(as_client(mentor), draft)
    assert "annehmen/" not in own and "zuruecknehmen/" in own


def test_the_coordinator_accepts_and_the_text_reads_so(draft, suggestion, coordinator, mentor, as_client):
    send(as_client(coordinator), draft, f"vorschlaege/{suggestion.pk}/annehmen/", reason="Stimmt.")
    assert "Etwa 4.200 Euro im Jahr." in words_of(draft)
    shown = margin(as_client(mentor), draft)
    assert f"Angenommen durch {coordinator}" in shown and "Stimmt." in shown


def test_declining_needs_a_reason_which_the_author_reads(draft, suggestion, coordinator, mentor, as_client):
    client, rest = as_client(coordinator), f"vorschlaege/{suggestion.pk}/ablehnen/"
    asked = send(client, draft, rest).content.decode()
    assert "Sagen Sie in einem Satz, warum nicht." in asked
    assert "<details open>" in asked
    send(client, draft, rest, reason="Das Jahr ist noch nicht um.")
    shown = margin(as_client(mentor), draft)
    assert f"Abgelehnt durch {coordinator}" in shown and "Das Jahr ist noch nicht um." in shown
    assert "Etwa 3.500 Euro im Jahr." in words_of(draft)
    again = send(client, draft, f"vorschlaege/{suggestion.pk}/annehmen/").content.decode()
    assert "Über diesen Vorschlag ist schon entschieden." in again
    assert "Etwa 3.500 Euro im Jahr." in words_of(draft)


def test_the_adviser_does_not_accept_what_he_suggested_and_takes_it_back(draft, suggestion, mentor, as_client):
    client = as_client(mentor)
    send(client, draft, f"vorschlaege/{suggestion.pk}/annehmen/")
    assert "Etwa 3.500 Euro im Jahr." in words_of(draft)
    send(client, draft, f"vorschlaege/{suggestion.pk}/zuruecknehmen/")
    suggestion.refresh_from_db()
    assert suggestion.state == SuggestionState.WITHDRAWN
    assert f"Zurückgenommen durch {mentor}" in margin(client, draft)


def test_a_suggestion_older_than_an_edit_is_stale_and_renewed_by_its_author(
    draft, suggestion, coordinator, member, mentor, as_client
):
    change_passage(suggestion, member, "Rund 3.000 Euro")
    shown = margin(as_client(coordinator), draft)
    assert "Veraltet." in shown and "lautet jetzt „Rund 3.000 Euro“" in shown
    assert "annehmen/" not in shown and "ablehnen/" in shown and "erneuern/" not in shown
    send(as_client(coordinator), draft, f"vorschlaege/{suggestion.pk}/annehmen/")
    assert "Rund 3.000 Euro im Jahr." in words_of(draft)

    own = margin(as_client(mentor), draft)
    assert "erneuern/" in own and 'value="Rund 3.000 Euro"' in own
    sent = {"quote": "Rund 3.000 Euro", "replacement": "Etwa 4.200 Euro", "reason": "Weiterhin."}
    renewed = send(as_client(mentor), draft, f"vorschlaege/{suggestion.pk}/erneuern/", **sent)
    fresh = DraftSuggestion.objects.get(state=SuggestionState.OPEN)
    assert renewed["Location"].endswith(f"#vorschlag-{fresh.pk}")
    assert fresh.quote == "Rund 3.000 Euro" and fresh.author == mentor
    suggestion.refresh_from_db()
    assert suggestion.state == SuggestionState.WITHDRAWN
    send(as_client(coordinator), draft, f"vorschlaege/{fresh.pk}/annehmen/")
    assert "Etwa 4.200 Euro im Jahr." in words_of(draft)


def test_nobody_renews_the_suggestion_of_somebody_else(draft, suggestion, coordinator, as_client):
    sent = {"quote": "Etwa 3.500 Euro", "replacement": "Nichts"}
    send(as_client(coordinator), draft, f"vorschlaege/{suggestion.pk}/erneuern/", **sent)
    assert DraftSuggestion.objects.count() == 1


def test_members_comment_on_what_is_open_to_them(draft, outsider, as_client):
    Draft.objects.update(reach=DraftReach.MEMBERS)
    client = as_client(outsider)
    assert send(client, draft, "kommentare/", quote="eine", text="Von außen").status_code == 302
    assert send(client, draft, "vorschlaege/", quote="Etwa", replacement="Rund").status_code == 302
    assert "annehmen/" not in margin(client, draft)


def test_a_remark_of_another_draft_is_not_there(draft, suggestion, group, coordinator, as_client):
    other = Draft.objects.create(title="Anderer", group=group, author=coordinator)
    comment = comment_on_draft(draft, "Hier", actor=actor_for(coordinator))
    client = as_client(coordinator)
    assert send(client, other, f"kommentare/{comment.pk}/antworten/", text="Da").status_code == 404
    assert send(client, other, f"vorschlaege/{suggestion.pk}/annehmen/").status_code == 404
    assert send(client, draft, f"vorschlaege/{suggestion.pk}/verschwinden/").status_code == 404
    assert send(client, draft, f"kommentare/{comment.pk}/verschwinden/").status_code == 404
    assert client.get(f"/entwuerfe/{draft.pk}/kommentare/").status_code == 405


def test_words_typed_while_the_group_closes_are_not_lost(draft, group, member, as_client):
    group.state, group.closed_at = GroupState.CLOSED, timezone.now()
    group.save()
    page = send(as_client(member), draft, "kommentare/", quote="eine", text="Gerade noch").content.decode()
    assert "Gerade noch" in page and 'role="alert"' in page


def test_in_a_closed_draft_what_was_said_is_read_and_nothing_is_asked(
    draft, suggestion, coordinator, mentor, as_client
):
    decline_suggestion(suggestion, reason="Nein.", actor=actor_for(coordinator))
    close_draft(draft, actor=actor_for(coordinator))
    shown = margin(as_client(mentor), draft)
    assert "Nein." in shown
    assert "<form" not in shown
