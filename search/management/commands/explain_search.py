"""`manage.py explain_search "…"`: how a question is understood, and why each hit stands where it does."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table

from plugins.api.access import ANONYMOUS, Actor
from plugins.api.actors import actor_for
from search.engine import EngineUnavailable
from search.explaining import ExplainedHit, ExplainedWord, explain


class Command(BaseCommand):
    help = "Say how a question is understood and why each hit stands where it does."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("text", help="The question, as it is typed into the search field.")
        parser.add_argument("--as", dest="email", help="Whose eyes to look with; without it those of a visitor.")
        parser.add_argument("--limit", type=int, default=10, help="How many hits.")

    def handle(self, **options: Any) -> None:
        try:
            explained = explain(options["text"], actor=_actor(options["email"]), limit=options["limit"])
        except EngineUnavailable as error:
            raise CommandError(str(error)) from error
        console = Console(file=self.stdout, width=120, highlight=False)  # type: ignore[arg-type]
        if explained.did_you_mean:
            console.print(_("Searched for “%(text)s” instead.") % {"text": explained.did_you_mean}, markup=False)
        if explained.weights.in_words:
            weights = ", ".join(explained.weights.in_words)
            console.print(_("Weights set by editors: %(weights)s.") % {"weights": weights}, markup=False)
        console.print(_words(explained.words))
        console.print(_("%(count)d results.") % {"count": explained.count}, markup=False)
        console.print(_hits(explained.hits))


def _actor(email: str | None) -> Actor:
    if email is None:
        return ANONYMOUS
    user = get_user_model().objects.filter(email__iexact=email).first()
    if user is None:
        raise CommandError(_("There is no account with the address %(email)s.") % {"email": email})
    return actor_for(user)


def _words(words: tuple[ExplainedWord, ...]) -> Table:
    table = Table(_("Typed"), _("Looked for"), _("Counts"), _("Documents"), _("Why"))
    for word in words:
        table.add_row(
            word.written, word.term, f"{word.weight:.2f}" if word.is_used else "–", str(word.documents), word.why
        )
    return table


def _hits(hits: tuple[ExplainedHit, ...]) -> Table:
    table = Table(_("Score"), _("Title"), _("Made of"))
    for hit in hits:
        shares = ", ".join(f"{term} {share:.2f}" for term, share in hit.shares)
        table.add_row(f"{hit.score:.2f}", f"{hit.title} ({hit.key})", _("pinned") if hit.is_pinned else shares)
    return table
