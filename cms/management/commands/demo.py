"""`manage.py demo`: from whatever is there to a served demo world."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from cms.demo.loading import PASSWORD
from cms.project import preparing, serving
from cms.project.starting import DEMO_ADDRESSES, StartCommand, StartRefused
from plugins.api.actors import people_behind
from plugins.api.extensions import DemoData
from plugins.api.registry import registry

MAILS = "mails"
"""The folder in `LERNNETZ_DATA`."""

STAFF = ("editor", "editor2", "office", "admin")
"""Who is somebody in the demo world without a plugin that makes members and guests."""


class Command(StartCommand):
    help = "Set up what is missing, load the demo world once, and serve it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--no-serve", action="store_true", help="Set everything up, then end.")

    def start(self, addr: str, *, no_serve: bool = False, **options: Any) -> None:
        held = None if no_serve else serving.bind(addr)
        self.keep_mails()
        with preparing.one_at_a_time(self.say):
            preparing.migrate(self.say)
            preparing.found(self.say)
            preparing.collect_static(self.say)
            self.load()
            preparing.fill_index(self.say)
        if held is None:
            self.say(_("The demo world is ready. To serve it: python3 manage.py demo"))
        else:
            self.serve(held, self.welcome(serving.url_of(held)))

    def keep_mails(self) -> None:
        """Mails that would be printed here become files: they would bury what the console says."""
        if settings.EMAIL_BACKEND == "django.core.mail.backends.console.EmailBackend":
            settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
            settings.EMAIL_FILE_PATH = str(settings.LERNNETZ_DATA / MAILS)

    def load(self) -> None:
        """A database with real accounts is not mixed with accounts whose password everybody knows."""
        users = get_user_model().objects.all()
        if users.exists() and not users.filter(email__iendswith=DEMO_ADDRESSES).exists():
            raise StartRefused(
                _(
                    "This database belongs to a real forum; the demo world would bring accounts with a known password "
                    "into it. Try the demo with a folder of its own: LERNNETZ_DATA=/tmp/demo python3 manage.py demo"
                )
            )
        with preparing.step(self.say, _("Loading the demo world, as far as it is not there yet")):
            for part in demo_parts():
                if has_what_it_needs(part):
                    part.load()
        if not there_are_members():
            self.say(
                _(
                    "Left out: working groups and all else that members do together, because members come with a "
                    "plugin such as membership, and LERNNETZ_PLUGINS names none."
                )
            )

    def welcome(self, url: str) -> str:
        """What somebody who meets this for the first time wants to know."""
        is_complete = there_are_members()
        accounts = [
            ("member", _("a member from Auental: reads whole entries")),
            ("editor", _("an editor: writes and publishes under %scms/") % url),
            ("editor2", _("a second editor: releases what the first one wrote")),
            ("office", _("the office: looks after topics, counties and people")),
            ("coordinator", _("a member from Bergheide: coordinates the working group on housing")),
            ("mentor", _("a member from Dornfeld: takes part in it")),
            ("outsider", _("a member from Weidental: in no working group")),
            ("guest", _("a guest: reads the topic Wohnen")),
            ("admin", _("the administrator")),
        ]
        loaded = [part for part in demo_parts() if has_what_it_needs(part)]
        kept = getattr(settings, "EMAIL_FILE_PATH", None)
        lines = [
            "",
            _("The demo world is served at %s") % url,
            "",
            _("Sign in at %(url)skonto/anmelden/ with the password %(password)s as")
            % {"url": url, "password": PASSWORD},
            *(f"  {name + DEMO_ADDRESSES:<26}{what}" for name, what in accounts if is_complete or name in STAFF),
            "",
            _("Worth a try:"),
            *("  " + str(sentence) % {"url": url} for part in loaded for sentence in part.to_try),
            "",
            *([_("E-mails are not sent: each becomes a file in %s.") % kept] if kept else []),
            _("Ctrl-C ends it. Everything is kept in %s.") % self.data,
        ]
        return "\n".join(lines)


def demo_parts() -> list[DemoData]:
    """What packages bring to the demo world, in the order in which it loads."""
    return sorted(registry.records(DemoData), key=lambda record: record.order)


def has_what_it_needs(part: DemoData) -> bool:
    return not part.needs_members or there_are_members()


def there_are_members() -> bool:
    """Whether people of the demo world are; which plugin made them so does not matter."""
    of_demo = get_user_model().objects.filter(email__iendswith=DEMO_ADDRESSES)
    return any(of_demo.filter(pk__in=people.values("pk")).exists() for people in people_behind("members"))
