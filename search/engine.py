"""What every search engine can do, and the records that go in and come out.

An engine stores finished documents and answers for a set of principals. Whatever it says (hits, totals, facets,
suggestions, repaired spellings) is worked out after the documents that these principals may not read were taken away.
Word statistics of hidden documents must not move what visitors see, so an engine keeps two indexes: what everybody may
read, and everything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol

from plugins.api.access import PUBLIC
from plugins.api.searching import SearchDocument

if TYPE_CHECKING:
    from search.asking import Asked

Ordering = Literal["relevance", "-published_at", "title"]
VISITOR = frozenset({PUBLIC})


class EngineUnavailable(Exception):
    """The index cannot be asked right now; the text is a sentence for the operator."""


class RebuildRunning(Exception):
    """Somebody else is rebuilding the index at this moment."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What editors pin or exclude: an object of the database, whatever documents it has."""

    type: str
    object_id: int


@dataclass(frozen=True, slots=True)
class Tuning:
    """What editors have decided about ranking. It never opens anything: the audience filter comes before all of it."""

    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Directed: a word or phrase as somebody types it, in lower case -> what is looked for besides, in plain words."""
    pinned: tuple[Thing, ...] = ()
    """Stand first for this question, in this order, even without its words; filters and audience hold for them too."""
    excluded: frozenset[Thing] = frozenset()
    """Are not found by this question."""
    field_weights: Mapping[str, float] = field(default_factory=dict)
    """title, summary, body -> how much its words count; what is missing counts as usual."""
    kind_weights: Mapping[str, float] = field(default_factory=dict)
    """kind -> factor on the score of its documents; what is missing counts once."""


UNTUNED = Tuning()


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A question and who asks. Blank text asks for everything readable that the filters leave."""

    text: str
    principals: frozenset[str] = VISITOR
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # field -> values, of which one must fit
    updated_since: datetime | None = None
    ordering: Ordering = "relevance"  # blank text has no relevance and is ordered by date
    facets: tuple[str, ...] = ()  # fields to count; each as if it were not filtered by
    limit: int = 20
    offset: int = 0
    exact: bool = False  # no spelling repair
    tuning: Tuning = UNTUNED
    generation: int | None = None
    """What `public_generation` said just before: what an engine remembers of public documents under it still holds."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found, ready to be shown."""

    key: str
    type: str
    object_id: int
    kind: str
    layer: str
    title: str
    url: str
    snippet: str  # HTML: <mark> around what matched, all else escaped
    score: float  # relative to the best hit of the whole answer, 0 to 1, two decimals
    keywords: Mapping[str, tuple[tuple[str, str], ...]]
    published_at: datetime | None
    updated_at: datetime | None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """How many of the found documents carry a value."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One page of hits, and what holds for all of them."""

    count: int
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    did_you_mean: str | None = None  # the repaired question, which is the one that was asked
    is_from_stand_in: bool = False  # the engine that should have answered was away


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an answer is what it is; for editors, who read everything."""

    asked: Asked
    documents: Mapping[str, int]  # term -> in how many readable documents it stands
    result: SearchResult
    shares: Mapping[str, Mapping[str, float]]
    """Key of a hit -> term, or two neighbours of the question -> its share in the score, before any factor."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """How the typed letters may go on: a document by its title, or (type "word", no url) a word of the texts."""

    text: str
    type: str
    url: str


@dataclass(frozen=True, slots=True)
class Stored:
    """A document in the index, as far as it takes to compare it with the database."""

    key: str
    type: str
    object_id: int
    fingerprint: str


class Rebuild(Protocol):
    """A new index in the making, beside the one that answers."""

    def add(self, documents: Iterable[SearchDocument]) -> None:
        """Put documents into the new index, unless a newer state of them has arrived since the rebuild began."""
        ...


class Answering(Protocol):
    """What people ask. Every method raises EngineUnavailable."""

    def search(self, query: SearchQuery) -> SearchResult:
        """The answer for these principals."""
        ...

    def explain(self, query: SearchQuery) -> Explanation:
        """The same answer with what led to it."""
        ...

    def related(self, thing: Thing, *, principals: frozenset[str], limit: int = 4) -> list[Hit]:
        """Other documents of the same type that are about the same, for these principals; none where nothing fits well.

        What the thing is about is taken from the document of it that they may read.
        """
        ...

    def suggest(self, text: str, *, principals: frozenset[str], limit: int = 8) -> list[Suggestion]:
        """How `text` may go on, for these principals."""
        ...

    def public_generation(self) -> int:
        """A number that grows whenever something that everybody may read has changed."""
        ...


class SearchEngine(Answering, Protocol):
    """Where documents are kept and found. Several threads and processes may use one index at the same time."""

    name: str

    def index(self, documents: Iterable[SearchDocument]) -> None:
        """Put documents in; one with a known key replaces what was there. Doing it twice changes nothing."""
        ...

    def delete(self, keys: Collection[str]) -> None:
        """Forget these documents."""
        ...

    def replace(self, type: str, object_ids: Collection[int], documents: Iterable[SearchDocument]) -> None:
        """From one moment to the next the objects have exactly these documents, which may be none."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """Nobody else writes meanwhile: what is read from the database inside is not overtaken by older text."""
        ...

    def rebuild(self) -> AbstractContextManager[Rebuild]:
        """Build anew beside the index that answers, and put it in its place at the end, unless an exception comes.

        Whatever is written to the engine in the meantime is in the new index too. Raises RebuildRunning.
        """
        ...

    def fingerprints(self) -> Iterator[Stored]:
        """Every document, by key."""
        ...

    def health(self) -> str | None:
        """None when all is well, else a sentence for the operator."""
        ...
