"""What happens by the clock."""

from __future__ import annotations

from django.db import transaction

from plugins.api.models import Delivery
from plugins.api.outbox import announce
from workspace.actions.challenge_requests import tell_of_silent_challenges
from workspace.actions.life import ask_quiet_groups, tell_of_unanswered
from workspace.facts import MailDue
from workspace.queries.mails import people_to_write_to

MAIL_LISTENER = "workspace.mail"


def look_for_quiet_groups() -> None:
    """Coordinators of quiet groups are asked; where nobody answers the programme office is told."""
    tell_of_unanswered()
    ask_quiet_groups()


def look_for_silent_challenges() -> None:
    """The programme office is told where nobody has answered for seven days."""
    tell_of_silent_challenges()


@transaction.atomic
def announce_mails() -> None:
    """Whoever is due gets one mail. While mails still wait to be sent, nobody is announced a second time."""
    if Delivery.objects.filter(listener=MAIL_LISTENER).exists():
        return
    for person in people_to_write_to():
        announce(MailDue(user_id=person))
