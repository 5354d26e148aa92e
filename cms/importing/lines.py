"""One line of a JSONL file: what it says, checked field by field, and what it does not say rightly, in sentences."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from cms.importing.json_lines import NotUnderstood, object_of_line
from cms.models import KINDS, Confidentiality

NAMES = frozenset(
    ("external_key", "kind", "title", "summary", "body_html", "topics", "tags", "county", "audience", "published_at")
) | {"author"}
LONGEST = {"title": 255, "summary": 1500, "author": 200, "topics": 100, "tags": 100, "external_key": 200}
"""In characters; what is longer is cut, a name that is longer is left out."""


@dataclass(frozen=True)
class Line:
    """What a line says, as far as it made sense."""

    kind: str
    title: str
    external_key: str
    summary: str
    body_html: str
    topics: tuple[str, ...]
    tags: tuple[str, ...]
    county: str
    audience: str
    author: str
    published_at: datetime | None
    left_out: tuple[str, ...]
    """One sentence for each part of the line that was left out."""

    def digest(self, county: str) -> str:
        """What the text is, in 64 hexadecimal digits. The date is no part of it: it counts when an entry is new.

        `county` is the key where the county is known, so that a county that is added later is a change.
        """
        said = [self.kind, self.title, self.summary, self.body_html, self.topics, self.tags, county, self.audience]
        return hashlib.sha256(json.dumps([*said, self.author], ensure_ascii=False).encode()).hexdigest()


def understand(raw: bytes) -> Line:
    """What these bytes say. Raises NotUnderstood where nothing can be imported from them."""
    said = _Said(object_of_line(raw))
    return Line(
        kind=said.kind(),
        title=said.title(),
        external_key=said.key(),
        summary=said.cut("summary"),
        body_html=said.text("body_html"),
        topics=said.names("topics"),
        tags=said.names("tags"),
        county=said.optional("county", ""),
        audience=said.audience(),
        author=said.cut("author"),
        published_at=said.moment("published_at"),
        left_out=tuple(said.left_out),
    )


class _Said:
    """The fields of one line; `left_out` gathers what made no sense, `null` counts as not said."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self.fields = {name: value for name, value in fields.items() if name in NAMES and value is not None}
        self.left_out = [_("There is no field “%s”; it was left out.") % name[:50] for name in fields.keys() - NAMES]
        self.left_out.sort()

    def kind(self) -> str:
        kind = self.fields.get("kind")
        if not kind:
            raise NotUnderstood(_("The kind is missing. There are: %s.") % ", ".join(KINDS))
        if not isinstance(kind, str) or kind not in KINDS:
            raise NotUnderstood(
                _("There is no kind “%(kind)s”. There are: %(kinds)s.")
                % {"kind": str(kind)[:50], "kinds": ", ".join(KINDS)}
            )
        return kind

    def title(self) -> str:
        if not self.text("title").strip():
            raise NotUnderstood(_("The title is missing."))
        self.fields["title"] = " ".join(self.fields["title"].split())
        return self.cut("title")

    def key(self) -> str:
        """The key in the source; empty where the line has none."""
        key = self.fields.get("external_key", "")
        if isinstance(key, int) and not isinstance(key, bool):
            key = str(key)
        if not isinstance(key, str) or len(key) > LONGEST["external_key"]:
            raise NotUnderstood(_("“external_key” is not a text of at most %d characters.") % LONGEST["external_key"])
        return key.strip()

    def text(self, name: str) -> str:
        """A text without which the entry would be only half of what the source says."""
        text = self.fields.get(name, "")
        if not isinstance(text, str):
            raise NotUnderstood(_("“%s” is not a text.") % name)
        return text

    def cut(self, name: str) -> str:
        text = self.text(name).strip()
        if len(text) <= LONGEST[name]:
            return text
        self.left_out.append(
            _("“%(name)s” is longer than %(longest)d characters; the rest was left out.")
            % {"name": name, "longest": LONGEST[name]}
        )
        return Truncator(text).chars(LONGEST[name])

    def optional(self, name: str, otherwise: str) -> str:
        """A text without which the entry is whole all the same."""
        value = self.fields.get(name, otherwise)
        if isinstance(value, str):
            return value.strip()
        self.left_out.append(_("“%s” is not a text; it was left out.") % name)
        return otherwise

    def names(self, name: str) -> tuple[str, ...]:
        """A list of names, each once."""
        values = self.fields.get(name, [])
        if not isinstance(values, list):
            self.left_out.append(_("“%s” is not a list in square brackets; it was left out.") % name)
            return ()
        found: dict[str, str] = {}
        for value in values:
            text = " ".join(value.split()) if isinstance(value, str) else ""
            if text and len(text) <= LONGEST[name]:
                found.setdefault(text.casefold(), text)
            else:
                self.left_out.append(
                    _("“%(name)s” holds something that is not a text of 1 to %(longest)d characters; it was left out.")
                    % {"name": name, "longest": LONGEST[name]}
                )
        return tuple(found.values())

    def audience(self) -> str:
        """Nonsense opens nothing: without a clear word the full text is for members."""
        audience = self.optional("audience", Confidentiality.MEMBERS)
        if audience in Confidentiality.values:
            return audience
        self.left_out.append(_("There is no audience “%s”; the full text is for members only.") % audience[:50])
        return Confidentiality.MEMBERS

    def moment(self, name: str) -> datetime | None:
        """A date in ISO 8601; without an offset it is the forum's time. One in the future is left out."""
        text = self.optional(name, "")
        if not text:
            return None
        try:
            found = datetime.fromisoformat(text)
            moment = (timezone.make_aware(found) if timezone.is_naive(found) else found).astimezone(UTC)
        except (ValueError, OverflowError):
            self.left_out.append(_("“%(name)s” is no date: “%(text)s”.") % {"name": name, "text": text[:50]})
            return None
        if moment > timezone.now():
            self.left_out.append(_("“%s” lies in the future; the entry is dated today.") % name)
            return None
        return moment
