"""First the mentor is asked, then the new member, and before both agreed nobody reads how to reach the other."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.outbox import dispatch_pending
from plugins.membership.actions.mentorship_clock import follow_mentorships
from plugins.membership.actions.mentorship_closing import ask_for_change
from plugins.membership.actions.mentorships import accept_mentorship, assign_mentor, decline_mentorship, end_mentorship
from plugins.membership.models import ClosingAnswer, MemberProfile, Mentorship
from tests.contracts.leaks.walking import ask
from tests.factories import tell_members
from tests.factories.mentoring import make_mentorship, offer_of
from tests.mail_server import mail_server
from workspace.actions.notifications import choose_rhythms
from workspace.queries.notifications import notifications_of, sentence
from workspace.schedules import announce_mails

pytestmark = pytest.mark.django_db

REST = (
    *("", "zusagen/", "absagen/", "wechsel/", "rueckblick/", "beenden/"),
    *("schritte/{}/erledigt/", "schritte/{}/auslassen/"),
)
NUMBERS = {"mentor": "0171 1111111", "outsider": "0172 2222222"}


@pytest.fixture
def mailbox(settings):
    with mail_server(settings) as box:
        yield box


@pytest.fixture
def numbers(mentor, outsider):
    """Both have a number that they do not show to members."""
    for name, person in (("mentor", mentor), ("outsider", outsider)):
        tell_members(person, telephone=NUMBERS[name])


def told(person):
    dispatch_pending()
    return [sentence(one) for one in notifications_of(actor_for(person))]


def page_of(mentorship, person, as_client):
    answer = as_client(person).get(mentorship.get_absolute_url())
    return answer.content.decode() if answer.status_code == 200 else None


def reaches(page, name, person):
    return NUMBERS[name] in page, person.email in page


def test_the_new_member_hears_nothing_before_the_mentor_agreed(mentor, outsider, office, as_client):
    mentorship = make_mentorship(mentor, outsider, office=office, state="asked")
    assert told(mentor) == ["Möchten Sie Alex Outsider durch die ersten zwölf Wochen begleiten?"]
    assert told(outsider) == []
    assert page_of(mentorship, outsider, as_client) is None
    assert as_client(outsider).get("/mentoring/").status_code == 404
    accept_mentorship(mentorship, actor=actor_for(mentor))
    assert told(outsider) == ["Alex Mentor möchte Sie begleiten. Sind Sie einverstanden?"]
    assert "Zusagen" in page_of(mentorship, outsider, as_client)


def test_neither_reads_how_to_reach_the_other_before_both_agreed(mentor, outsider, office, numbers, as_client):
    mentorship = make_mentorship(mentor, outsider, office=office, state="asked")
    assert reaches(page_of(mentorship, mentor, as_client), "outsider", outsider) == (False, False)
    mentorship = accept_mentorship(mentorship, actor=actor_for(mentor))
    page = page_of(mentorship, outsider, as_client)
    assert reaches(page, "mentor", mentor) == (False, False)
    assert "sieht hier jede Seite E-Mail-Adresse und Telefonnummer der anderen" in page
    assert reaches(page_of(mentorship, mentor, as_client), "outsider", outsider) == (False, False)
    accept_mentorship(mentorship, actor=actor_for(outsider))
    assert reaches(page_of(mentorship, outsider, as_client), "mentor", mentor) == (True, True)
    assert reaches(page_of(mentorship, mentor, as_client), "outsider", outsider) == (True, True)
    assert not MemberProfile.objects.filter(shows_telephone=True).exists()
    end_mentorship(mentorship, actor=actor_for(office))
    assert reaches(page_of(mentorship, mentor, as_client), "outsider", outsider) == (False, False)


def test_a_mentors_no_stays_between_them_and_the_office(mentor, outsider, office, as_client):
    mentorship = make_mentorship(mentor, outsider, office=office, state="asked")
    answer = as_client(mentor).post(f"/mentoring/{mentorship.pk}/absagen/", {"decline_reason": "Elternzeit"})
    assert answer.status_code == 302
    assert "Die Begleitung von Alex Outsider durch Alex Mentor kommt nicht zustande." in told(office)
    assert told(outsider) == []
    assert page_of(mentorship, outsider, as_client) is None
    assert "Elternzeit" in page_of(mentorship, office, as_client)
    assert "Elternzeit" in page_of(mentorship, mentor, as_client)


def test_of_a_new_members_no_the_mentor_learns_that_and_not_why(mentor, outsider, office, as_client):
    mentorship = make_mentorship(mentor, outsider, office=office, state="agreed")
    decline_mentorship(mentorship, actor=actor_for(outsider), reason="Wir kennen uns zu gut")
    assert "Die Begleitung, nach der Sie gefragt wurden, kommt nicht zustande." in told(mentor)
    assert "zu gut" not in page_of(mentorship, mentor, as_client)
    assert "zu gut" in page_of(mentorship, office, as_client)


def test_nobody_answers_for_somebody_else_and_nobody_twice(cast, mentor, outsider, office):
    mentorship = make_mentorship(mentor, outsider, office=office, state="asked")
    for name, actor in cast.items():
        if name not in ("mentor", "system"):
            assert not may(actor, "accept", mentorship), name
    with pytest.raises(Missing):
        accept_mentorship(mentorship, actor=actor_for(outsider))
    with pytest.raises(Refused):
        accept_mentorship(mentorship, actor=actor_for(office))
    mentorship = accept_mentorship(mentorship, actor=actor_for(mentor))
    with pytest.raises(Refused):
        accept_mentorship(mentorship, actor=actor_for(mentor))
    accept_mentorship(mentorship, actor=actor_for(outsider))
    with pytest.raises(Refused, match="inzwischen weitergegangen"):
        decline_mentorship(mentorship, actor=actor_for(outsider))


def test_only_the_office_asks_and_only_whoever_is_proposed(cast, mentor, member, outsider, office):
    offer_of(mentor)
    for name, actor in cast.items():
        assert bool(may(actor, "create", Mentorship)) == (name in ("office", "admin", "system")), name
    with pytest.raises(Refused):
        assign_mentor(mentor, outsider, actor=actor_for(member))
    with pytest.raises(Invalid, match="vorgeschlagenen"):
        assign_mentor(member, outsider, actor=actor_for(office))
    assign_mentor(mentor, outsider, actor=actor_for(office))
    with pytest.raises(Invalid, match="schon eine Begleitung"):
        assign_mentor(mentor, outsider, actor=actor_for(office))


def test_the_two_and_the_office_see_it_and_nobody_else(people, mentor, outsider, office, as_client):
    mentorship = make_mentorship(mentor, outsider, office=office)
    for name, person in people.items():
        status = as_client(person).get(mentorship.get_absolute_url()).status_code
        expected = 200 if name in ("mentor", "outsider", "office", "admin") else 302 if name == "visitor" else 404
        assert status == expected, name


def test_mails_say_that_there_is_something_and_name_nobody(mentor, outsider, office, mailbox):
    mentorship = make_mentorship(mentor, outsider, office=office, state="asked")
    work()
    (mail,) = mailbox.mails
    assert mailbox.recipients == [mentor.email]
    assert "Outsider" not in str(mail["Subject"])
    for kind in ("plain", "html"):
        words = mail.get_body((kind,)).get_content()
        assert "Das Programmbüro fragt Sie wegen einer Begleitung" in words
        assert "Outsider" not in words
    assert Mentorship.objects.get() == mentorship


@pytest.mark.parametrize("rest", REST)
def test_what_is_not_ones_own_answers_like_what_is_not_there(rest, mentor, outsider, member, guest, office, as_client):
    mentorship = make_mentorship(mentor, outsider, office=office)
    step = mentorship.steps.first()
    for person, method in product((member, guest), ("GET", "POST")):
        there, nowhere = (
            ask(as_client(person), f"/mentoring/{pk}/{rest.format(number)}", method).without(str(pk), str(number))
            for pk, number in ((mentorship.pk, step.pk), (987_654, 987_653))
        )
        assert there == nowhere
        assert there[0] in (404, 405)


@pytest.mark.parametrize(
    ("does", "receives", "says"),
    [
        ("begin", "outsider", "In Ihrer Begleitung gibt es etwas Neues"),
        ("ask quietly", "office", "Eine Begleitung braucht das Programmbüro"),
        ("ask again", "outsider", "Das Programmbüro fragt, ob Sie jetzt Mentor:in sein möchten"),
    ],
)
def test_other_mails_name_nobody_either(does, receives, says, mentor, outsider, office, mailbox, request):
    mentorship = make_mentorship(mentor, outsider, office=office)
    work()
    if does == "ask again":
        Mentorship.objects.update(state="closed", ended_on=timezone.localdate() - timedelta(days=335))
        ClosingAnswer.objects.create(
            mentorship=mentorship, person=outsider, helped="Quitte", recommends=True, would_mentor=True
        )
        follow_mentorships()
    if does == "ask quietly":
        choose_rhythms({"membership.mentoring_office": "now"}, actor=actor_for(office))
        ask_for_change(mentorship, "Quitte", actor=actor_for(outsider))
    work()
    to = request.getfixturevalue(receives).email
    mails = [mail for mail, address in zip(mailbox.mails, mailbox.recipients, strict=True) if address == to]
    texts = [str(mail["Subject"]) + mail.get_body(("plain",)).get_content() for mail in mails]
    assert any(says in text for text in texts)
    assert not any(name in text for text in texts for name in ("Alex Mentor", "Alex Outsider", "Quitte"))
    if does == "ask quietly":
        assert not any(says in mail.get_body(("plain",)).get_content() for mail in mailbox.mails if mail not in mails)


def work():
    """What the worker does in a minute."""
    dispatch_pending()
    announce_mails()
    dispatch_pending()


def test_the_clock_agrees_for_nobody(mentor, outsider, office):
    make_mentorship(mentor, outsider, office=office, state="asked")
    follow_mentorships(timezone.localdate() + timedelta(weeks=30))
    assert Mentorship.objects.get().state == "asked"
