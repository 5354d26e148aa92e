"""One migrated database as a template, copied for every test process: migrating takes a minute, copying none.

The template is named by everything that decides its content and kept between runs, outside the project. A test that
commits gets the copy renewed afterwards, so that every test begins with a founded, empty forum.

`python -m tests.template_database` makes it before it is needed, so that no process of a run has to wait for it.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader
from django.test import TransactionTestCase

SEEDS = ("data", "cms/starter_pages", "cms/starting_pages.py", "cms/actions/founding.py")
"""What migrations and the founding read, relative to the project."""

FOLDER = Path(tempfile.gettempdir()) / f"lernnetz-test-templates-{os.getuid()}"
KEPT = 4


@contextmanager
def database_from_template() -> Iterator[None]:
    """Point Django at a fresh copy; remove it at the end."""
    kind = database("test")
    kind.ensure_template()
    kind.copy()
    untouched = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = lambda test: kind.copy()
    try:
        yield
    finally:
        TransactionTestCase._fixture_teardown = untouched
        connections.close_all()
        kind.remove()


def sqlite_template() -> Path:
    """The migrated file itself, for a server that is to start with one."""
    kind = SQLite("test")
    before = settings.DATABASES["default"]["NAME"]
    kind.ensure_template()
    point_at(before)
    return kind.template


def database(name: str) -> Database:
    """A database of this process alone, of the kind that the tests run on; it is there once it was copied."""
    return PostgreSQL(name) if connection.vendor == "postgresql" else SQLite(name)


class Database(ABC):
    """A template, and what one process copies from it."""

    def ensure_template(self) -> None:
        """Of several processes that need the same one, the first makes it and the others wait."""
        FOLDER.mkdir(mode=0o700, exist_ok=True)
        with (FOLDER / f"{connection.vendor}-{fingerprint()}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not self.has_template():
                self.build()

    @abstractmethod
    def has_template(self) -> bool: ...

    @abstractmethod
    def build(self) -> None: ...

    @abstractmethod
    def copy(self) -> None:
        """Begin anew with a founded, empty forum, and go on in it."""

    @abstractmethod
    def enter(self) -> None:
        """Go on in it as it was left."""

    @abstractmethod
    def remove(self) -> None: ...


class SQLite(Database):
    def __init__(self, name: str) -> None:
        self.template = FOLDER / f"{fingerprint()}.sqlite3"
        self.own = Path(settings.LERNNETZ_DATA) / f"{name}.sqlite3"

    def has_template(self) -> bool:
        return self.template.exists()

    def build(self) -> None:
        draft = self.template.with_suffix(f".{os.getpid()}")
        point_at(str(draft))
        migrate()
        draft.rename(self.template)
        for old in sorted(FOLDER.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)

    def copy(self) -> None:
        connections.close_all()
        self.remove()
        shutil.copyfile(self.template, self.own)
        self.enter()

    def enter(self) -> None:
        point_at(str(self.own))

    def remove(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            self.own.with_name(self.own.name + suffix).unlink(missing_ok=True)


class PostgreSQL(Database):
    def __init__(self, name: str) -> None:
        self.template = f"lernnetz_template_{fingerprint()}"
        self.own = f"lernnetz_{name}_{os.getpid()}"

    def has_template(self) -> bool:
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.template])
            return cursor.fetchone() is not None

    def build(self) -> None:
        draft = f"lernnetz_draft_{os.getpid()}"
        self.command(f"DROP DATABASE IF EXISTS {draft}", f"CREATE DATABASE {draft}")
        point_at(draft)
        migrate()
        self.command(f"ALTER DATABASE {draft} RENAME TO {self.template}")

    def copy(self) -> None:
        connections.close_all()
        self.remove()
        self.command(f"CREATE DATABASE {self.own} TEMPLATE {self.template}")
        self.enter()

    def enter(self) -> None:
        point_at(self.own)

    def remove(self) -> None:
        self.command(f"DROP DATABASE IF EXISTS {self.own} WITH (FORCE)")

    def command(self, *statements: str) -> None:
        with connection._nodb_cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)


def point_at(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


def migrate() -> None:
    from cms.actions.founding import found_forum  # models are there only after start-up

    call_command("migrate", verbosity=0, interactive=False)
    found_forum()
    connection.close()


def fingerprint() -> str:
    seen = hashlib.sha256(f"{django.VERSION} {settings.INSTALLED_APPS}".encode())
    for path in sorted(_migration_files()) + sorted(_seed_files()):
        seen.update(str(path).encode())
        seen.update(path.read_bytes())
    return seen.hexdigest()[:16]


def _migration_files() -> Iterator[Path]:
    for config in apps.get_app_configs():
        name, _ = MigrationLoader.migrations_module(config.label)
        try:
            folder = Path(str(import_module(name).__file__)).parent
        except ModuleNotFoundError:
            continue
        yield from folder.glob("*.py")


def _seed_files() -> Iterator[Path]:
    for seed in SEEDS:
        place = settings.BASE_DIR / seed
        yield from (path for path in [place, *place.rglob("*")] if path.is_file())


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    database("test").ensure_template()
    shutil.rmtree(settings.LERNNETZ_DATA)
