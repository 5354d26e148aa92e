"""Facts -> documents in the index, and the whole index from the database.

Everything here may be done twice: the sources are asked again, and the engine ends up with what they say today.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from plugins.api.extensions import SearchSource
from plugins.api.facts import Fact
from plugins.api.registry import registry
from plugins.api.searching import SearchDocument
from search.engine import RebuildRunning
from search.engines import engine

OBJECTS_AT_ONCE = 100


def hear(facts: Sequence[Fact]) -> None:
    """What these facts concern is read again and found, or no longer found, from now on."""
    for source in registry.records(SearchSource):
        refresh(source, _concerned(source, facts))


def refresh(source: SearchSource, object_ids: Iterable[int]) -> None:
    """These objects are found by what their source says of them now; what is gone is forgotten."""
    for batch in _batches(sorted(set(object_ids))):
        with engine().writing():  # so that no older text, read earlier by somebody else, can be written later
            engine().replace(source.type, batch, list(source.documents(batch)))


def rebuild(*, progress: Callable[[], object] = lambda: None) -> int:
    """The whole index anew, beside the one that answers meanwhile; returns the number of documents.

    `progress` is called after every document. Raises RebuildRunning.
    """
    done = 0

    def counted(documents: Iterator[SearchDocument]) -> Iterator[SearchDocument]:
        nonlocal done
        for document in documents:
            yield document
            done += 1
            progress()

    with engine().rebuild() as new:
        for source in registry.records(SearchSource):
            new.add(counted(source.documents(None)))
    return done


def rebuild_if_needed() -> bool:
    """An index that is missing, broken or of another version is built anew; says whether that was done.

    Done at the start of a server and every few minutes: a folder that was emptied under a running one fills itself.
    """
    if engine().health() is None:
        return False
    try:
        rebuild()
    except RebuildRunning:
        return False
    return True


def _concerned(source: SearchSource, facts: Iterable[Fact]) -> set[int]:
    return {
        object_id
        for fact in facts
        for type_of_fact, find in source.facts.items()
        if isinstance(fact, type_of_fact)
        for object_id in find(fact)
    }


def _batches(object_ids: Iterable[int]) -> Iterator[list[int]]:
    remaining = iter(object_ids)
    while batch := list(islice(remaining, OBJECTS_AT_ONCE)):
        yield batch
