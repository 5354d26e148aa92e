"""Facts -> documents in the index, and the whole index from the database.

Everything here may be done twice: the sources are asked again, and the engine ends up with what they say today.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice

from plugins.api import switching
from plugins.api.errors import NotNow
from plugins.api.extensions import SearchSource
from plugins.api.facts import Fact, PluginSwitched
from plugins.api.registry import registry
from plugins.api.searching import SearchDocument
from plugins.api.troubles import as_far_as, note
from search import telling
from search.engine import EngineUnavailable, RebuildRunning, SearchEngine
from search.engines import ELASTIC, EMBEDDED, engines

logger = logging.getLogger(__name__)

OBJECTS_AT_ONCE = 100
AGAIN_AFTER = 10.0
"""Seconds until a cluster that was away is told again what it missed."""


def hear(facts: Sequence[Fact]) -> None:
    """What these facts concern is read again and found, or no longer found, in the embedded index from now on."""
    _hear(facts, EMBEDDED)


def hear_for_cluster(facts: Sequence[Fact]) -> None:
    """The same in the cluster. While it is away, everything for it waits; the embedded index does not wait for it."""
    try:
        _hear(facts, ELASTIC)
    except EngineUnavailable as error:
        raise NotNow(AGAIN_AFTER, str(error)) from error


def _hear(facts: Sequence[Fact], name: str) -> None:
    switched = {fact.plugin for fact in facts if isinstance(fact, PluginSwitched)}
    if switched:
        switching.forget()  # another process may have switched: what this one knows can be two seconds old
    for source in registry.records(SearchSource):
        refresh(source.type, _concerned(source, facts), name)
    if switched:
        _follow_switches(switched, name)


def _follow_switches(labels: Collection[str], name: str) -> None:
    """What these plugins bring is found again, or no longer: by what is there and by what the index holds."""
    held = set(engines()[name].fingerprints())
    for one in registry.registrations(SearchSource):
        if one.origin.label in labels:
            ids = {key.object_id for key in held if key.type == one.record.type}
            if switching.is_on(one.origin):
                ids |= {document.object_id for document in one.record.documents(None)}
            refresh(one.record.type, ids, name)


def refresh(type: str, object_ids: Iterable[int], name: str = EMBEDDED) -> None:
    """These objects are found by what all sources of their type say of them now; what is gone is forgotten."""
    engine = engines()[name]
    sources = [source for source in registry.records(SearchSource) if source.type == type]
    for batch in _batches(sorted(set(object_ids))):
        with engine.writing():  # so that no older text, read earlier by somebody else, can be written later
            engine.replace(type, batch, [document for source in sources for document in _told_by(source, batch)])


def _told_by(source: SearchSource, ids: list[int]) -> Iterator[SearchDocument]:
    """The listener tries again later; meanwhile the office reads whose source it was."""
    try:
        yield from source.documents(ids)
    except Exception as error:
        note(source, error)
        raise


def rebuild(name: str | None = None, *, progress: Callable[[], object] = lambda: None) -> int:
    """The whole index of one engine, or of all, anew, beside the one that answers; returns the number of documents.

    `progress` is called after every document. Raises RebuildRunning and EngineUnavailable.
    """
    count = 0
    for engine in [engines()[name]] if name else engines().values():
        count = _rebuild(engine, progress)
    return count


def _rebuild(engine: SearchEngine, progress: Callable[[], object]) -> int:
    done = 0

    def counted(documents: Iterator[SearchDocument]) -> Iterator[SearchDocument]:
        nonlocal done
        for document in documents:
            yield document
            done += 1
            progress()

    with engine.rebuild() as new:
        for source in registry.records(SearchSource):
            new.add(counted(as_far_as(source, source.documents, None)))
    if engine.name == ELASTIC:
        telling.begin_to_tell()
    return done


def rebuild_if_needed(*, is_start: bool = False) -> bool:
    """An index that is missing, broken or of another version is built anew; says whether that was done.

    Done at the start of a server, where an empty index is built anew too (the database may be another one), and every
    few minutes: a folder that was emptied under a running one fills itself. A cluster that is away is left alone until
    the next look; another engine answers, or people are told that none does.
    """
    if ELASTIC not in engines():
        telling.end_to_tell()
    needed = [engine for engine in engines().values() if not _is_well(engine) or (is_start and _is_empty(engine))]
    rebuilt = [engine.name for engine in needed if _is_rebuilt(engine)]
    return bool(rebuilt)


def _is_well(engine: SearchEngine) -> bool:
    return engine.health() is None and (engine.name == EMBEDDED or telling.is_told_everything())


def _is_empty(engine: SearchEngine) -> bool:
    """Whether nothing can be read from it; damage in the middle of a file shows only here."""
    try:
        return not any(True for _ in engine.fingerprints())
    except EngineUnavailable:
        return True


def _is_rebuilt(engine: SearchEngine) -> bool:
    try:
        _rebuild(engine, lambda: None)
    except RebuildRunning:
        return False
    except EngineUnavailable as error:
        if engine.name == EMBEDDED:
            raise
        logger.warning("The index of %s could not be built: %s", engine.name, error)
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
