"""Does the index hold what the database says? Part of `check_index`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext as _

from plugins.api.extensions import SearchSource
from plugins.api.registry import registry
from search.engine import EngineUnavailable
from search.engines import EMBEDDED, engines
from search.fingerprints import fingerprint
from search.indexing import rebuild, refresh


class Kind(Enum):
    """In which way index and database differ."""

    MISSING = "missing"
    SUPERFLUOUS = "superfluous"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Difference:
    """One document that is not as it should be."""

    kind: Kind
    key: str
    type: str
    object_id: int

    def __str__(self) -> str:
        sentences = {
            Kind.MISSING: _("“%(key)s” is missing from the search index."),
            Kind.SUPERFLUOUS: _("“%(key)s” is in the search index but not in the database."),
            Kind.DIFFERENT: _("“%(key)s” reads differently in the search index and in the database."),
        }
        return sentences[self.kind] % {"key": self.key}


def differences(name: str = EMBEDDED) -> Iterator[str]:
    """One sentence per document that is missing, superfluous or different, or one why nothing can be compared."""
    try:
        yield from map(str, compare(name))
    except EngineUnavailable as error:
        yield str(error)


def repair(name: str = EMBEDDED) -> None:
    """Read what differs from the database again; an index that cannot be compared is built anew as a whole.

    Where its server is away nothing is repaired, and what differs is named again.
    """
    try:
        found = list(compare(name))
    except EngineUnavailable:
        with suppress(EngineUnavailable):
            rebuild(name)
        return
    known = {source.type for source in registry.records(SearchSource)}
    for difference in found:
        if difference.type in known:
            refresh(difference.type, [difference.object_id], name)
        else:
            engines()[name].delete([difference.key])


def compare(name: str = EMBEDDED) -> Iterator[Difference]:
    """Every difference between sources and engine. Raises EngineUnavailable where it is broken or incomplete."""
    engine = engines()[name]
    if illness := engine.health():
        raise EngineUnavailable(illness)
    stored = {document.key: document for document in engine.fingerprints()}
    for source in registry.records(SearchSource):
        for document in source.documents(None):
            known = stored.pop(document.key, None)
            if known is None:
                yield Difference(Kind.MISSING, document.key, document.type, document.object_id)
            elif known.fingerprint != fingerprint(document):
                yield Difference(Kind.DIFFERENT, document.key, document.type, document.object_id)
    for known in stored.values():
        yield Difference(Kind.SUPERFLUOUS, known.key, known.type, known.object_id)
