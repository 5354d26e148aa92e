"""What programs send of an entry, read field by field: what makes no sense is refused with a sentence per field."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.actions.writing import Said, Written
from cms.importing.bodies import blocks_from_html, left_out_of
from cms.importing.sections import divided
from cms.models import KINDS, County, Entry, Topic
from cms.newest import TEXTS
from cms.queries.things import county_by_key, topics_by_slug
from cms.rest.text_reading import read_text
from plugins.api.access import Actor
from plugins.api.adapters.rest_fields import Errors, choice_in, fields_of, text_in
from plugins.api.errors import Invalid

PLAIN = {name: name for name in TEXTS} | {"author": "author_name", "review_by": "review_by"}
"""As it is called here -> as the model calls it."""
OTHERS = ("topics", "tags", "county", "sections", "body", "body_html")
READ_ONLY = ("id", "url", "slug", "state")
"""Programs may send back what they have read; these of it say nothing."""
LONGEST_TAG = 100
MOST_NAMES = 50


@dataclass
class Sent:
    """An entry as it was sent."""

    kind: str
    written: Written
    left_out: list[str] = field(default_factory=list)
    """Elements of HTML that no text here holds, such as pictures and scripts."""


def new_entry(given: Any, actor: Actor) -> Sent:
    """For a new entry: kind and title are needed. Raises Invalid."""
    sent = fields_of(given, ("kind", *PLAIN, *OTHERS, *READ_ONLY))
    errors: Errors = {}
    kind = choice_in(sent, "kind", KINDS, "", errors)
    if errors:
        raise Invalid(errors)
    return _read({"title": "", **sent}, kind, actor)


def changed_entry(given: Any, entry: Entry, actor: Actor) -> Sent:
    """For an entry that is there: only what is named. Raises Invalid."""
    sent = fields_of(given, ("kind", *PLAIN, *OTHERS, *READ_ONLY))
    if sent.get("kind", entry.kind) != entry.kind:
        raise Invalid({"kind": [_("The kind of an entry cannot be changed.")]})
    return _read(sent, entry.kind, actor)


def said_of_step(given: Any, steps: Any) -> tuple[str, Said]:
    """Where an entry is to go, and what is said about it. Raises Invalid."""
    sent = fields_of(given, ("to", "comment", "checklist"))
    errors: Errors = {}
    to, comment = choice_in(sent, "to", steps, "", errors), text_in(sent, "comment", errors)
    answers = sent.get("checklist")
    if answers is not None and not _is_checklist(answers):
        errors["checklist"] = [_("An object is needed: question to “answer” and, if you like, “note”.")]
    if errors:
        raise Invalid(errors)
    return to, Said(comment, answers)


def _is_checklist(answers: Any) -> bool:
    return isinstance(answers, dict) and all(
        isinstance(answer, dict) and all(isinstance(said, str) for said in answer.values())
        for answer in answers.values()
    )


def _read(sent: dict[str, Any], kind: str, actor: Actor) -> Sent:
    errors: Errors = {}
    values = {PLAIN[name]: _plain(sent, name, errors) for name in PLAIN if name in sent}
    if "county" in sent:
        values["county"] = _county(sent["county"], errors)
    left_out = _read_texts(sent, kind, actor, values, errors)
    topics = _topics(sent["topics"], actor, errors) if "topics" in sent else None
    tags = _names(sent["tags"], "tags", errors) if "tags" in sent else None
    if errors:
        raise Invalid(errors)
    return Sent(kind, Written(values, topics, tags), left_out)


def _plain(sent: dict[str, Any], name: str, errors: Errors) -> Any:
    """By the field of the form that people fill in, so that the same lengths and choices hold."""
    text = "" if sent[name] is None else text_in(sent, name, errors)
    form_field: Any = Entry._meta.get_field(PLAIN[name]).formfield()
    try:
        value = form_field.clean("\n".join(text.splitlines()))
    except ValidationError as error:
        errors.setdefault(name, list(error.messages))
        return None
    return value


def _county(key: Any, errors: Errors) -> County | None:
    if key is None:
        return None
    county = county_by_key(key) if isinstance(key, str) and "\0" not in key else None
    if county is None:
        errors["county"] = [_("There is no county with this key.")]
    return county


def _topics(given: Any, actor: Actor, errors: Errors) -> tuple[Topic, ...]:
    slugs = _names(given, "topics", errors)
    found = topics_by_slug(slugs, actor)
    if missing := [slug for slug in slugs if slug not in found]:
        errors["topics"] = [_("There is no topic “%s”.") % slug for slug in missing]
    return tuple(found.values())


def _names(given: Any, name: str, errors: Errors) -> tuple[str, ...]:
    fits = isinstance(given, list) and len(given) <= MOST_NAMES
    if fits and all(isinstance(one, str) and one.strip() and len(one) <= LONGEST_TAG for one in given):
        names = tuple(dict.fromkeys(" ".join(one.split()) for one in given))
        if "\0" not in "".join(names):
            return names
    errors[name] = [
        _("A list of at most %(most)d texts of 1 to %(longest)d characters is needed.")
        % {"most": MOST_NAMES, "longest": LONGEST_TAG}
    ]
    return ()


def _read_texts(sent: dict[str, Any], kind: str, actor: Actor, values: dict[str, Any], errors: Errors) -> list[str]:
    """Sections and body, or one HTML text that is divided into them; the answer names what HTML cannot bring along."""
    sections = KINDS[kind].sections
    if "body_html" in sent:
        if "body" in sent or "sections" in sent:
            errors["body_html"] = [_("Send either “body_html”, or “sections” and “body”.")]
            return []
        markup = text_in(sent, "body_html", errors)
        text = divided(kind, blocks_from_html(markup))
        values |= {name: text.sections.get(name, []) for name in sections} | {"body": text.rest}
        return left_out_of(markup)
    given = sent.get("sections", {})
    if not isinstance(given, dict) or given.keys() - set(sections):
        errors["sections"] = [_("There are these sections: %(known)s.") % {"known": ", ".join(sections)}]
        return []
    texts = {**given, "body": sent["body"]} if "body" in sent else given
    for name, parts in texts.items():
        block = KINDS[kind]._meta.get_field(name).stream_block
        values[name] = read_text(block, parts, in_field=name, actor=actor, errors=errors)
    return []
