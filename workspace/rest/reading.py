"""What programs send, read field by field: what makes no sense is refused with a sentence per field."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _

from cms.models import Quotability
from plugins.api.access import Actor
from plugins.api.adapters.rest_bodies import fields_of as fields_of
from plugins.api.adapters.rest_bodies import text_in as text_in
from plugins.api.errors import Invalid
from workspace.models import DiscussionReach
from workspace.queries.discussions import topics_for
from workspace.queries.readers import people_to_name

NEW_CHALLENGE = ("title", "text", "topics", "urgent", "quotable")
NEW_DISCUSSION = ("title", "text", "class", "persons", "quotable")


def new_discussion(given: Any) -> dict[str, Any]:
    """For the action that begins one. Raises Invalid."""
    sent = fields_of(given, NEW_DISCUSSION)
    errors: dict[str, list[str]] = {}
    reach = _choice(sent, "class", DiscussionReach.values, DiscussionReach.GROUP, errors)
    quotable = _choice(sent, "quotable", Quotability.values, Quotability.NO, errors)
    title, text = text_in(sent, "title", errors), text_in(sent, "text", errors)
    numbers = sent.get("persons", [])
    if not isinstance(numbers, list) or not all(isinstance(n, int) and 0 < n < 2**63 for n in numbers):
        errors["persons"] = [_("A list of numbers of persons is needed.")]
        numbers = []
    persons = list(people_to_name().filter(pk__in=numbers)) if numbers else []
    if len(persons) < len(set(numbers)):
        errors["persons"] = [_("Choose at least one person who takes part in the forum.")]
    if errors:
        raise Invalid(errors)
    return {"title": title, "text": text, "reach": reach, "quotable": quotable, "persons": persons}


def new_challenge(given: Any, actor: Actor) -> dict[str, Any]:
    """For the action that puts one. Raises Invalid."""
    sent = fields_of(given, NEW_CHALLENGE)
    errors: dict[str, list[str]] = {}
    title, text = text_in(sent, "title", errors), text_in(sent, "text", errors)
    quotable = _choice(sent, "quotable", Quotability.values, Quotability.NO, errors)
    slugs, urgent = sent.get("topics", []), sent.get("urgent", False)
    if not isinstance(slugs, list) or not all(isinstance(slug, str) and "\0" not in slug for slug in slugs):
        errors["topics"] = [_("A list of slugs of topics is needed.")]
        slugs = []
    topics = list(topics_for(actor).filter(slug__in=slugs))
    if len(topics) < len(set(slugs)):
        errors["topics"] = [_("A list of slugs of topics is needed.")]
    if not isinstance(urgent, bool):
        errors["urgent"] = [_("One of these is needed: %(known)s.") % {"known": "true, false"}]
    if errors:
        raise Invalid(errors)
    return {"title": title, "text": text, "topics": topics, "urgent": urgent, "quotable": quotable}


def changed_discussion(given: Any) -> dict[str, Any]:
    """Title and slugs of topics, each only where it is sent. Raises Invalid."""
    sent = fields_of(given, ("title", "topics"))
    errors: dict[str, list[str]] = {}
    if "title" in sent:
        text_in(sent, "title", errors)
    slugs = sent.get("topics", [])
    if not isinstance(slugs, list) or not all(isinstance(slug, str) and "\0" not in slug for slug in slugs):
        errors["topics"] = [_("A list of slugs of topics is needed.")]
    if errors:
        raise Invalid(errors)
    return sent


def new_post(given: Any) -> str:
    """What somebody says. Raises Invalid."""
    errors: dict[str, list[str]] = {}
    text = text_in(fields_of(given, ("text",)), "text", errors)
    if errors:
        raise Invalid(errors)
    return text


def _choice(
    sent: dict[str, Any], name: str, choices: Collection[str], default: str, errors: dict[str, list[str]]
) -> str:
    value = sent.get(name, default)
    if value in choices:
        return str(value)
    errors[name] = [_("One of these is needed: %(known)s.") % {"known": ", ".join(choices)}]
    return default
