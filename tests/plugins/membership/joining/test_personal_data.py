"""What applications say about a person is handed out whole, and goes with the person as far as it may."""

from __future__ import annotations

import pytest

from plugins.membership.models import Application, ApplicationDecision, ApplicationKey, SeatOffer
from plugins.membership.personal_data import applications as personal_data
from tests.factories.joining import make_application, make_link

pytestmark = pytest.mark.django_db


def test_it_is_handed_out_whole(applicant):
    application = make_application("asked", email=applicant.email)
    make_link(application)
    application.seat_offers.create(email=applicant.email, name="Anna", token_hash="a")
    given = personal_data.hand_out(applicant)
    assert given["applications"][0]["reasons"] == "Wir wollen von anderen lernen."
    assert given["opened_by_link"][0]["application__reference"] == application.reference
    assert given["seats_kept"][0]["name"] == "Anna"


def test_it_says_where_it_stands_in_the_words_for_outside(applicant):
    application = make_application("decided", email=applicant.email)
    application.questions.create(part="letter", text="Unterschrift?", answer="Ja.", answered_at=application.received_at)
    ApplicationDecision.objects.create(application=application, outcome="declined", reason="Geheim")
    (given,) = personal_data.hand_out(applicant)["applications"]
    assert given["state"] == make_application("received").outside and given["decision"] is None
    assert given["questions"][0]["answer"] == "Ja." and "Geheim" not in str(given)
    ApplicationDecision.objects.update(sent_at=application.received_at)
    (given,) = personal_data.hand_out(applicant)["applications"]
    assert given["decision"]["reason"] == "Geheim"


def test_begun_and_ended_ones_go_and_an_open_one_stays_until_it_is_decided(applicant):
    for state in ("begun", "declined", "received"):
        make_application(state, email=applicant.email, name="Anna Beispiel")
    others = make_application("begun")
    others.keys.create(email=applicant.email, is_reader=True, token_hash="b")
    others.seat_offers.create(email=applicant.email, name="Anna", token_hash="c")
    sentences = personal_data.erase(applicant)
    left = {one.state: one.name for one in Application.objects.exclude(pk=others.pk)}
    assert left == {"declined": "", "received": "Anna Beispiel"} and len(sentences) == 1
    assert not ApplicationKey.objects.filter(email=applicant.email).exists()
    assert not SeatOffer.objects.filter(email=applicant.email).exists()


def test_what_the_office_did_points_to_nobody(office):
    application = make_application("asked")
    application.notes.create(text="Notiz", written_by=office)
    application.questions.create(part="letter", text="Frage?", asked_by=office)
    assert personal_data.hand_out(office)["notes"][0]["text"] == "Notiz"
    assert personal_data.erase(office) == []
    assert application.notes.get().written_by is None and application.questions.get().asked_by is None
