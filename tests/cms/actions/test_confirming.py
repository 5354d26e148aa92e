"""The county is asked, suggests and answers; the desk decides. The door is asked at each step."""

from __future__ import annotations

import pytest
from wagtail.models import PageLogEntry

from cms.actions.confirming import (
    accept_suggestion,
    answer_confirmation,
    ask_for_confirmation,
    decline_suggestion,
    suggest_change,
    take_back_suggestion,
    withdraw_confirmation,
)
from cms.actions.entries import edit_entry, publish_entry, release_entry
from cms.actions.reviewing import submit_entry
from cms.models import Confirmation, GoodPractice, Suggestion
from plugins.api.access import SYSTEM, may, visible_to
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.outbox import dispatch_pending
from tests.factories import CHECKED, answered_by, ask_member, give_seat, make_county, make_entry, make_picture, text

SECTION = "<p>Der Kurs kostet 31.600 Euro. Er findet im Feuerwehrhaus statt.</p>"
COSTS = {"part": "approach", "passage": "31.600 Euro", "wording": "32.000 Euro", "why": "Nachberechnet"}
PLACE = {"part": "approach", "passage": "im Feuerwehrhaus", "wording": "im Pfarrheim"}
TITLE = {"part": "title", "wording": "Kurs im Dorf"}


@pytest.fixture
def draft(author):
    return make_entry(by=author, published=False, county=make_county("99001"), approach=text(SECTION))


@pytest.fixture
def asked(draft, member):
    return ask_member(draft, member, note="Stimmen die Zahlen?")


def fresh(entry):
    return GoodPractice.objects.get(pk=entry.pk)


def newest(entry):
    return fresh(entry).get_latest_revision_as_object()


def suggestions(confirmation):
    return list(confirmation.suggestions.all())


def states(confirmation):
    return [suggestion.state for suggestion in suggestions(confirmation)]


def mails_of(mailoutbox):
    while dispatch_pending():
        pass
    return mailoutbox


@pytest.mark.parametrize("name", ["author", "editor", "editor2", "office", "admin"])
def test_who_may_write_it_may_ask(name, draft, member, cast):
    assert ask_for_confirmation(draft, person=member, actor=cast[name]).is_open


@pytest.mark.parametrize("name", ["member", "coordinator", "guest", "applicant", "visitor"])
def test_nobody_else_asks(name, draft, member, cast):
    with pytest.raises((Refused, Missing)):
        ask_for_confirmation(draft, person=member, actor=cast[name])


def test_an_author_asks_about_their_own_entries_alone(member, cast):
    with pytest.raises(Refused):
        ask_for_confirmation(make_entry(), person=member, actor=cast["author"])


@pytest.mark.parametrize("name", ["guest", "applicant", "former_member", "editor2"])
def test_only_members_are_asked(name, draft, people, cast):
    with pytest.raises(Refused):
        ask_for_confirmation(draft, person=people[name], actor=cast["editor"])


def test_nobody_asks_themselves_and_nobody_is_asked_twice_at_once(asked, draft, member, editor, cast):
    with pytest.raises(Refused):
        ask_member(draft, member)
    give_seat(editor)
    with pytest.raises(Refused):
        ask_for_confirmation(draft, person=editor, actor=actor_for(editor))
    withdraw_confirmation(asked, actor=cast["author"])
    assert ask_member(draft, member).is_open


def test_the_request_is_seen_by_her_and_the_desk_alone(asked, cast):
    seen = {name for name, actor in cast.items() if visible_to(actor, Confirmation.objects.all()).exists()}
    assert seen == {"member", "author", "editor", "editor2", "office", "admin", "system"}
    assert [name for name in cast if name != "system" and may(cast[name], "answer", asked)] == ["member"]


def test_asking_opens_nothing_but_the_request(asked, draft, cast):
    assert not may(cast["member"], "see", draft)


def test_pictures_of_the_version_are_hers_until_she_answers(draft, member, cast):
    shown, other = make_picture("Dorf"), make_picture("Anderes", name="anderes.png")
    entry = fresh(draft)
    entry.body = [("picture", {"image": shown, "alt": "Ein Dorf", "caption": ""})]
    edit_entry(entry, actor=cast["author"])
    asked = ask_member(draft, member)
    assert may(cast["member"], "see", shown)
    assert not may(cast["member"], "see", other)
    assert not may(cast["coordinator"], "see", shown)
    answered_by(asked)
    assert not may(cast["member"], "see", shown)


def test_what_is_typed_later_is_not_what_she_was_asked(asked, draft, cast):
    entry = newest(draft)
    entry.title = "Geheimer neuer Titel"
    edit_entry(entry, actor=cast["author"])
    asked.refresh_from_db()
    assert asked.title == "Sprachkurs ohne Bus"


@pytest.mark.parametrize("name", ["coordinator", "guest", "visitor", "editor", "author", "admin"])
def test_nobody_answers_in_her_place(name, asked, cast):
    for act in (
        lambda actor: suggest_change(asked, **TITLE, actor=actor),
        lambda actor: answer_confirmation(asked, answer="named", actor=actor),
    ):
        with pytest.raises((Refused, Missing)):
            act(cast[name])
    asked.refresh_from_db()
    assert asked.is_open and not suggestions(asked)


def test_an_answer_ends_her_right(asked, cast):
    answered_by(asked, suggestions=[TITLE])
    for act in (
        lambda: suggest_change(asked, **TITLE, actor=cast["member"]),
        lambda: answer_confirmation(asked, answer="refused", actor=cast["member"]),
        lambda: take_back_suggestion(suggestions(asked)[0], actor=cast["member"]),
    ):
        with pytest.raises(Refused):
            act()
    with pytest.raises(Refused):
        withdraw_confirmation(asked, actor=cast["editor"])


def test_a_withdrawn_request_cannot_be_answered(asked, cast):
    withdraw_confirmation(asked, actor=cast["editor"])
    with pytest.raises(Refused):
        answer_confirmation(asked, answer="named", actor=cast["member"])


@pytest.mark.parametrize("answer", ["", "yes", "named "])
def test_an_answer_is_one_of_three(answer, asked, cast):
    with pytest.raises(Invalid):
        answer_confirmation(asked, answer=answer, actor=cast["member"])


@pytest.mark.parametrize(
    "suggestion",
    [
        {"part": "approach", "passage": "steht nicht da", "wording": "x"},
        {"part": "approach", "passage": "e", "wording": "x"},
        {"part": "title", "wording": " "},
        {"part": "title", "wording": "x" * 300},
    ],
)
def test_what_does_not_fit_is_said_at_once(suggestion, asked, cast):
    with pytest.raises(Invalid, match=r"\w+ \w+"):
        suggest_change(asked, **suggestion, actor=cast["member"])


@pytest.mark.parametrize("part", ["contact", "slug", "results", "gibt-es-nicht", "owner"])
def test_only_what_can_be_read_can_be_changed(part, asked, cast):
    with pytest.raises(Missing):
        suggest_change(asked, part=part, wording="x", actor=cast["member"])


def test_nothing_is_decided_while_she_writes(asked, cast):
    suggestion = suggest_change(asked, **TITLE, actor=cast["member"])
    with pytest.raises(Refused):
        accept_suggestion(suggestion, actor=cast["editor"])
    take_back_suggestion(suggestion, actor=cast["member"])
    assert not suggestions(asked)


def test_accepting_writes_a_new_draft_in_the_name_of_who_accepts(asked, draft, cast, editor):
    answered_by(asked, suggestions=[COSTS, TITLE])
    before = fresh(draft).latest_revision_id
    for suggestion in suggestions(asked):
        assert accept_suggestion(suggestion, actor=cast["editor"]).state == "accepted"
    entry = newest(draft)
    assert entry.title == "Kurs im Dorf"
    assert entry.approach[0].value.source == SECTION.replace("31.600", "32.000")
    assert fresh(draft).get_latest_revision().user == editor
    assert fresh(draft).latest_revision_id != before
    assert not fresh(draft).live


def test_passages_of_one_part_are_accepted_one_after_the_other(asked, draft, cast):
    answered_by(asked, suggestions=[COSTS, PLACE])
    for suggestion in suggestions(asked):
        accept_suggestion(suggestion, actor=cast["editor"])
    assert newest(draft).approach[0].value.source == (
        "<p>Der Kurs kostet 32.000 Euro. Er findet im Pfarrheim statt.</p>"
    )


def test_a_part_that_was_changed_since_makes_it_outdated(asked, draft, cast):
    answered_by(asked, suggestions=[COSTS, TITLE])
    entry = newest(draft)
    entry.approach = text(SECTION.replace("statt", "immer statt"))
    edit_entry(entry, actor=cast["author"])
    number = fresh(draft).revisions.count()
    costs, title = suggestions(asked)
    assert accept_suggestion(costs, actor=cast["editor"]).state == "stale"
    assert fresh(draft).revisions.count() == number
    assert accept_suggestion(title, actor=cast["editor"]).state == "accepted"


def test_what_a_form_changes_without_changing_a_word_makes_nothing_outdated(asked, draft, cast):
    answered_by(asked, suggestions=[COSTS])
    entry = newest(draft)
    entry.approach = text(SECTION.replace("<p>", '<p data-block-key="ab1c2">'))
    edit_entry(entry, actor=cast["author"])
    assert accept_suggestion(suggestions(asked)[0], actor=cast["editor"]).state == "accepted"


def test_the_whole_part_is_outdated_once_a_passage_of_it_was_accepted(asked, cast):
    whole = {"part": "approach", "wording": "Alles neu."}
    answered_by(asked, suggestions=[COSTS, whole])
    assert [accept_suggestion(each, actor=cast["editor"]).state for each in suggestions(asked)] == ["accepted", "stale"]


def test_a_passage_that_another_one_took_away_is_outdated(asked, cast):
    longer = {"part": "approach", "passage": "kostet 31.600 Euro", "wording": "ist frei"}
    answered_by(asked, suggestions=[longer, COSTS])
    assert [accept_suggestion(each, actor=cast["editor"]).state for each in suggestions(asked)] == ["accepted", "stale"]


def test_declining_needs_a_reason(asked, draft, cast):
    answered_by(asked, suggestions=[COSTS])
    suggestion = suggestions(asked)[0]
    with pytest.raises(Invalid):
        decline_suggestion(suggestion, reason="  ", actor=cast["editor"])
    decline_suggestion(suggestion, reason="Die Zahl ist geprüft.", actor=cast["editor"])
    assert (states(asked), newest(draft).approach[0].value.source) == (["declined"], SECTION)


def test_nothing_is_decided_twice(asked, draft, cast):
    """Two editors have the same page open."""
    answered_by(asked, suggestions=[COSTS])
    first, second = suggestions(asked) + suggestions(asked)
    accept_suggestion(first, actor=cast["editor"])
    number = fresh(draft).revisions.count()
    for act in (
        lambda: accept_suggestion(second, actor=cast["editor2"]),
        lambda: decline_suggestion(second, reason="Nein.", actor=cast["editor2"]),
    ):
        with pytest.raises(Refused):
            act()
    assert (states(asked), fresh(draft).revisions.count()) == (["accepted"], number)


@pytest.mark.parametrize("name", ["member", "coordinator", "guest", "visitor"])
def test_only_the_desk_decides(name, asked, cast):
    answered_by(asked, suggestions=[COSTS])
    for act in (accept_suggestion, lambda suggestion, actor: decline_suggestion(suggestion, reason="x", actor=actor)):
        with pytest.raises((Refused, Missing)):
            act(suggestions(asked)[0], actor=cast[name])
    assert states(asked) == ["open"]


def test_an_author_decides_about_their_own_entry_but_not_while_it_is_reviewed(asked, draft, cast):
    answered_by(asked, suggestions=[COSTS, TITLE])
    costs, title = suggestions(asked)
    assert accept_suggestion(costs, actor=cast["author"]).state == "accepted"
    submit_entry(fresh(draft), actor=cast["author"])
    with pytest.raises(Refused):
        accept_suggestion(title, actor=cast["author"])
    assert accept_suggestion(title, actor=cast["editor"]).state == "accepted"


def test_mails_carry_a_link_and_nothing_else(asked, draft, member, editor, cast, mailoutbox):
    assert [(mail.to, mail.subject) for mail in mails_of(mailoutbox)] == [([member.email], mailoutbox[0].subject)]
    answered_by(asked, note="Geheime Antwort", suggestions=[COSTS, PLACE])
    assert mails_of(mailoutbox)[-1].to == [editor.email]
    accept_suggestion(suggestions(asked)[0], actor=cast["editor"])
    assert len(mails_of(mailoutbox)) == 2
    decline_suggestion(suggestions(asked)[1], reason="Geheimer Grund", actor=cast["editor2"])
    assert mails_of(mailoutbox)[-1].to == [member.email]
    assert len(mailoutbox) == 3
    for mail in mailoutbox:
        said = mail.subject + mail.body
        assert f"/{asked.pk}/" in mail.body
        for word in (draft.title, "Stimmen", "Geheim", "32.000", "Pfarrheim", "Auental", "Nachberechnet"):
            assert word not in said


def test_who_was_withdrawn_before_the_mail_went_gets_none(asked, cast, mailoutbox):
    withdraw_confirmation(asked, actor=cast["editor"])
    assert mails_of(mailoutbox) == []


def test_the_answer_is_kept_with_the_release(draft, member, cast, editor2):
    answered_by(ask_member(draft, member), answer="refused")
    asked = answered_by(ask_member(draft, member), answer="unnamed")
    publish_entry(draft, actor=cast["editor"])
    release = release_entry(fresh(draft), actor=cast["editor2"], checklist=CHECKED)
    assert list(release.confirmations.all()) == [asked]
    line = PageLogEntry.objects.get(page=draft.pk, action="cms.release")
    assert line.data["confirmations"] == [asked.pk]
    later = answered_by(ask_member(draft, member), answer="refused")
    assert later not in release.confirmations.all()


def test_the_audit_trail_knows_each_step_and_no_text(asked, draft, cast):
    answered_by(asked, note="Geheim", suggestions=[COSTS, TITLE])
    accept_suggestion(suggestions(asked)[0], actor=cast["editor"])
    decline_suggestion(suggestions(asked)[1], reason="Geheim", actor=cast["editor"])
    lines = PageLogEntry.objects.filter(page=draft.pk, action__startswith="cms.").order_by("pk")
    assert [line.action for line in lines] == [
        "cms.ask_county",
        "cms.answer_confirmation",
        "cms.decide_suggestion",
        "cms.decide_suggestion",
    ]
    assert lines[1].user == cast["member"].user
    assert all(word not in str(line.data) for line in lines for word in ("Geheim", "32.000", "Kurs im Dorf"))


def test_the_entry_takes_its_requests_with_it(asked, draft):
    answered_by(asked, suggestions=[TITLE])
    fresh(draft).delete()
    assert not Confirmation.objects.exists() and not Suggestion.objects.exists()


def test_the_system_may_ask(draft, member):
    assert ask_for_confirmation(draft, person=member, actor=SYSTEM).asked_by is None
