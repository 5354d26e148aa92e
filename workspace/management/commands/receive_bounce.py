"""What the server for mail hands over when a mail has come back."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from workspace.actions.mailing import note_bounce
from workspace.bounces import returned_for_good


class Command(BaseCommand):
    help = (
        "Reads one message from standard input. A report that a mail about notifications came back for good (RFC 3464) "
        "is counted for the person; after three no more mails go out to them. Anything else is left alone."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        number = returned_for_good(sys.stdin.buffer.read())
        if number is not None and note_bounce(number):
            self.stdout.write("noted")
        else:
            self.stdout.write("nothing of ours")
