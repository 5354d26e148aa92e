"""What all pages of a draft show: whose it is, who reads it, its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.contrib import messages
from django.db.models import Model
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.api.access import Actor, abilities, may
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from workspace.models import Draft, DraftReach, DraftState
from workspace.queries.drafts import people_reading_draft

TO_PUBLISH: Final = (DraftState.DECIDED, DraftState.SUBMITTED, DraftState.PUBLISHED)
"""In these states there is something to say about publication; in others once there was."""


def page(request: HttpRequest, template: str, draft: Draft, **context: Any) -> HttpResponse:
    """A page about a draft, for this reader alone."""
    knows_group = draft.group is not None and bool(may(actor_of(request), "see", draft.group))
    shown = {
        "draft": draft,
        "parts": parts_of(draft),
        "audience": who_reads(draft),
        "knows_group": knows_group,
        **context,
    }
    return private(render(request, f"entwuerfe/{template}.html", shown))


def asked_first(
    request: HttpRequest, draft: Draft, form: Form, act: Callable[[dict[str, Any]], object], then: Any, **words: Any
) -> HttpResponse:
    """A form about a draft: once it is sent and taken, `said` is said and `then` (a page) comes next.

    `words` are `said`, and what entwuerfe/form.html shows: `here`, `action`, `lead`, `part`.
    """
    said = words.pop("said")
    if succeeds(form, act):
        messages.success(request, said)
        return redirect(then)
    return page(request, "form", draft, form=form, **words)


def sent(request: HttpRequest) -> Any:
    """What a form is bound to; None where it is only shown."""
    return request.POST if request.method == "POST" else None


def granted(actor: Actor, obj: Model, verbs: Iterable[str]) -> dict[str, bool]:
    """Which of these the actor may do with it, for templates."""
    return {verb: answer is True for verb, answer in abilities(actor, obj, verbs).items()}


def parts_of(draft: Draft) -> list[dict[str, str]]:
    """The parts of a draft as links."""
    parts = [
        {"name": "text", "title": _("Text"), "url": draft.get_absolute_url()},
        {"name": "versions", "title": _("Versions"), "url": reverse("draft_versions", args=[draft.pk])},
        {"name": "decision", "title": _("Decision"), "url": reverse("draft_decision", args=[draft.pk])},
    ]
    if draft.state in TO_PUBLISH or draft.publications.exists():
        url = reverse("draft_publication", args=[draft.pk])
        parts.append({"name": "publication", "title": _("Publication"), "url": url})
    return parts


def who_reads(draft: Draft) -> dict[str, Any]:
    """A label, and the list behind it."""
    people = list(people_reading_draft(draft.owner, draft.reach))
    if draft.reach == DraftReach.MEMBERS:
        count = ngettext("%(n)d person", "%(n)d people", len(people)) % {"n": len(people)}
        label = f"{_('All members and the programme office')} ({count})"
        return {"label": label, "people": [_("all members of the Forum"), _("the programme office")]}
    label = ngettext("Only %(group)s (%(n)d person)", "Only %(group)s (%(n)d people)", len(people))
    return {"label": label % {"group": draft.owner, "n": len(people)}, "people": people}
