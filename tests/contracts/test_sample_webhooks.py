"""What a plugin of somebody else tells programs outside."""

from __future__ import annotations

HOOK = """
import django; django.setup()
import time
from django.core.management import call_command
from django.conf import settings
call_command("migrate", "pinboard", verbosity=0)
from cms.models import County, WebhookDelivery
from plugins.api.actors import actor_for
from plugins.membership.models import Seat
from tests.factories import UserFactory, deliver, make_webhook
from tests.receiver import open_receiver
from lernnetz_pinboard.actions import pin_notice
settings.WEBHOOKS_TO_PRIVATE_ADDRESSES = True
member, stranger = UserFactory(email="m@example.org"), UserFactory(email="s@example.org")
Seat.objects.create(person=member, county=County.objects.first())
ours, theirs = open_receiver().receiver, open_receiver().receiver
for person, receiver in ((member, ours), (stranger, theirs)):
    make_webhook(person, receiver.url, events=["notice.pinned"])
notice = pin_notice("Quitte", "Text", actor=actor_for(member))
deliver()
until = time.monotonic() + 10
while WebhookDelivery.objects.filter(state="pending").exists() and time.monotonic() < until:
    time.sleep(0.05)  # threads of their own send
print(ours.told == [("notice.pinned", {"id": notice.pk, "class": "members"})], theirs.told)
"""


def test_programs_of_members_are_told_that_there_is_a_notice_and_not_what_it_says(run):
    result = run(HOOK, "membership,pinboard")

    assert result.returncode == 0, result.stderr[-3000:]
    assert result.stdout.splitlines() == ["True []"]
