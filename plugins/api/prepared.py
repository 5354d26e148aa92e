"""Queries that every request of a signed-in person asks: their SQL is made once in a process.

Making it costs Django ten times what asking it costs the database. Only what is asked is kept, never an answer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BigIntegerField, DateField, DateTimeField, Expression, Field, QuerySet
from django.db.models.sql.compiler import SQLCompiler


class Given(Expression):
    """The place in a query of a value that is known when it is asked."""

    def __init__(self, name: str, output_field: Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        return "%s", [self]

    def among(self, values: dict[str, Any]) -> Any:
        """Its value as the database takes it. Raises KeyError where none is given."""
        return self.output_field.get_db_prep_value(values[self.name], connection)


USER = Given("user", BigIntegerField())
DAY = Given("day", DateField())
MOMENT = Given("moment", DateTimeField())


class Prepared:
    """A query with places for values: what `query` builds, once, is asked with other values each time.

        SEATS = Prepared(lambda: Seat.objects.at(DAY, MOMENT).filter(person=USER).values_list("county__key"))
        SEATS(user=1, day=timezone.localdate(), moment=timezone.now())

    Its columns are numbers and texts, which come as the database has them.
    """

    def __init__(self, query: Callable[[], QuerySet[Any, Any]]) -> None:
        self._query = query

    def __call__(self, **values: Any) -> list[tuple[Any, ...]]:
        """The rows. Raises KeyError for a value that was not given."""
        sql, parameters = self._made
        with connection.cursor() as cursor:
            given = [one.among(values) if isinstance(one, Given) else one for one in parameters]
            cursor.execute(sql, given)
            return cursor.fetchall()

    @cached_property
    def _made(self) -> tuple[str, tuple[Any, ...]]:
        """Raises ValueError for a query that looked at the clock: that moment would hold for ever."""
        query = self._query().query
        if any(isinstance(getattr(condition, "rhs", None), date) for condition in query.where.leaves()):
            raise ValueError("A prepared query takes days and moments as they are given: DAY, MOMENT.")
        return query.sql_with_params()
