"""The first rows of each of several organs, by one statement: a query of one organ, in its order and up to a bound.

    _NEWEST = OfEach(lambda organ: Case.objects.filter(organ=organ).order_by("-opened").values_list("opened", "id")[:5])
    _NEWEST([3, 5, 8])

A database sorts all rows of several organs before it gives the first; those of one lie in their order already, where an
index has it. PostgreSQL is asked for each organ beside the next (`LATERAL`); SQLite, which has no such word, for the
rows of each as one text, which is taken apart again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

from yifa.record.chain.known_statements import held
from yifa.record.scope.remembered import HERE, Ready, Remembered, filled, in_array, rows_of

Found = TypeVar("Found")
_OF_POSTGRESQL = "SELECT made.* FROM unnest({here}) AS each_one(id) CROSS JOIN LATERAL ({sql}) AS made"
_OF_SQLITE = (
    "SELECT {columns} FROM json_each({here}) AS each_one, "
    "json_each((SELECT json_group_array(json_array({names})) FROM ({sql}))) AS made"
)


class OfEach(Generic[Found]):
    """A query of the number of an organ and of further values of these kinds. Its rows are tuples, of named columns.

    The rows of an organ come in the order of the query, organ by organ.
    """

    def __init__(self, asked: Callable[..., QuerySet[Any, Found]], *kinds: type) -> None:
        self._asked = _Beside(asked, int, *kinds)

    def __call__(self, organs: Collection[int], *values: int | str | date, most: int | None = None) -> list[Found]:
        """The rows of these organs, within the scope that holds; at most so many. Raises `Unscoped`."""
        ready = self._asked.ready() if organs else None
        if ready is None:
            return []
        if most is not None:
            ready = ready._replace(sql=f"{ready.sql} LIMIT {most:d}")
        told: Any = sorted(set(organs))
        several = [in_array(one) for one in told] if held().vendor == "postgresql" else json.dumps(told)
        return rows_of(ready, [several, *filled(ready, (0, *values))[1:]])


class _Beside(Remembered[Found]):
    """The query, put so that it is asked of the organ beside."""

    def _put_together(self) -> Ready | None:
        ready = super()._put_together()
        return None if ready is None else _of_each(ready, postgresql=held().vendor == "postgresql")


_EQUALS = re.compile(r'("\w+"\."\w+") = $')


def _of_each(ready: Ready, *, postgresql: bool) -> Ready:
    """The same query of each organ in turn: what was its number is that of the organ beside.

    The organs of the scope are asked of that organ too, and not of the column once more: where an index is to be
    entered by two conditions on its first column, PostgreSQL neither keeps its order nor guesses well how many rows
    there are.
    """
    words = ready.sql.split(HERE)
    own = {at for at, _, place in ready.places if place == 0}
    columns_of = {found[1] for at in own if (found := _EQUALS.search(words[at])) is not None}
    if ready.made is not None or len(words) != len(ready.parameters) + 1 or len(columns_of) != 1:
        raise RuntimeError(f"not to be asked of each organ: {ready.sql}")
    each = "each_one.id" if postgresql else "each_one.value"
    sql = words[0] + "".join((each if at in own else HERE) + one for at, one in enumerate(words[1:]))
    sql = sql.replace(f"{columns_of.pop()} IN (", f"{each} IN (")
    left = [at for at in range(len(ready.parameters)) if at not in own]
    now = {at: place + 1 for place, at in enumerate(left)}
    names = ", ".join(f'"{one}"' for one in ready.columns)
    columns = ", ".join(f"json_extract(made.value, '$[{place}]')" for place in range(len(ready.columns)))
    pattern = _OF_POSTGRESQL if postgresql else _OF_SQLITE
    return ready._replace(
        sql=pattern.format(here=HERE, sql=sql, names=names, columns=columns),
        parameters=(None, *(ready.parameters[at] for at in left)),
        places=tuple((now[at], inside, place) for at, inside, place in ready.places if place),
    )
