"""What reaches a program outside, seen from a real server that takes it in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from cms.accounts.actions import revoke_token
from cms.accounts.models import Scope
from cms.actions.deliveries import CLAIM, WAITS, attempt, claim_next, note_facts, redeliver
from cms.actions.entries import edit_entry, publish_entry, release_entry, unpublish_entry
from cms.actions.webhooks import change_webhook, renew_secret
from cms.facts import EntryPublished, LayersChanged
from cms.models import DeliveryState, Failure, SwitchedOff, Webhook, WebhookDelivery
from cms.schedules import tidy_webhooks
from cms.sending import send_what_is_due
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.errors import Refused
from tests.clock import Clock
from tests.factories import CHECKED, UserFactory, deliver, every_event, make_entry, make_topic, make_webhook
from workspace.models import Notification

PUBLIC_ONLY = (Scope.READ_PUBLIC, Scope.WEBHOOKS)


@pytest.fixture
def clock(monkeypatch):
    """A little ahead of the real one, by which the database dates what it makes."""
    return Clock(monkeypatch, timezone.now() + timedelta(minutes=2))


def the_delivery() -> WebhookDelivery:
    return WebhookDelivery.objects.get()


def publish_anew(entry, person) -> None:
    entry.title += ", neu"
    edit_entry(entry, actor=actor_for(person))
    publish_entry(entry, actor=actor_for(person))


def test_a_published_entry_is_told_signed_and_once(receiver, editor):
    webhook = make_webhook(editor, receiver.url)
    entry = make_entry(title="Wohnungslotsen")
    deliver()

    (message,) = receiver.messages
    assert message.is_signed_by(webhook.secret)
    assert message.path == "/haken?von=forum"
    assert message.headers["content-type"] == "application/json"
    assert set(message.payload) == {"type", "timestamp", "data"}
    assert message.payload["type"] == "entry.published"
    assert message.payload["data"] == {"id": entry.pk, "class": "members"}
    delivery = the_delivery()
    assert (delivery.state, delivery.attempts, delivery.last_status) == (DeliveryState.DELIVERED, 1, 204)
    assert delivery.message_id == message.id

    note_facts([EntryPublished(entry.pk, 1)])  # a listener may hear a fact twice
    deliver()
    send_what_is_due()
    assert len(receiver.messages) == 1


def test_each_version_is_told_and_every_webhook_has_messages_of_its_own(receiver, other_receiver, editor):
    for url in (receiver.url, other_receiver.url):
        make_webhook(editor, url)
    publish_anew(make_entry(), editor)
    deliver()
    assert len(receiver.messages) == len(other_receiver.messages) == 2
    assert len({message.id for one in (receiver, other_receiver) for message in one.messages}) == 4


def test_only_what_everybody_reads_is_told_with_more_than_id_and_class(receiver, editor):
    make_webhook(editor, receiver.url, events=["entry.published", "entry.released"])
    closed = make_entry(title="Ältestenrat", released=True)
    opened = make_entry(title="Öffentliche Strategie", confidentiality="public", released=True)
    deliver()

    told = {(kind, data["id"]): data for kind, data in receiver.told}
    assert told["entry.published", closed.pk] == {"id": closed.pk, "class": "members"}
    for entry in (closed, opened):
        assert told["entry.released", entry.pk] == {
            "id": entry.pk,
            "class": "public",
            "api": f"/api/v1/entries/{entry.pk}/",
            "url": f"/wissen/{entry.slug}/",
            "kind": "good_practice",
            "title": entry.title,
            "slug": entry.slug,
            "version": 1,
            "published_at": told["entry.released", entry.pk]["published_at"],
            "updated_at": told["entry.released", entry.pk]["updated_at"],
        }


def test_a_token_is_told_of_nothing_that_it_does_not_read(receiver, other_receiver, editor, applicant):
    make_webhook(editor, receiver.url, scopes=PUBLIC_ONLY, events=every_core_event())
    make_webhook(applicant, other_receiver.url, events=every_core_event())
    entry = make_entry(title="Ältestenrat")
    deliver()
    assert receiver.messages == other_receiver.messages == []
    assert not WebhookDelivery.objects.exists()

    release_entry(entry, actor=SYSTEM, checklist=CHECKED)
    publish_anew(entry, editor)  # what members alone read from here on
    deliver()
    for one in (receiver, other_receiver):
        assert [(kind, data["class"]) for kind, data in one.told] == [("entry.released", "public")]


def every_core_event() -> list[str]:
    return [name for name in every_event() if name.startswith(("entry.", "consultation."))]


def test_whatever_changes_what_readers_get_is_told_once(receiver, editor):
    make_webhook(editor, receiver.url, events=["entry.changed"])
    topic = make_topic("Wohnen")
    entry = make_entry(topics=[topic])
    deliver()
    assert receiver.told == [("entry.changed", {"id": entry.pk, "class": "members"})]

    note_facts([LayersChanged(entry.pk), LayersChanged(entry.pk)])
    deliver()
    assert len(receiver.messages) == 1
    topic.title = "Wohnen und Leben"
    topic.save()
    deliver()
    assert len(receiver.messages) == 2


def test_who_lost_access_between_fact_and_delivery_is_told_nothing(receiver, editor):
    make_webhook(editor, receiver.url)
    receiver.answers = [500]
    make_entry()
    deliver()
    assert the_delivery().state == DeliveryState.PENDING

    editor.groups.clear()
    WebhookDelivery.objects.update(due_at=timezone.now())
    send_what_is_due()
    assert len(receiver.messages) == 1
    assert not WebhookDelivery.objects.exists()


def test_what_is_gone_by_then_is_not_told(receiver, editor):
    make_webhook(editor, receiver.url)
    unpublish_entry(make_entry(), actor=actor_for(editor))
    deliver()
    assert receiver.messages == []


@pytest.mark.parametrize("how", ["revoked", "inactive"])
def test_with_its_token_or_account_a_webhook_ends(how, receiver, editor):
    webhook = make_webhook(editor, receiver.url)
    receiver.answers = [500]
    make_entry()
    deliver()
    if how == "revoked":
        revoke_token(webhook.token, actor=actor_for(editor))
    else:
        editor.is_active = False
        editor.save()
    WebhookDelivery.objects.update(due_at=timezone.now())
    send_what_is_due()  # even if nobody has heard of it yet
    assert len(receiver.messages) == 1
    assert not Webhook.objects.exists()


def test_a_revoked_token_takes_its_webhooks_along(editor):
    webhook, other = make_webhook(editor), make_webhook(editor)
    revoke_token(webhook.token, actor=actor_for(editor))
    deliver()
    assert list(Webhook.objects.all()) == [other]


def test_what_does_not_arrive_is_tried_again_with_longer_and_longer_waits(receiver, editor, clock):
    make_webhook(editor, receiver.url)
    receiver.answers = [500] * 2 + [302, 404]
    make_entry()
    deliver()
    for number, wait in enumerate(WAITS[:4], 1):
        delivery = the_delivery()
        assert (delivery.state, delivery.attempts, delivery.last_failure) == ("pending", number, Failure.STATUS)
        assert 0.89 * wait <= delivery.due_at - clock.now <= 1.11 * wait
        clock.pass_by(seconds=wait.total_seconds() * 0.85)
        send_what_is_due()
        assert len(receiver.messages) == number
        clock.pass_by(seconds=wait.total_seconds() * 0.3)
        send_what_is_due()
    assert the_delivery().state == DeliveryState.DELIVERED
    assert len({message.id for message in receiver.messages}) == 1
    assert len({message.body for message in receiver.messages}) == 1
    assert len({message.headers["webhook-timestamp"] for message in receiver.messages}) == 5
    assert Webhook.objects.get().failing_since is None


def test_a_webhook_that_only_fails_is_switched_off_and_its_owner_hears_it(receiver, editor, clock):
    webhook = make_webhook(editor, receiver.url)
    receiver.answers = [503] * 50
    make_entry()
    deliver()
    while Webhook.objects.get().is_on:
        clock.pass_by(hours=1)
        assert clock.now - Webhook.objects.get().failing_since < timedelta(days=4)
        send_what_is_due()
    webhook.refresh_from_db()
    assert clock.now - webhook.failing_since >= timedelta(days=3)
    assert webhook.switched_off_because == SwitchedOff.FAILING
    assert the_delivery().state == DeliveryState.FAILED
    assert len(receiver.messages) == 10

    deliver()
    notification = Notification.objects.get(kind="cms.webhook_switched_off")
    assert (notification.recipient, notification.url) == (editor, f"/konto/webhooks/{webhook.pk}/")
    assert notification.rhythm == "now"
    assert receiver.url not in str([message.body for message in mail.outbox])

    make_entry(title="Inzwischen")
    deliver()
    assert len(receiver.messages) == 10
    change_webhook(webhook, active=True, actor=actor_for(editor))
    receiver.answers = []
    make_entry(title="Danach")
    deliver()
    assert len(receiver.messages) == 11


def test_one_success_and_the_days_are_counted_anew(receiver, editor, clock):
    make_webhook(editor, receiver.url)
    receiver.answers = [500, 204, 500]
    make_entry()
    deliver()
    assert Webhook.objects.get().failing_since == clock.now
    clock.pass_by(days=2.9)
    send_what_is_due()
    assert Webhook.objects.get().failing_since is None
    clock.pass_by(days=2)
    make_entry(title="Noch eins")
    deliver()
    assert Webhook.objects.get().is_on


def test_who_answers_410_wants_nothing_more(receiver, editor):
    webhook = make_webhook(editor, receiver.url)
    receiver.answers = [410]
    make_entry()
    deliver()
    webhook.refresh_from_db()
    assert (webhook.is_on, webhook.switched_off_because) == (False, SwitchedOff.GONE)
    assert the_delivery().state == DeliveryState.FAILED
    assert Notification.objects.filter(kind="cms.webhook_switched_off", recipient=editor).count() == 1


def test_a_redirect_is_not_followed(receiver, other_receiver, editor):
    make_webhook(editor, receiver.url)
    receiver.answers, receiver.location = [307], other_receiver.url
    make_entry()
    deliver()
    assert (len(receiver.messages), other_receiver.messages) == (1, [])
    assert the_delivery().last_status == 307


def test_something_is_sent_once_more_under_the_same_id(receiver, editor):
    webhook = make_webhook(editor, receiver.url)
    make_entry()
    deliver()
    redeliver(the_delivery(), actor=actor_for(editor))
    deliver()
    first, second = receiver.messages
    assert (first.id, first.body) == (second.id, second.body)
    assert the_delivery().attempts == 2

    change_webhook(webhook, active=False, actor=actor_for(editor))
    with pytest.raises(Refused):
        redeliver(the_delivery(), actor=actor_for(editor))


def test_for_a_day_two_secrets_sign(receiver, editor, clock):
    webhook = make_webhook(editor, receiver.url)
    old = webhook.secret
    webhook, new = renew_secret(webhook, actor=actor_for(editor))
    assert old != new
    make_entry()
    deliver()
    assert all(receiver.messages[0].is_signed_by(secret) for secret in (old, new))

    clock.pass_by(hours=24, seconds=1)
    make_entry(title="Am nächsten Tag")
    deliver()
    assert [len(message.headers["webhook-signature"].split()) for message in receiver.messages] == [2, 1]


def test_while_the_key_of_the_forum_is_changed_old_secrets_hold(receiver, editor, settings):
    webhook = make_webhook(editor, receiver.url)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "ein anderer Schlüssel" * 4
    make_entry()
    deliver()
    assert receiver.messages[0].is_signed_by(webhook.secret)


def test_the_database_holds_no_secret(editor):
    webhook = make_webhook(editor)
    renew_secret(webhook, actor=actor_for(editor))
    stored = str(Webhook.objects.values())
    assert "whsec_" not in stored and webhook.secret.removeprefix("whsec_") not in stored


def test_what_somebody_sends_nobody_else_sends_and_one_receiver_is_asked_one_by_one(editor, clock):
    make_webhook(editor)
    make_webhook(editor)
    make_webhook(editor)
    note_facts([EntryPublished(make_entry().pk, number) for number in (1, 2)])
    first, second = claim_next(), claim_next()
    webhooks = WebhookDelivery.objects.filter(pk__in=[first, second]).values_list("webhook", flat=True)
    assert len(set(webhooks)) == 2
    assert claim_next() is None  # of one person two at a time

    make_webhook(UserFactory(email="nachbarin@example.org"))
    note_facts([EntryPublished(make_entry().pk, 1)])
    assert claim_next() is not None
    clock.pass_by(seconds=CLAIM.total_seconds() + 1)  # whoever sent the first two has died
    assert claim_next() in (first, second)


def test_what_was_claimed_and_is_gone_by_then_harms_nobody(editor):
    make_webhook(editor)
    note_facts([EntryPublished(make_entry().pk, 1)])
    pk = claim_next()
    Webhook.objects.all().delete()
    attempt(pk)


def test_deliveries_are_kept_for_thirty_days(receiver, editor, clock):
    make_webhook(editor, receiver.url)
    make_entry()
    deliver()
    clock.pass_by(days=29)
    tidy_webhooks()
    assert WebhookDelivery.objects.count() == 1
    clock.pass_by(days=2)
    tidy_webhooks()
    assert not WebhookDelivery.objects.exists()
