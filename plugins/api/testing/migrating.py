"""Migrations forward and back, tried on a copy of the database of the tests."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections, transaction
from django.db.migrations.exceptions import IrreversibleError


def problems_of(label: str) -> list[str]:
    """What keeps the tables of an app from being taken away and made again; a sentence each."""
    found = []
    try:
        call_command("makemigrations", label, check=True, dry_run=True, verbosity=0)
    except SystemExit:
        found.append(f"The models of “{label}” have changed since the last migration: run makemigrations.")
    with in_a_copy():
        try:
            call_command("migrate", label, "zero", verbosity=0)
        except (IrreversibleError, DatabaseError, NotImplementedError, ValueError) as error:
            return [*found, f"The migrations of “{label}” do not go back: {error}"]
        if left := sorted(tables_of(label) & set(connection.introspection.table_names())):
            found.append(f"After the way back there are still tables of “{label}”: {', '.join(left)}.")
        call_command("migrate", label, verbosity=0)
        if missing := sorted(tables_of(label) - set(connection.introspection.table_names())):
            found.append(f"After the way back and forward “{label}” lacks tables: {', '.join(missing)}.")
    return found


def tables_of(label: str) -> set[str]:
    return {model._meta.db_table for model in apps.get_app_config(label).get_models(include_auto_created=True)}


@contextmanager
def in_a_copy() -> Iterator[None]:
    """What happens in here happens to a copy: SQLite cannot change tables in the transaction of a test.

    There must be no transaction yet: SQLite copies nothing beside one that writes.
    """
    if connection.vendor != "sqlite":
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
        return
    kept = connections[DEFAULT_DB_ALIAS]
    with tempfile.TemporaryDirectory() as folder:
        other = kept.copy()
        other.settings_dict = {**kept.settings_dict, "NAME": str(Path(folder) / "copy.sqlite3")}
        kept.ensure_connection()
        with closing(sqlite3.connect(other.settings_dict["NAME"])) as target:
            kept.connection.backup(target)
        connections[DEFAULT_DB_ALIAS] = other
        try:
            yield
        finally:
            other.close()
            connections[DEFAULT_DB_ALIAS] = kept
