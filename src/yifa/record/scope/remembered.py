"""Queries that are asked again and again: put together once for each scope, and asked with other values each time.

    _CASE = Remembered(lambda id_: Case.objects.select_related("organ").filter(id=id_), int)
    _CASE(17)

To put a query together takes Django many times as long as the database takes to answer it. What a scope lets through is
a part of the query and not of the values, so that each scope has its own; nothing that was answered is remembered.

On PostgreSQL a long `IN (…)` is sent as one array: a value of its own costs both sides time for each number, and a
statement with more than fifty of them is taken apart anew each time it is sent.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import QuerySet
from django.db.models import query as django_query

from yifa.record.chain.known_statements import held, known_cursor
from yifa.record.scope.scopes import Scope, current

KEPT = 400
"""So many scopes are remembered for a query; the one that was asked longest ago is forgotten first."""
Found = TypeVar("Found")
populators: Any = django_query.get_related_populators
HERE = "%s"
"""Where a value stands in the words of the database."""
LONG = 8
"""So many values of an `IN` are sent as an array."""
_SEVERAL = re.compile(rf"IN \(({HERE}(?:, {HERE}){{{LONG - 1},}})\)")


class Ready(NamedTuple):
    """A query in the words of the database, and how its rows are read.

    `places`: which value goes where; the second number, where it is not below nought, is its place in an array.
    """

    sql: str
    parameters: tuple[Any, ...]
    places: tuple[tuple[int, int, int], ...]
    converters: tuple[tuple[int, Sequence[Callable[..., Any]], Any], ...]
    made: Callable[[Any], Any] | None
    columns: tuple[str, ...]
    """What its columns are called, where all have a name of their own."""


class Remembered(Generic[Found]):
    """A query of so many values of these kinds: whole numbers, texts or days. Its rows are instances, or tuples."""

    def __init__(self, asked: Callable[..., QuerySet[Any, Found]], *kinds: type) -> None:
        self._asked = asked
        self._marks = [_mark(kind, place) for place, kind in enumerate(kinds)]
        self._ready: OrderedDict[tuple[Scope | None, str], Ready | None] = OrderedDict()

    def __call__(self, *values: int | str | date) -> list[Found]:
        """All rows, within the scope that holds. Raises `Unscoped` where the query does."""
        ready = self.ready()
        return [] if ready is None else _rows(ready, values)

    def ready(self) -> Ready | None:
        """The query as it is put together for the scope that holds; None where nothing can ever be found."""
        key = current(), held().vendor
        try:
            ready = self._ready[key]
            self._ready.move_to_end(key)
        except KeyError:
            made = self._put_together()
            ready = self._ready[key] = made if made is None or key[1] != "postgresql" else _with_arrays(made)
            while len(self._ready) > KEPT:
                self._ready.popitem(last=False)
        return ready

    def _put_together(self) -> Ready | None:
        """The query with marks where values go; None where nothing can ever be found."""
        rows: Any = self._asked(*self._marks)
        compiler = rows.query.get_compiler(using=connection.alias)
        try:
            sql, parameters = compiler.as_sql()
        except EmptyResultSet:
            return None
        told = {_sent(mark): place for place, mark in enumerate(self._marks)}
        places = tuple((at, -1, told[one]) for at, one in enumerate(parameters) if _is_plain(one) and one in told)
        if {place for _, _, place in places} != set(told.values()):
            raise RuntimeError(f"a value has no place of its own in the query: {sql}")
        converters = compiler.get_converters([column[0] for column in compiler.select])
        return Ready(
            sql,
            tuple(parameters),
            places,
            tuple((at, several, expression) for at, (several, expression) in converters.items()),
            _instances(compiler) if rows._fields is None else None,
            tuple(alias for *_, alias in compiler.select if alias),
        )


def _with_arrays(ready: Ready) -> Ready:
    """The same, as PostgreSQL takes it soonest: each long `IN (…)` of numbers or texts is an array."""
    parameters: list[Any] = []
    sql, at, from_ = "", 0, 0
    moved: dict[int, tuple[int, int]] = {}

    def passed(upto: int) -> None:
        nonlocal sql, at
        words = ready.sql[from_:upto]
        for one in range(at, at + words.count(HERE)):
            moved[one] = len(parameters), -1
            parameters.append(ready.parameters[one])
        at += words.count(HERE)
        sql += words

    if ready.sql.count(HERE) != len(ready.parameters):
        return ready
    for found in _SEVERAL.finditer(ready.sql):
        passed(found.start())
        several = ready.parameters[at : at + found[1].count(HERE)]
        kinds = {type(one) for one in several}
        if kinds in ({int}, {str}):
            moved |= {at + place: (len(parameters), place) for place in range(len(several))}
            parameters.append([in_array(one) for one in several])
            at += len(several)
            sql += f"= ANY({HERE})"
            from_ = found.end()
        else:
            from_ = found.start()
            passed(found.end())
            from_ = found.end()
    passed(len(ready.sql))
    places = tuple((*moved[one], place) for one, _, place in ready.places)
    return ready._replace(sql=sql, parameters=tuple(parameters), places=places)


def in_array(value: int | str) -> Any:
    """A value as it goes into an array for PostgreSQL: numbers of one width, so that the statement stays the same."""
    return _wide()(value) if isinstance(value, int) else value


@cache
def _wide() -> Any:
    from psycopg.types.numeric import Int8  # noqa: PLC0415 - only where it is the database

    return Int8


def _mark(kind: type, place: int) -> int | str | date:
    """A value that stands in no query but for one that is given later."""
    if kind is int:
        return 7_203_685_001_000_017 + place
    return date.fromordinal(577_800 + place) if kind is date else f"\x02{place}\x03"


def _is_plain(value: Any) -> bool:
    return isinstance(value, int | str | date)


def _sent(value: int | str | date) -> Any:
    """A value as this database takes it."""
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value


def _rows(ready: Ready, values: Sequence[int | str | date]) -> list[Any]:
    return rows_of(ready, filled(ready, values))


def filled(ready: Ready, values: Sequence[int | str | date]) -> list[Any]:
    """The parameters of a query, with its values."""
    parameters = [list(one) if isinstance(one, list) else one for one in ready.parameters]
    for at, inside, place in ready.places:
        if inside < 0:
            parameters[at] = _sent(values[place])
        else:
            parameters[at][inside] = in_array(values[place])  # type: ignore[arg-type]  # days stand in no array
    return parameters


def rows_of(ready: Ready, parameters: Iterable[Any]) -> list[Any]:
    """The rows that a query finds with these parameters."""
    with known_cursor() as cursor:
        cursor.execute(ready.sql, list(parameters))
        found: list[Any] = cursor.fetchall()
    if ready.converters:
        found = [list(row) for row in found]
        for at, several, expression in ready.converters:
            for convert in several:
                for row in found:
                    row[at] = convert(row[at], expression, connection)
    if ready.made is None:
        return [tuple(row) for row in found] if ready.converters else found
    return [ready.made(row) for row in found]


def _instances(compiler: Any) -> Callable[[Any], Any]:
    """How a row becomes an instance, with those that are asked for beside it: as Django does it."""
    told, alias = compiler.klass_info, compiler.using
    model: type[models.Model] = told["model"]
    first, last = told["select_fields"][0], told["select_fields"][-1] + 1
    names = [column[0].target.attname for column in compiler.select[first:last]]
    beside = populators(told, compiler.select, alias)

    def made(row: Any) -> Any:
        one = model.from_db(alias, names, row[first:last])
        for populator in beside:
            populator.populate(row, one)
        return one

    return made
