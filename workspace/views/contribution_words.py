"""How contributions to consultations are worded on pages."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from plugins.api.access import Actor
from workspace.models import Consultation, Contribution, ContributionOutcome
from workspace.views.discussion_words import byline
from workspace.views.draft_showing import granted

ICONS = {
    ContributionOutcome.TAKEN_UP: "circle-check",
    ContributionOutcome.PARTLY: "pencil",
    ContributionOutcome.NOT_TAKEN_UP: "x",
}


def shown_to(actor: Actor, consultation: Consultation, contribution: Contribution) -> dict[str, Any]:
    """A contribution as the pages show it, with what this reader may do."""
    contribution.consultation = consultation
    return {
        "contribution": contribution,
        "by": byline(contribution),
        "about": about(contribution),
        "icon": ICONS.get(ContributionOutcome(contribution.outcome)) if contribution.outcome else "",
        "may": granted(actor, contribution, ("change", "withdraw", "answer")),
    }


def about(contribution: Contribution) -> str:
    """What it was said to."""
    if contribution.question:
        words = {"number": contribution.question.number, "question": contribution.question.text}
        return _("Question %(number)d: %(question)s") % words
    return _("On passages of the text") if contribution.quote else _("On the whole")


def grouped(shown: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Under what they were said to, in the order in which they come."""
    return [{"title": title, "lines": list(lines)} for title, lines in groupby(shown, lambda one: one["about"])]
