"""Queries that are asked all the time: their SQL is made once in a process.

Making it costs Django ten times what asking it costs the database. Only what is asked is kept, never an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
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

    Where it has several shapes, such as with and without a filter, `query` takes what makes the difference and is built
    once for each: `LISTED("kind", kind="offer")`. Shapes are said by the code, never by a request: all of them stay.

    Its columns are numbers and texts, which come as the database has them.
    """

    def __init__(self, query: Callable[..., QuerySet[Any, Any]]) -> None:
        self._query = query
        self._made: dict[tuple[Hashable, ...], tuple[str, tuple[Any, ...]]] = {}

    def __call__(self, *shape: Hashable, **values: Any) -> list[tuple[Any, ...]]:
        """The rows. Raises KeyError for a value that was not given."""
        sql, parameters = self._made_for(shape)
        return _asked(sql, [one.among(values) if isinstance(one, Given) else one for one in parameters])

    def part(self, start: int, count: int, *shape: Hashable, **values: Any) -> list[tuple[Any, ...]]:
        """So many of the rows, after the first `start` of them."""
        sql, parameters = self._made_for(shape)
        given = [one.among(values) if isinstance(one, Given) else one for one in parameters]
        return _asked(f"{sql} LIMIT %s OFFSET %s", [*given, count, start])

    def _made_for(self, shape: tuple[Hashable, ...]) -> tuple[str, tuple[Any, ...]]:
        """Raises ValueError for a query that looked at the clock: that moment would hold for ever."""
        made = self._made.get(shape)
        if made is None:
            query = self._query(*shape).query
            if any(isinstance(getattr(condition, "rhs", None), date) for condition in query.where.leaves()):
                raise ValueError("A prepared query takes days and moments as they are given: DAY, MOMENT.")
            made = self._made[shape] = query.sql_with_params()
        return made


def _asked(sql: str, parameters: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
