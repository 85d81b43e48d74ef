"""Counts over many cases, for duties that ask how often something was done in all cases together (kind `cross-case`).

Whoever has all the cases counts here and hands the numbers to `yifa.law.run.taking_in` as columns `count.<duty>`. An
act is counted where every field that must agree is filled and alike. A case's number is the greatest of its own acts;
it is not known where one of these leaves a field blank. Where a procedure that the duty names is not among the tables,
what is counted is the least there can be: a number within bounds is then not known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np

from yifa.law.catalogue.kinds.cross_case import CrossCase
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Scope, condition, day_number
from yifa.law.conditions.columns import Column, FieldOf
from yifa.law.conditions.tree import Expr
from yifa.law.duties import DutySet, duty_set
from yifa.law.run.acts_table import FIELD, cells_of
from yifa.law.run.cells import Cells, Numbers, Truths, Words, Working, nothing


@dataclass(frozen=True)
class Told:
    """The acts and cases of one procedure out of one source, as tables."""

    procedure: str
    acts: Any
    cases: Any


@dataclass(frozen=True)
class Counted:
    """What was counted for one duty in the cases of one table, in their order.

    `counts`: an Arrow array of whole numbers, null where not known. `complete`: every procedure the duty names is
    there and tells of what is counted.
    """

    duty: str
    counts: Any
    complete: bool


@dataclass(frozen=True)
class _Own:
    """The acts of one table that are counted: their case, what must agree in them, and whether all of it is known."""

    table: int
    cases: int
    case: Numbers
    texts: tuple[Any, ...]
    holds: Truths
    open: Truths


def cross_counts(
    told: Sequence[Told], as_of: date, known_at: datetime | None = None
) -> Mapping[int, tuple[Counted, ...]]:
    """For each place among the tables what was counted for each duty of its procedure."""
    found: dict[int, list[Counted]] = {}
    of_procedure: dict[str, list[int]] = {}
    for place, one in enumerate(told):
        of_procedure.setdefault(one.procedure, []).append(place)
    for name, places in of_procedure.items():
        whole = duty_set(name)
        for understood in (one for grain in whole.grains for one in grain.duties):
            duty = understood.duty
            if isinstance(duty, CrossCase) and not understood.off:
                for place, counted in _counted(duty, whole, places, told, as_of, known_at):
                    found.setdefault(place, []).append(counted)
    return {place: tuple(counts) for place, counts in found.items()}


def _counted(
    duty: CrossCase, whole: DutySet, own: Sequence[int], told: Sequence[Told], as_of: date, known_at: datetime | None
) -> list[tuple[int, Counted]]:
    names = {other: duty_set(other).folder.id for other in duty.count.procedures}
    pool = [place for place, one in enumerate(told) if duty_set(one.procedure).folder.id in names.values()]
    there = {duty_set(told[place].procedure).folder.id for place in pool}
    acts = [_acts(duty, place, told[place], as_of, known_at) for place in dict.fromkeys([*pool, *own])]
    complete = there >= set(names.values()) and all(one is not None for one in acts)
    known = [one for one in acts if one is not None]
    most = _most(known, set(pool), other_cases=duty.count.other_cases)
    counts = []
    for place in own:
        size = told[place].cases.num_rows
        number, sure = most.get(place, (np.zeros(size, np.int64), np.zeros(size, np.bool_)))
        if not complete:
            sure = sure & (number > duty.at_most)
        counts.append((place, Counted(duty.id, _nullable(number, sure), complete)))
    return counts


def _nullable(numbers: Numbers, known: Truths) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    return pa.array(numbers, pa.int64(), mask=~known)


def _acts(duty: CrossCase, table: int, one: Told, as_of: date, known_at: datetime | None) -> _Own | None:
    """The acts of a table that count, None where it has no column for what must agree."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    whole = duty_set(one.procedure)
    act = _act_in(duty, whole)
    if act is None or any(FIELD + name not in one.acts.column_names for name in duty.count.same):
        return None
    acts = one.acts.filter(pc.equal(one.acts["act"], act))
    keys = one.cases["case"]
    keys = keys.combine_chunks() if isinstance(keys, pa.ChunkedArray) else keys
    keys = pc.cast(keys, keys.type.value_type) if pa.types.is_dictionary(keys.type) else keys
    case = np.asarray(pc.index_in(acts["case"], value_set=keys)).astype(np.int64)
    exists = _exists(acts, as_of, known_at)
    where = _where(duty, act, whole.folder.procedure, acts)
    holds, doubtful = exists & where.yes, exists & ~where.yes & ~where.no
    texts = tuple(pc.cast(acts[FIELD + name], pa.string()) for name in duty.count.same)
    blank = np.zeros(acts.num_rows, dtype=np.bool_)
    for text in texts:
        blank |= np.asarray(pc.is_null(text))
    return _Own(table, one.cases.num_rows, case, texts, holds & ~blank, (holds & blank) | doubtful)


def _act_in(duty: CrossCase, whole: DutySet) -> str | None:
    """The act that is counted in a procedure: the duty's, or the one counted there by the same fields."""
    if duty.count.act in whole.folder.procedure.acts:
        return duty.count.act
    alike = (one for one in whole.folder.duties if isinstance(one, CrossCase) and one.count.same == duty.count.same)
    return next((one.count.act for one in alike), None)


def _exists(acts: Any, as_of: date, known_at: datetime | None) -> Truths:
    """Which acts exist for the answer."""
    day = cells_of(acts["day"], None)
    there: Truths = ~(day.sure & (day.values > day_number(as_of)))
    if known_at is not None and "recorded_at" in acts.column_names and str(acts["recorded_at"].type) != "null":
        recorded = np.asarray(acts["recorded_at"].cast("timestamp[us]")).astype("datetime64[us]")
        there &= ~(recorded > np.datetime64(known_at, "us"))
    return there


def _where(duty: CrossCase, act: str, procedure: Procedure, acts: Any) -> Cells:
    """The condition on what is counted, for each act."""
    if duty.count.where is None:
        return Cells(np.ones(acts.num_rows, dtype=np.bool_))
    words = Words()

    def read(column: Column) -> Cells:
        if isinstance(column, FieldOf):
            name = FIELD + column.field
            return cells_of(acts[name], words) if name in acts.column_names else nothing(acts.num_rows)
        return Cells(np.ones(acts.num_rows, dtype=np.bool_))

    return Working(read, words).value(_of_it(duty, act, procedure)).over(acts.num_rows)


def _of_it(duty: CrossCase, act: str, procedure: Procedure) -> Expr:
    """The condition of a count as one on the act itself: `fine > 0 yuan` is `it.fine > 0 yuan`."""
    fields = "|".join(sorted(procedure.vocabulary[act], key=len, reverse=True))
    named = re.sub(rf"(?<![\w.-])({fields})(?=\s*(?:[<>!=]|in\b))", r"it.\1", duty.count.where or "")
    return condition(named, Scope(procedure.vocabulary, act))


def _most(acts: Sequence[_Own], pool: set[int], *, other_cases: bool) -> Mapping[int, tuple[Numbers, Truths]]:
    """For each table, case by case, the most that any of its own acts counts, and whether it is known."""
    if not acts:
        return {}
    key = _alike(acts)
    table = np.concatenate([np.full(one.case.size, one.table, dtype=np.int64) for one in acts])
    case = np.concatenate([one.case for one in acts])
    holds = np.concatenate([one.holds for one in acts])
    open_ = np.concatenate([one.open for one in acts])
    in_pool = holds & np.isin(table, sorted(pool))
    total = np.bincount(key[in_pool], minlength=int(key.max(initial=0)) + 1)
    number = total[key]
    number = number - (_within(table, case, key, in_pool) if other_cases else in_pool)
    found: dict[int, tuple[Numbers, Truths]] = {}
    for one in acts:
        mine = table == one.table
        most, known = np.zeros(one.cases, dtype=np.int64), np.ones(one.cases, dtype=np.bool_)
        own = mine & holds
        np.maximum.at(most, case[own], number[own])
        known[case[mine & open_]] = False
        found[one.table] = most, known
    return found


def _within(table: Numbers, case: Numbers, key: Numbers, counted: Truths) -> Numbers:
    """How many of those counted for an act stand in its own case."""
    together = (table << 40) | case
    _, places = np.unique(together, return_inverse=True)
    pairs = places.astype(np.int64) * (int(key.max(initial=0)) + 1) + key
    different, at = np.unique(pairs, return_inverse=True)
    found: Numbers = np.bincount(at[counted], minlength=different.size)[at].astype(np.int64)
    return found


def _alike(acts: Sequence[_Own]) -> Numbers:
    """A number for each act, the same where all that must agree is alike."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    key: Numbers = np.zeros(sum(one.case.size for one in acts), dtype=np.int64)
    for place in range(len(acts[0].texts)):
        chunks = [chunk for one in acts for chunk in _chunks(one.texts[place])]
        coded = pc.dictionary_encode(pa.chunked_array(chunks, pa.string())).combine_chunks()
        coded = coded if isinstance(coded, pa.DictionaryArray) else coded.chunk(0)
        codes = pc.fill_null(coded.indices, -1).to_numpy(zero_copy_only=False).astype(np.int64) + 1
        key = key * (len(coded.dictionary) + 1) + codes
        _, key = np.unique(key, return_inverse=True)
        key = key.astype(np.int64)
    return key


def _chunks(column: Any) -> list[Any]:
    return list(column.chunks) if hasattr(column, "chunks") else [column]
