"""What a part of the house hands to the search: one document per thing, or per layer of a thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What readers find, and who they are.

    A reader meets a document when one of her principals stands in `audience` and none in `superseded_for`: whoever is
    in both gets the fuller document of the same thing instead, so nobody meets a thing twice. All texts are plain text.
    """

    key: str  # unique in the whole index: "entry:12:members"
    type: str  # entry, topic, event, …
    object_id: int
    title: str
    url: str
    audience: frozenset[str]
    superseded_for: frozenset[str] = frozenset()
    kind: str = ""
    layer: str = ""
    summary: str = ""
    body: str = ""
    # field -> ((value, label), …), for filters and facets: kind, topic, tag, county, author, external_key, …
    keywords: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    published_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a form that narrows was asked for."""

    values: frozenset[str] | None = None
    """Of the field; None: the address does not ask, and everything stays. Nobody's rights may be read from them."""
    label: str = ""
    """The filter in a few words, as it stands above the results."""
    form: Mapping[str, Any] = field(default_factory=dict)
    """For the template."""
