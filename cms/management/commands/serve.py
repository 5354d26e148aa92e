"""`manage.py serve`: a real forum, from an empty folder or as it was."""

from __future__ import annotations

import getpass
import sys
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from cms.project import env, preparing, serving
from cms.project.starting import DEMO_ADDRESSES, StartCommand, StartRefused


class Command(StartCommand):
    help = "Serve the forum: web and worker in one process, settings from the environment."

    def start(self, addr: str, **options: Any) -> None:
        held = serving.bind(addr)
        with preparing.one_at_a_time(self.say):
            preparing.migrate(self.say)
            preparing.found(self.say)
            self.refuse_demo_accounts()
            self.ensure_administrator()
            preparing.collect_static(self.say)
            preparing.fill_index(self.say)
        self.serve(held, _("The forum is served at %s") % serving.url_of(held))

    def refuse_demo_accounts(self) -> None:
        if get_user_model().objects.filter(email__iendswith=DEMO_ADDRESSES).exists():
            raise StartRefused(
                _(
                    "This database holds the demo world, whose password everybody knows. A real forum needs a folder "
                    "or a database of its own: set LERNNETZ_DATA or DATABASE_URL."
                )
            )

    def ensure_administrator(self) -> None:
        """Somebody must be able to let the others in."""
        users = get_user_model().objects
        if users.exists():
            return
        email, password = self.from_environment() or self.from_terminal()
        users.create_superuser(email, password)
        self.say(_("%s is the first administrator.") % email)

    def from_environment(self) -> tuple[str, str] | None:
        email = env.text("LERNNETZ_ADMIN_EMAIL")
        password = env.secret("LERNNETZ_ADMIN_PASSWORD", str)
        if not email and not password:
            return None
        if problem := problem_with(email, password):
            raise StartRefused(
                _("The first administrator comes from LERNNETZ_ADMIN_EMAIL and LERNNETZ_ADMIN_PASSWORD. %s") % problem
            )
        return email, password

    def from_terminal(self) -> tuple[str, str]:
        if not sys.stdin.isatty():
            raise StartRefused(
                _(
                    "This forum has no administrator yet. Set LERNNETZ_ADMIN_EMAIL and LERNNETZ_ADMIN_PASSWORD, "
                    "or start it once in a terminal, where it asks for them."
                )
            )
        self.say(_("This forum has no administrator yet."))
        while True:
            email, password = input(_("E-mail address: ")).strip(), getpass.getpass(_("Password: "))
            if problem := problem_with(email, password):
                self.say(problem)
            elif password != getpass.getpass(_("Password again: ")):
                self.say(_("The two passwords differ."))
            else:
                return email, password


def problem_with(email: str, password: str) -> str | None:
    """A sentence, or None when both will do."""
    try:
        validate_email(email)
        validate_password(password, get_user_model()(email=email))
    except ValidationError as error:
        return " ".join(error.messages)
    return None
