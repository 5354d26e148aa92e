"""What `demo` and `serve` share: refusals in one sentence, and the end of the way, where the server runs."""

from __future__ import annotations

import socket
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand
from django.db import OperationalError, connections
from django.utils.translation import gettext as _

from cms.project import serving

DEMO_ADDRESSES = "@demo.example"


class StartRefused(Exception):
    """The forum is not started; the text says why and what to do."""


class StartCommand(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--addr", default="127.0.0.1:8000", metavar="HOST:PORT", help="Where to listen; port 0 takes any free one."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.start(**options)
        except (StartRefused, serving.CannotListen, ImproperlyConfigured) as refusal:
            self.refuse(str(refusal))
        except OperationalError as error:
            self.refuse(_("The database cannot be used: %s") % str(error).strip())
        except OSError as error:
            self.refuse(_("Starting failed: %s") % error)
        except KeyboardInterrupt:
            self.refuse(_("Stopped. The next start goes on from here."))

    def start(self, addr: str, **options: Any) -> None:
        raise NotImplementedError

    def serve(self, held: socket.socket, welcome: str) -> None:
        serving.listen(held)
        connections.close_all()
        self.say(welcome)
        serving.serve(held)

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def refuse(self, sentence: str) -> None:
        self.stderr.write(sentence)
        sys.exit(2)

    @property
    def data(self) -> Path:
        return settings.LERNNETZ_DATA
