"""The contributions to a consultation as a table to take along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.adapters.tables import table_to_take
from workspace.models import Contribution
from workspace.queries.consultations import consultation_for, contributions_to
from workspace.views.contribution_words import about
from workspace.views.discussion_words import name_of


@answers(Rule.DOOR)
@login_required
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """All of them with the answers."""
    actor = actor_of(request)
    consultation = consultation_for(actor, pk)
    name = _("Contributions to %(title)s") % {"title": consultation.title}
    return table_to_take(name, _rows(contributions_to(actor, consultation)))


def _rows(contributions: Iterable[Contribution]) -> Iterator[list[str]]:
    yield [
        *(_("No."), _("Said to"), _("Words in the text"), _("Contribution"), _("Name"), _("County")),
        *(_("For the county as a whole"), _("Date"), _("Outcome"), _("Answer of the group")),
    ]
    for number, one in enumerate(contributions, 1):
        yield [
            str(number),
            about(one),
            one.quote,
            one.text,
            name_of(one.author),
            str(one.county or ""),
            _("yes") if one.is_of_county else _("no"),
            date_format(timezone.localtime(one.created_at), "SHORT_DATE_FORMAT"),
            one.get_outcome_display() if one.outcome else "",
            one.answer,
        ]
