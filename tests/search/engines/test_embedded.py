"""What holds for the embedded engine alone: files, processes, threads, the swap."""

from __future__ import annotations

import multiprocessing
import threading
import time

import pytest

from search.engine import EngineUnavailable, SearchQuery
from search.engines.embedded import EmbeddedEngine, schema
from tests.search.documents import VISITOR, document

NOW = SearchQuery("Wohnung")


@pytest.fixture
def engine(embedded_engine):
    return embedded_engine


def write_many(folder, first, count):
    engine = EmbeddedEngine(folder)
    for number in range(first, first + count):
        engine.index([document(number, f"Wohnung {number}")])


def read_until_found(folder, found, stop):
    engine = EmbeddedEngine(folder)
    while not stop.is_set():
        found.append(engine.search(NOW).count)
    engine.close()


def test_two_processes_write_and_nothing_is_lost(folder, engine):
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=write_many, args=(folder, first, 20)) for first in (0, 1000)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert engine.search(NOW).count == 40


def test_threads_write_and_read_at_once(folder, engine):
    stop, counts = threading.Event(), []
    reader = threading.Thread(target=read_until_found, args=(folder, counts, stop))
    writers = [threading.Thread(target=write_many, args=(folder, first, 15)) for first in (0, 100, 200)]
    for thread in (reader, *writers):
        thread.start()
    for thread in writers:
        thread.join(60)
    stop.set()
    reader.join(60)
    assert engine.search(NOW).count == 45
    assert counts == sorted(counts)


def test_readers_meet_the_old_index_or_the_new_one_and_never_something_between(folder, engine):
    """While one thread swaps again and again, others ask; every answer is one of the two whole ones."""
    stop, seen, failures = threading.Event(), set(), []

    def read():
        mine = EmbeddedEngine(folder)
        try:
            while not stop.is_set():
                found = mine.search(SearchQuery("Wohnung", limit=100))
                seen.add((found.count, len(found.hits), len({hit.title for hit in found.hits})))
        except Exception as error:  # a thread's failure must reach the test
            failures.append(error)
        mine.close()

    engine.index(document(number, "Wohnung alt") for number in range(10))
    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for turn in range(6):
        with engine.rebuild() as new:
            titles = ("Wohnung neu", 20) if turn % 2 == 0 else ("Wohnung alt", 10)
            new.add(document(number, titles[0]) for number in range(titles[1]))
    stop.set()
    for reader in readers:
        reader.join(60)
    assert failures == []
    assert seen <= {(10, 10, 1), (20, 20, 1)}


def test_writers_during_a_rebuild_in_another_thread_are_in_the_new_index(folder, engine):
    engine.index(document(number, "Wohnung") for number in range(100))
    writer = threading.Thread(target=write_many, args=(folder, 1000, 30))

    def slowly():
        writer.start()
        for number in range(300):
            time.sleep(0.001)
            yield document(number, "Wohnung")

    with engine.rebuild() as new:
        new.add(slowly())
    writer.join(60)
    assert engine.search(NOW).count == 330


def test_what_a_killed_rebuild_left_is_cleared_away(folder, engine):
    engine.index([document(1, "Wohnung")])
    (folder / "index-7.sqlite3").write_bytes(b"half")
    (folder / "building").write_text("index-7.sqlite3")
    engine.index([document(2, "Wohnung")])
    assert not (folder / "building").exists()
    assert not (folder / "index-7.sqlite3").exists()
    assert engine.search(NOW).count == 2


def test_old_files_go_with_the_second_swap(folder, engine):
    engine.index([document(1)])
    for _ in range(4):
        with engine.rebuild() as new:
            new.add([document(1)])
    assert len(list(folder.glob("index-*.sqlite3"))) == 2


def test_a_broken_file_is_said_and_a_rebuild_heals_it(folder, engine):
    engine.index([document(1, "Wohnung")])
    engine.close()
    for file in folder.glob("index-*"):
        file.write_bytes(b"This is no database. " * 1000)
    with pytest.raises(EngineUnavailable):
        engine.search(NOW)
    assert "rebuild_index" in engine.health()
    with engine.rebuild() as new:
        new.add([document(1, "Wohnung")])
    assert engine.health() is None
    assert engine.search(NOW).count == 1


def test_a_vanished_file_is_said(folder, engine):
    engine.index([document(1)])
    engine.close()
    for file in folder.glob("index-*"):
        file.unlink()
    assert "rebuild_index" in engine.health()


def test_an_emptied_folder_is_said_until_a_rebuild_has_filled_it(folder, engine):
    engine.index([document(1, "Wohnung")])
    engine.close()
    for file in folder.iterdir():
        file.unlink()
    assert engine.search(NOW).count == 0
    assert "rebuild_index" in engine.health()
    with engine.rebuild() as new:
        new.add([document(1, "Wohnung")])
    assert (engine.health(), engine.search(NOW).count) == (None, 1)


def test_damage_in_the_middle_of_a_file_is_found_by_whoever_reads_it_whole(folder, engine):
    engine.index(document(number, f"Wohnung {number}") for number in range(200))
    engine._folder.reading().db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.close()
    (file,) = folder.glob("index-*.sqlite3")
    content = bytearray(file.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xff" * 4096
    file.write_bytes(content)
    with pytest.raises(EngineUnavailable):
        engine.fingerprints()


def test_an_index_of_another_version_wants_to_be_rebuilt(monkeypatch, engine):
    with engine.rebuild() as new:
        new.add([document(1)])
    assert engine.health() is None
    monkeypatch.setattr(schema, "VERSION", "99/99")
    assert "rebuild_index" in engine.health()


def test_a_full_disk_changes_nothing(folder, engine, monkeypatch):
    """SQLite says “database or disk is full” when it may not take another page."""
    engine.index([document(1, "Wohnung")])
    db = engine._folder.reading().db
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(EngineUnavailable, match="full"):
        engine.index(
            document(number, "Wohnung " + " ".join(f"w{number}x{i}" for i in range(500))) for number in range(90)
        )
    assert engine.search(NOW).count == 1
    db.execute("PRAGMA max_page_count = 1073741823")
    engine.index([document(2, "Wohnung")])
    assert engine.search(NOW).count == 2


def test_nobody_is_asked_about_files_that_nobody_opens(engine):
    """An engine that was never written to answers with nothing."""
    assert engine.search(NOW).count == 0
    assert engine.suggest("woh", principals=VISITOR) == []
    assert list(engine.fingerprints()) == []
