"""Once a year the county is asked whether it still holds; one page answers, and whoever has the entry is told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from cms.actions.entries import unpublish_entry
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from plugins.membership.actions.adoptions import ask_whether_in_use, move_adoption
from plugins.membership.models import Adoption, AdoptionStep, Seat, this_month
from tests.factories import UserFactory, give_seat
from tests.factories.adopting import make_adoption
from workspace.schedules import announce_mails

pytestmark = pytest.mark.django_db
QUESTION = "Ein Jahr ist vergangen: Arbeitet Ihr Landkreis noch mit „Sprachkurs ohne Bus“?"


def days(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


def answer(adoption, person, state: str, text: str = "") -> Adoption:
    return move_adoption(adoption, state=state, month=this_month(), text=text, actor=actor_for(person))


def leave(person) -> None:
    Seat.objects.filter(person=person).update(end=timezone.localdate() - timedelta(days=1))


def mails_after(work) -> list[tuple[list[str], str, str]]:
    mail.outbox.clear()
    work()
    while dispatch_pending():
        pass
    announce_mails()
    while dispatch_pending():
        pass
    return [(one.to, one.subject, one.body) for one in mail.outbox]


def test_through_three_years(entry, member, told):
    """Asked after a year, not before, once; asked again a year after the question where nobody answers."""
    adoption = make_adoption(entry, member, "adopted", contact=member)
    for day in range(0, 365, 7):
        ask_whether_in_use(days(day))
    assert told(member) == []
    for day in range(365, 729, 7):
        ask_whether_in_use(days(day))
    assert told(member) == [QUESTION]
    for day in range(730, 800, 7):
        ask_whether_in_use(days(day))
    assert told(member) == [QUESTION, QUESTION]
    adoption.refresh_from_db()
    assert adoption.is_asked
    adoption = answer(adoption, member, "adapted", "Wir haben jetzt 31 Teilnehmende.")
    assert not adoption.is_asked
    assert adoption.ask_on == days(365)
    step = AdoptionStep.objects.last()
    assert (step.is_answer, step.stays, step.text) == (True, False, "Wir haben jetzt 31 Teilnehmende.")


def test_nobody_is_asked_about_what_was_stopped_or_taken_back(entry, member, mentor, told):
    make_adoption(entry, member, "dropped", contact=member)
    make_adoption(entry, mentor, "adopted", contact=mentor)
    unpublish_entry(entry, actor=SYSTEM)
    ask_whether_in_use(days(400))
    assert told(member) == told(mentor) == []
    assert not Adoption.objects.exclude(asked_at=None).exists()


def test_the_contact_is_asked_then_the_county_then_the_office(entry, member, office, told):
    second = give_seat(UserFactory(email="zweite@example.org"), "99001").person
    make_adoption(entry, member, contact=member)
    ask_whether_in_use(days(365))
    assert (told(member), told(second)) == ([QUESTION], [])
    leave(member)
    ask_whether_in_use(days(730))
    assert (told(second), told(office)) == ([QUESTION], [])
    leave(second)
    ask_whether_in_use(days(1095))
    assert told(office) == [
        "Ob Landkreis Auental noch mit „Sprachkurs ohne Bus“ arbeitet, kann niemand sagen: Der Sitz ist nicht besetzt."
    ]


def test_whoever_answers_for_the_entry_is_told_of_all_of_it(entry, member, coordinator, mentor, told):
    adoption = make_adoption(entry, member)
    answer(adoption, member, "adapted")
    answer(adoption, member, "adapted")
    answer(adoption, member, "dropped", "Es kam niemand.")
    assert told(coordinator) == [
        "Landkreis Auental hat „Sprachkurs ohne Bus“ beendet und sagt, warum.",
        "Landkreis Auental arbeitet weiter mit „Sprachkurs ohne Bus“.",
        "Landkreis Auental hat „Sprachkurs ohne Bus“ angepasst und arbeitet damit.",
        "Landkreis Auental probiert „Sprachkurs ohne Bus“ aus.",
    ]
    assert told(member) == told(mentor) == []


def test_where_nobody_answers_for_the_entry_any_more_its_county_is_told(entry, member, coordinator, told):
    second = give_seat(UserFactory(email="bergheide@example.org"), "99002").person
    leave(coordinator)
    make_adoption(entry, member, "adopted")
    assert told(coordinator) == []
    assert told(second) == ["Landkreis Auental hat „Sprachkurs ohne Bus“ übernommen."]


def test_the_question_goes_out_at_once_and_says_nothing_of_what_it_is_about(entry, member):
    make_adoption(entry, member, contact=member)
    (sent,) = [one for one in mails_after(lambda: ask_whether_in_use(days(365))) if one[0] == [member.email]]
    _to, subject, body = sent
    assert "Arbeitet Ihr Landkreis noch mit einem Beitrag? Eine kurze Antwort genügt" in body
    for word in ("Sprachkurs", "Bergheide", "Auental"):
        assert word not in subject + body


def test_a_new_adoption_is_mailed_without_its_content(entry, member, coordinator):
    from plugins.api.extensions import NotificationKind
    from plugins.api.registry import registry

    kinds = {kind.name: kind for kind in registry.records(NotificationKind)}
    assert kinds["membership.still_in_use"].usual_rhythm == "now"
    assert kinds["membership.adoption"].usual_rhythm == "daily"
    assert str(kinds["membership.adoption"].in_mail) == "Ein Landkreis sagt, was er mit einem Ihrer Beiträge macht"


def test_the_start_page_asks_once_and_not_again_as_a_notification(entry, member, told, as_client):
    adoption = make_adoption(entry, member, "adopted", contact=member)
    ask_whether_in_use(days(365))
    assert told(member) == [QUESTION]
    page = as_client(member).get("/start/").content.decode()
    assert page.count("Ein Jahr ist vergangen") == 1 and page.count("Sprachkurs ohne Bus</a>") == 2  # and among the new
    assert f'href="{adoption.get_absolute_url()}stand/"' in page
    assert QUESTION in as_client(member).get("/mitteilungen/").content.decode()
