"""Queries that are asked again and again: put together once for each scope, and asked with other values each time.

    _CASE = Remembered(lambda id_: Case.objects.select_related("organ").filter(id=id_), int)
    _CASE(17)

To put a query together takes Django many times as long as the database takes to answer it. What a scope lets through is
a part of the query and not of the values, so that each scope has its own; nothing that was answered is remembered.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date
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


class _Ready(NamedTuple):
    """A query in the words of the database, and how its rows are read; `places`: which value goes where."""

    sql: str
    parameters: tuple[Any, ...]
    places: tuple[tuple[int, int], ...]
    converters: tuple[tuple[int, Sequence[Callable[..., Any]], Any], ...]
    made: Callable[[Any], Any] | None


class Remembered(Generic[Found]):
    """A query of so many values of these kinds: whole numbers, texts or days. Its rows are instances, or tuples."""

    def __init__(self, asked: Callable[..., QuerySet[Any, Found]], *kinds: type) -> None:
        self._asked = asked
        self._marks = [_mark(kind, place) for place, kind in enumerate(kinds)]
        self._ready: OrderedDict[tuple[Scope | None, str], _Ready | None] = OrderedDict()

    def __call__(self, *values: int | str | date) -> list[Found]:
        """All rows, within the scope that holds. Raises `Unscoped` where the query does."""
        key = current(), held().vendor
        try:
            ready = self._ready[key]
            self._ready.move_to_end(key)
        except KeyError:
            ready = self._ready[key] = self._put_together()
            while len(self._ready) > KEPT:
                self._ready.popitem(last=False)
        return [] if ready is None else _rows(ready, values)

    def _put_together(self) -> _Ready | None:
        """The query with marks where values go; None where nothing can ever be found."""
        rows: Any = self._asked(*self._marks)
        compiler = rows.query.get_compiler(using=connection.alias)
        try:
            sql, parameters = compiler.as_sql()
        except EmptyResultSet:
            return None
        told = {_sent(mark): place for place, mark in enumerate(self._marks)}
        places = tuple((at, told[one]) for at, one in enumerate(parameters) if _is_plain(one) and one in told)
        if {place for _, place in places} != set(told.values()):
            raise RuntimeError(f"a value has no place of its own in the query: {sql}")
        converters = compiler.get_converters([column[0] for column in compiler.select])
        return _Ready(
            sql,
            tuple(parameters),
            places,
            tuple((at, several, expression) for at, (several, expression) in converters.items()),
            _instances(compiler) if rows._fields is None else None,
        )


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


def _rows(ready: _Ready, values: Sequence[int | str | date]) -> list[Any]:
    parameters = list(ready.parameters)
    for at, place in ready.places:
        parameters[at] = _sent(values[place])
    with known_cursor() as cursor:
        cursor.execute(ready.sql, parameters)
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
