"""Mails about notifications: in everybody's rhythm, discreet, with a way out, sent to a real server."""

from __future__ import annotations

import io
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core import mail as django_mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from cms.actions.entries import unpublish_entry
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.extensions import NotificationKind
from plugins.api.models import Delivery
from plugins.api.outbox import dispatch_pending
from plugins.api.registry import registry
from tests.factories import make_entry, make_topic
from tests.mail_server import Mailbox, mail_server
from workspace.actions.notifications import choose_rhythms, read_all_notifications
from workspace.facts import MailDue
from workspace.mails import write_about_notifications
from workspace.models import MailState, Notification, NotificationChoice, TopicFollow
from workspace.queries.mails import last_daily, last_weekly, people_to_write_to
from workspace.schedules import announce_mails

pytestmark = pytest.mark.django_db

BERLIN = ZoneInfo("Europe/Berlin")
SECRET = "Quittenstellwand"


@pytest.fixture
def mailbox(settings):
    with mail_server(settings) as box:
        yield box


@pytest.fixture
def wohnen(member):
    topic = make_topic("Wohnen")
    TopicFollow.objects.create(user=member, topic=topic)
    return topic


def choose(person, rhythm: str) -> None:
    choose_rhythms({"workspace.topic": rhythm}, actor=actor_for(person))


def work() -> None:
    """What the worker does in a minute."""
    dispatch_pending()
    announce_mails()
    dispatch_pending()


def made_at(year: int, month: int, day: int, hour: int) -> datetime:
    moment = datetime(year, month, day, hour, tzinfo=BERLIN)
    Notification.objects.update(created_at=moment)
    return moment


class Clock:
    """Says what time it is."""

    def __init__(self, now: datetime) -> None:
        self.now = lambda: now
        self.localtime, self.make_aware = timezone.localtime, timezone.make_aware


def parts(mail) -> tuple[str, str]:
    return (
        mail.get_body(("plain",)).get_content(),
        mail.get_body(("html",)).get_content(),
    )


def test_a_mail_at_once_carries_what_programs_need_and_nothing_confidential(member, wohnen, mailbox: Mailbox):
    choose(member, "now")
    make_entry(title=f"Die {SECRET}", topics=[wohnen], summary=SECRET)
    work()
    (mail,) = mailbox.mails
    assert mailbox.recipients == [member.email]
    assert SECRET not in mail.as_string() and "wohnen" not in mail.as_string().lower()
    assert mail["Subject"] == "Ihre Mitteilungen aus dem Forum"
    text, markup = parts(mail)
    for part in (text, markup):
        assert "Ein neuer Beitrag zu einem Thema, dem Sie folgen" in part
        assert "/mitteilungen/beenden/" in part and "/konto/mitteilungen/" in part
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Precedence"] == "list"
    assert mail["List-Id"].endswith("<notifications.127.0.0.1>")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].strip(" <>") in text
    assert mail.get_content_type() == "multipart/alternative"


def test_the_same_is_mailed_once(member, wohnen, mailbox):
    choose(member, "now")
    make_entry(topics=[wohnen])
    work()
    work()
    assert len(mailbox.mails) == 1


def test_one_press_on_unsubscribe_ends_mails_of_the_kind(member, wohnen, mailbox):
    choose(member, "now")
    make_entry(topics=[wohnen])
    work()
    address = mailbox.mails[0]["List-Unsubscribe"].strip(" <>")
    path = address.removeprefix("http://127.0.0.1:8000")
    assert Client(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    make_entry(title="Noch einer", topics=[wohnen])
    work()
    assert len(mailbox.mails) == 1
    assert NotificationChoice.objects.get(user=member).rhythm == "never"
    assert Notification.objects.filter(recipient=member).count() == 2


def test_seven_o_clock_is_local_time_in_summer_and_winter():
    def at(*when: int) -> datetime:
        return datetime(*when, tzinfo=BERLIN)  # type: ignore[misc]

    assert last_daily(at(2027, 7, 1, 7, 0)) == at(2027, 7, 1, 7)
    assert last_daily(at(2027, 1, 1, 6, 59)) == at(2026, 12, 31, 7)
    assert last_daily(at(2027, 3, 28, 12)) == at(2027, 3, 28, 7)  # the clock went forward at night
    assert last_weekly(at(2027, 3, 14, 23)) == at(2027, 3, 8, 7)
    assert last_weekly(at(2027, 3, 15, 6, 59)) == at(2027, 3, 8, 7)
    assert last_weekly(at(2027, 3, 15, 7)) == at(2027, 3, 15, 7)


@pytest.mark.parametrize(
    ("rhythm", "too_early", "in_time"),
    [
        ("daily", datetime(2027, 3, 11, 6, 59, tzinfo=BERLIN), datetime(2027, 3, 11, 7, 0, tzinfo=BERLIN)),
        ("weekly", datetime(2027, 3, 15, 6, 59, tzinfo=BERLIN), datetime(2027, 3, 15, 7, 0, tzinfo=BERLIN)),
    ],
)
def test_a_digest_comes_at_its_hour_with_everything_in_one_mail(
    member, wohnen, mailbox, monkeypatch, rhythm, too_early, in_time
):
    choose(member, rhythm)
    for title in ("Eins", "Zwei"):
        make_entry(title=title, topics=[wohnen])
    dispatch_pending()
    made_at(2027, 3, 10, 9)
    for now, mails in ((too_early, 0), (in_time, 1), (in_time, 1)):
        monkeypatch.setattr("workspace.queries.mails.timezone", Clock(now))
        for person in people_to_write_to(now):
            write_about_notifications([MailDue(user_id=person)])
        assert len(mailbox.mails) == mails
    assert not Notification.objects.filter(mailed_at=None).exists()


def test_a_digest_with_nothing_in_it_is_not_sent(member, wohnen, mailbox):
    choose(member, "now")
    make_entry(topics=[wohnen])
    dispatch_pending()
    read_all_notifications(actor=actor_for(member))
    work()
    assert mailbox.mails == []


def test_what_may_no_longer_be_seen_is_not_mailed_not_even_later(member, wohnen, mailbox):
    choose(member, "now")
    entry = make_entry(topics=[wohnen])
    dispatch_pending()
    unpublish_entry(entry, actor=SYSTEM)
    work()
    assert mailbox.mails == []
    assert Notification.objects.get().rhythm == "never"


def test_whoever_has_no_active_account_gets_none(member, wohnen, mailbox):
    choose(member, "now")
    make_entry(topics=[wohnen])
    dispatch_pending()
    member.is_active = False
    member.save()
    work()
    assert mailbox.mails == []


def test_while_the_server_is_away_nothing_is_lost(member, wohnen, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    choose(member, "now")
    make_entry(topics=[wohnen])
    work()
    assert Notification.objects.get().mailed_at is None
    assert Delivery.objects.get().last_error
    with mail_server(settings) as box:
        Delivery.objects.update(due_at=timezone.now())
        work()
        assert len(box.mails) == 1


def report_about(mail, status: str = "5.1.1", action: str = "failed") -> bytes:
    """What a server writes when it cannot deliver this mail (RFC 3464)."""
    return (
        "From: MAILER-DAEMON@mx.example\nTo: forum@example.org\nSubject: Undelivered\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\n\n'
        "--x\nContent-Type: text/plain\n\nYour mail could not be delivered.\n"
        "--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; {mail['To']}\nAction: {action}\nStatus: {status}\n\n"
        f"--x\nContent-Type: text/rfc822-headers\n\nSubject: x\nMessage-ID: {mail['Message-ID']}\n\n--x--\n"
    ).encode()


def receive(raw: bytes, monkeypatch) -> str:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    call_command("receive_bounce", stdout=out)
    return out.getvalue().strip()


def test_three_mails_that_come_back_stop_the_sending_and_the_person_reads_why(
    member, wohnen, mailbox, monkeypatch, as_client
):
    choose(member, "now")
    for number in range(3):
        make_entry(title=f"Nr. {number}", topics=[wohnen])
        work()
        assert receive(report_about(mailbox.mails[-1]), monkeypatch) == "noted"
    make_entry(title="Nr. 4", topics=[wohnen])
    work()
    assert len(mailbox.mails) == 3
    assert "Drei E-Mails an Sie kamen zurück" in as_client(member).get("/mitteilungen/").content.decode()


def test_a_delay_a_stranger_and_a_twin_do_not_count(member, wohnen, mailbox, monkeypatch):
    choose(member, "now")
    make_entry(topics=[wohnen])
    work()
    (mail,) = mailbox.mails
    assert receive(report_about(mail, "4.4.1", "delayed"), monkeypatch) == "nothing of ours"
    assert receive(b"Subject: Hallo\n\nWie geht es?\n", monkeypatch) == "nothing of ours"
    for _time in range(4):
        receive(report_about(mail), monkeypatch)
    assert len(MailState.objects.get().bounced) == 1


def test_an_address_that_the_server_refuses_for_good_counts_as_well(member, wohnen, mailbox):
    mailbox.refused[member.email] = "550 5.1.1 No such user"
    choose(member, "now")
    for number in range(3):
        make_entry(title=f"Nr. {number}", topics=[wohnen])
        work()
    assert MailState.objects.get().stopped_at
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("kind", registry.records(NotificationKind), ids=lambda kind: kind.name)
@pytest.mark.parametrize("language", ["de", "en"])
def test_no_kind_puts_anything_confidential_into_a_mail(kind, language, member, wohnen, mailoutbox, monkeypatch):
    """The corpus: recipient, subject and both parts of the mail about every kind, with a secret in everything told."""
    member.language = language
    member.save()
    entry = make_entry(title=SECRET, topics=[wohnen])
    dispatch_pending()
    shown = Notification.objects.get(kind="workspace.topic")
    monkeypatch.setattr("workspace.mails.notifications_of", lambda actor: Notification.objects.all())
    shown.delete()
    Notification.objects.create(
        recipient=member,
        kind=kind.name,
        key=SECRET,
        about_id=entry.pk,
        words={"title": SECRET, "name": SECRET, "count": 3},
        url=f"/wissen/{SECRET}/",
        rhythm="now",
    )
    work()
    (mail,) = django_mail.outbox
    assert mail.to == [member.email]
    assert SECRET not in mail.message().as_string() + mail.body + mail.alternatives[0][0]
    assert mail.body.startswith("Hello," if language == "en" else "Guten Tag,")
