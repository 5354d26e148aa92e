"""An assessor reads, saves, sends, steps back; sees nothing of the others before, and nothing at all afterwards."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from plugins.membership.actions.assessments import (
    close_reading,
    declare_conflict,
    save_assessment,
    send_assessment,
)
from plugins.membership.models import ApplicationLetter, Assessment, Criterion, Seat
from plugins.membership.queries.assessments import own_assessments
from tests.factories.joining import make_application, make_assessment, make_letter

pytestmark = pytest.mark.django_db


def page_of(client, assessment) -> str:
    return client.get(assessment.get_absolute_url()).content.decode()


def typed(round, points="2", **more) -> dict[str, str]:
    numbers = list(Criterion.objects.filter(round=round).values_list("pk", flat=True))
    return {f"points_{pk}": points for pk in numbers} | {"summary": "Passt gut."} | more


def put_letter(application) -> bytes:
    upload = make_letter()
    content = upload.read()
    letter = ApplicationLetter(application=application, name="Schreiben.pdf", content_type="application/pdf", size=9)
    letter.file.save(letter.name, ContentFile(content))
    return content


def letter_of(application) -> str:
    return f"/mitglied-werden/bewerbungen/{application.pk}/brief/"


def test_the_texts_without_who_wrote_them_and_how_to_reach_them(application, asked, member, as_client):
    page = page_of(as_client(member), asked[0])
    assert "Wir wollen von anderen lernen." in page and "Seewinkel" in page and "Integrationsbeauftragte" in page
    assert "Ihr Landkreis" not in page
    for hidden in (application.email, application.telephone, application.name):
        assert hidden not in page


def test_the_letter_of_the_county_as_the_office_sees_it(application, asked, member, office, as_client):
    assert "noch kein Schreiben" in page_of(as_client(member), asked[0])
    content = put_letter(application)
    address = letter_of(application)
    assert f'href="{address}"' in page_of(as_client(member), asked[0])
    for reader in (member, office):
        answer = as_client(reader).get(address)
        assert b"".join(answer.streaming_content) == content
        assert answer["Content-Disposition"] == 'attachment; filename="Schreiben.pdf"'


@pytest.mark.parametrize("who", ["applicant", "outsider", "former_member", "guest", "editor", "author"])
def test_nobody_else_has_a_letter(who, application, asked, request, as_client):
    put_letter(application)
    assert as_client(request.getfixturevalue(who)).get(letter_of(application)).status_code == 404


def test_after_a_conflict_of_interest_or_the_seat_there_is_no_letter(application, asked, member, mentor, as_client):
    put_letter(application)
    declare_conflict(asked[0], reason="Wir haben ein gemeinsames Projekt.", actor=actor_for(member))
    assert as_client(member).get(letter_of(application)).status_code == 404
    Seat.objects.filter(person=mentor).update(end=timezone.localdate() - timedelta(days=1))
    assert as_client(mentor).get(letter_of(application)).status_code == 404


@pytest.mark.parametrize("who", ["outsider", "former_member", "guest", "applicant", "editor", "office", "coordinator"])
def test_whoever_was_not_asked_for_it_finds_nothing(who, asked, request, as_client):
    client = as_client(request.getfixturevalue(who))
    for rest in ("", "interessenkonflikt/"):
        assert client.get(f"/einschaetzungen/{asked[0].pk}/{rest}").status_code == 404
        assert client.post(f"/einschaetzungen/{asked[0].pk}/{rest}", {"do": "send", "reason": "x"}).status_code == 404
    assert f"/einschaetzungen/{asked[0].pk}/" not in client.get("/einschaetzungen/").content.decode()


def test_visitors_sign_in_for_their_list_and_find_no_application(asked, as_client):
    assert as_client().get("/einschaetzungen/").status_code == 302
    assert as_client().get(asked[0].get_absolute_url()).status_code == 404


def test_a_draft_may_have_gaps_and_nobody_else_reads_it(round, asked, member, coordinator, office, as_client):
    first = Criterion.objects.filter(round=round).first()
    data = {f"points_{first.pk}": "3", f"note_{first.pk}": "Geheimnotiz", "summary": "", "do": "save"}
    browser = as_client(member)
    assert browser.post(asked[0].get_absolute_url(), data).status_code == 302
    page = page_of(browser, asked[0])
    assert "Geheimnotiz" in page and page.count(" checked") == 1
    overview = f"/mitglied-werden/bewerbungen/{asked[0].application_id}/einschaetzungen/"
    assert "Geheimnotiz" not in page_of(as_client(coordinator), asked[1])
    assert "Geheimnotiz" not in as_client(office).get(overview).content.decode()


def test_sending_needs_every_criterion_and_says_at_the_field_what_is_missing(round, asked, member, as_client):
    data = typed(round, summary="", do="send")
    del data[f"points_{Criterion.objects.filter(round=round).last().pk}"]
    page = as_client(member).post(asked[0].get_absolute_url(), data).content.decode()
    assert page.count("form__error") == 2 and "Bitte vergeben Sie Punkte" in page and page.count(" checked") == 2
    asked[0].refresh_from_db()
    assert asked[0].sent_at is None


def test_the_action_refuses_gaps_too(asked, member, whole):
    marks = dict(list(whole["marks"].items())[:2])
    with pytest.raises(Invalid) as raised:
        send_assessment(asked[0], summary="", marks=marks, actor=actor_for(member))
    assert len(raised.value.errors) == 2
    with pytest.raises(Invalid):
        save_assessment(asked[0], summary="x" * 4001, marks={}, actor=actor_for(member))
    with pytest.raises(Invalid):
        save_assessment(asked[0], summary="", marks=dict.fromkeys(whole["marks"], (4, "")), actor=actor_for(member))
    asked[0].refresh_from_db()
    assert (asked[0].summary, asked[0].marks.count()) == ("", 0)


def test_nothing_of_the_others_before_sending_and_all_of_them_afterwards(asked, member, coordinator, whole, as_client):
    told = {**whole, "summary": "Wort der Koordination"}
    send_assessment(asked[1], **told, actor=actor_for(coordinator))
    browser = as_client(member)
    page = page_of(browser, asked[0])
    assert "Wort der Koordination" not in page and "Alex Coordinator" not in page
    assert not may(actor_for(member), "see", asked[1])
    send_assessment(asked[0], **whole, actor=actor_for(member))
    page = page_of(browser, asked[0])
    assert "Wort der Koordination" in page and "Alex Coordinator" in page and "Alex Mentor" not in page


def test_what_was_sent_stays_as_it_is(round, asked, member, whole, as_client):
    send_assessment(asked[0], **whole, actor=actor_for(member))
    with pytest.raises(Refused):
        save_assessment(asked[0], summary="Anders", marks={}, actor=actor_for(member))
    assert as_client(member).post(asked[0].get_absolute_url(), typed(round, do="save")).status_code == 403


def test_a_conflict_closes_everything_at_once(asked, member, coordinator, office, whole, as_client):
    send_assessment(asked[0], **whole, actor=actor_for(member))
    send_assessment(asked[1], **whole, actor=actor_for(coordinator))
    browser, path = as_client(member), asked[0].get_absolute_url()
    assert browser.post(f"{path}interessenkonflikt/", {"reason": ""}).status_code == 200
    assert browser.post(f"{path}interessenkonflikt/", {"reason": "Gemeinsames Projekt"}).status_code == 302
    for address in (path, f"{path}interessenkonflikt/"):
        assert browser.get(address).status_code == 404
    assert path not in browser.get("/einschaetzungen/").content.decode()
    actor = actor_for(member)
    assert not may(actor, "see", asked[0].application) and not may(actor, "see", asked[1])
    assert not own_assessments(actor).exists()
    with pytest.raises(Missing):
        save_assessment(asked[0], summary="", marks={}, actor=actor)
    overview = as_client(office).get(f"/mitglied-werden/bewerbungen/{asked[0].application_id}/einschaetzungen/")
    assert "Gemeinsames Projekt" in overview.content.decode()
    assert "Alex Member" not in page_of(as_client(coordinator), asked[1])


def test_whose_seat_ends_reads_nothing_more(asked, member, as_client):
    Seat.objects.filter(person=member).update(end=timezone.localdate() - timedelta(days=1))
    assert as_client(member).get(asked[0].get_absolute_url()).status_code == 404
    assert not may(actor_for(member), "see", asked[0].application)


def test_the_last_one_that_is_awaited_makes_it_assessed(application, asked, member, coordinator, mentor, whole):
    for assessment, person, state in zip(
        asked, (member, coordinator, mentor), ("complete", "complete", "assessed"), strict=True
    ):
        send_assessment(assessment, **whole, actor=actor_for(person))
        application.refresh_from_db()
        assert application.state == state


def test_one_alone_is_too_few_and_the_office_closes_the_reading(
    application, asked, member, coordinator, mentor, office, whole
):
    for assessment, person in ((asked[1], coordinator), (asked[2], mentor)):
        declare_conflict(assessment, reason="Nachbarn", actor=actor_for(person))
    with pytest.raises(Refused):
        close_reading(application, actor=actor_for(office))
    send_assessment(asked[0], **whole, actor=actor_for(member))
    application.refresh_from_db()
    assert application.state == "complete"
    assert close_reading(application, actor=actor_for(office)).state == "assessed"


def test_a_conflict_declared_last_leaves_the_office_the_choice(application, asked, member, coordinator, mentor, whole):
    send_assessment(asked[0], **whole, actor=actor_for(member))
    send_assessment(asked[1], **whole, actor=actor_for(coordinator))
    declare_conflict(asked[2], reason="Nachbarn", actor=actor_for(mentor))
    application.refresh_from_db()
    assert application.state == "complete"


def test_while_the_county_is_asked_something_drafts_are_kept_and_not_sent(asked, member, whole):
    asked[0].application.state = "asked"
    asked[0].application.save()
    save_assessment(asked[0], **whole, actor=actor_for(member))
    with pytest.raises(Refused, match="nachgefragt"):
        send_assessment(asked[0], **whole, actor=actor_for(member))


@pytest.mark.parametrize("state", ["assessed", "decided", "accepted", "withdrawn"])
def test_when_it_has_gone_on_nothing_is_written_any_more(state, asked, member, whole, as_client):
    asked[0].application.state = state
    asked[0].application.save()
    with pytest.raises(Refused):
        send_assessment(asked[0], **whole, actor=actor_for(member))
    assert "weitergegangen" in page_of(as_client(member), asked[0])


def test_without_a_round_words_are_enough(member, coordinator, as_client):
    own = make_assessment(make_application("complete"), member)
    browser = as_client(member)
    assert "gehört zu keiner Runde" in page_of(browser, own)
    assert browser.post(own.get_absolute_url(), {"summary": "Gut", "do": "send"}).status_code == 302
    assert Assessment.objects.get().state == "sent"


def test_removed_texts_say_so(asked, application, member, as_client):
    application.reasons = application.contribution = application.resources = ""
    application.emptied_at = timezone.now()
    application.save()
    assert "sind entfernt" in page_of(as_client(member), asked[0])
