"""One Elasticsearch for all processes of a test run: who needs it first starts it, who needs it last ends it."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests import elasticsearch_server
from tests.elasticsearch_server import Node
from tests.unavailable import leave_out


@pytest.fixture(scope="session")
def elasticsearch(tmp_path_factory, worker_id) -> Iterator[str]:
    """The address of the server."""
    if not elasticsearch_server.is_there():
        leave_out("Elasticsearch")
    shared = tmp_path_factory.getbasetemp()
    run = Shared(shared if worker_id == "master" else shared.parent)
    yield run.join()
    run.leave()


@pytest.fixture
def elastic_prefix(elasticsearch) -> Iterator[str]:
    """A name of its own for the indexes of a test, which go with it."""
    prefix = f"test-{uuid.uuid4().hex[:12]}"
    yield prefix
    names = [one["index"] for one in ask(elasticsearch, f"/_cat/indices/{prefix}-*?format=json&h=index")]
    if names:
        ask(elasticsearch, f"/{','.join(names)}", method="DELETE")


def ask(address: str, path: str, *, method: str = "GET") -> Any:
    request = urllib.request.Request(address + path, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


class Shared:
    """The server of a run, by a file that names it and counts who uses it."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "elasticsearch.json"

    def join(self) -> str:
        with self._locked() as known:
            if not known:
                node = Node()
                node.start()
                try:
                    node.wait()
                except BaseException:
                    node.remove()
                    raise
                assert node.process is not None
                known |= {"address": node.address, "process": node.process.pid, "users": 0}
                known["folders"] = [str(node.folder), str(node.data)]
            known["users"] += 1
            return str(known["address"])

    def leave(self) -> None:
        with self._locked() as known:
            known["users"] -= 1
            if not known["users"]:
                with suppress(ProcessLookupError):
                    os.killpg(known["process"], signal.SIGKILL)
                for folder in known["folders"]:
                    shutil.rmtree(folder, ignore_errors=True)
                known.clear()

    @contextmanager
    def _locked(self) -> Iterator[dict[str, Any]]:
        with self.file.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            known = json.loads(self.file.read_text()) if self.file.exists() else {}
            yield known
            self.file.write_text(json.dumps(known))
