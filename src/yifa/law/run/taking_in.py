"""Takes tables of acts and of cases in, and makes of them the facts that rows are filled from.

The table of cases has a row for each case:

    case                        its key
    as_of, as_of_minute         the day asked about and the minute of it, where cases are asked about different days
    known_at                    as known at: a moment (timestamp without zone, local time in China)
    source                      which source tells of it
    profiles                    list of {name, first, last}: the sectors and places of its organ, days as whole numbers
    case.<name>, organ.<name>   attributes
    count.<duty>                counts over other cases
    years                       list of years, for duties that are asked each year

All but the key may be left out. The table of acts stands in `yifa.law.run.acts_table`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np

from yifa.law.conditions.columns import NEVER
from yifa.law.duties import DutySet
from yifa.law.facts import EVERYTHING, Moment, Register, Source
from yifa.law.run.acts_table import FIELD, take_in
from yifa.law.run.acts_table import cells_of as cells
from yifa.law.run.cells import Cells, Numbers, Truths, Words
from yifa.law.run.milestones import Facts, ManyCases

STATUTE = "statute"


@dataclass(frozen=True)
class Batch:
    """Many cases ready to be judged; `keys` are those of the table of cases, in its order."""

    keys: Sequence[Any]
    facts: Facts


def batch(
    acts: Any,
    cases: Any,
    whole: DutySet,
    as_of: date | datetime | None = None,
    known_at: datetime | None = None,
    *,
    sources: Sequence[Source] = (EVERYTHING,),
    register: Register | None = None,
    counted: bool = False,
    words: Words | None = None,
) -> Batch:
    """Acts and cases from Arrow tables; `as_of` and `known_at` for cases that have none of their own.

    `sources`: those that cases name; a case that names none has the first. `counted`: acts that count as others are
    in the table already. `words`: the vocabulary of the run, where this is a part of one. Raises `ValueError` for an
    act whose case is not among the cases.
    """
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    procedure = whole.folder.procedure
    words = Words() if words is None else words
    keys = cases["case"]
    found = pc.index_in(acts["case"], value_set=keys.combine_chunks() if hasattr(keys, "combine_chunks") else keys)
    if found.null_count:
        raise ValueError(f"{found.null_count} acts belong to no case of the table of cases")
    case = np.asarray(found).astype(np.int64)
    many = _many_cases(cases, as_of, sources, words)
    exists, blanked = _exists(acts, cases, case, many, known_at)
    taken = take_in(acts, case, many.size, procedure, words, exists=exists, blanked=blanked, counted=counted)
    return Batch(keys.to_pylist(), Facts(procedure, taken, many, words, register or Register()))


def _many_cases(table: Any, as_of: date | datetime | None, sources: Sequence[Source], words: Words) -> ManyCases:
    size, columns = table.num_rows, set(table.column_names)
    if as_of is None and "as_of" not in columns:
        raise ValueError("say as of which day: in the call or in the column `as_of`")
    moment = Moment(0) if as_of is None else Moment.of(as_of)
    return ManyCases(
        size,
        _given(table, columns, "as_of", moment.day),
        _given(table, columns, "as_of_minute", moment.minute),
        _sources(table, columns, sources),
        tuple(sources),
        _edges(table["profiles"], size) if "profiles" in columns else {},
        {
            (of, name): cells(table[column], words)
            for column in table.column_names
            for of, _, name in [column.partition(".")]
            if of in ("case", "organ") and name
        },
        {column[6:]: cells(table[column], words) for column in table.column_names if column.startswith("count.")},
        _years(table["years"]) if "years" in columns else None,
    )


def _given(table: Any, columns: set[str], name: str, usual: int) -> Numbers:
    if name not in columns:
        return np.full(table.num_rows, usual, dtype=np.int64)
    held = cells(table[name], None)
    return np.where(held.sure, held.values, usual)


def _sources(table: Any, columns: set[str], sources: Sequence[Source]) -> Numbers:
    places = {source.id: place for place, source in enumerate(sources)}
    if "source" not in columns:
        return np.zeros(table.num_rows, dtype=np.int64)
    return np.array([places[id_] if id_ is not None else 0 for id_ in table["source"].to_pylist()], dtype=np.int64)


def _edges(column: Any, size: int) -> Mapping[tuple[str, str], Numbers]:
    """The first and last day of every profile in every case."""
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    edges: dict[tuple[str, str], Numbers] = {}
    of_case = np.asarray(pc.list_parent_indices(column)).astype(np.int64)
    flat = pc.list_flatten(column)
    names = np.array(pc.struct_field(flat, "name").to_pylist() or [], dtype=object)
    sides = {
        "first": _open(pc.struct_field(flat, "first"), -NEVER),
        "last": _open(pc.struct_field(flat, "last"), NEVER),
    }
    for profile in dict.fromkeys(names.tolist()):
        own = np.flatnonzero(names == profile)
        for edge, without in (("first", NEVER), ("last", -NEVER)):
            days = np.full(size, without, dtype=np.int64)
            days[of_case[own]] = sides[edge][own]
            edges[profile, edge] = days
    return edges


def _open(column: Any, open_: int) -> Numbers:
    held = cells(column, None)
    return np.where(held.sure, held.values, open_)


def _years(column: Any) -> tuple[Numbers, Numbers]:
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    return (
        np.asarray(pc.list_parent_indices(column)).astype(np.int64),
        cells(pc.list_flatten(column), None).values.astype(np.int64),
    )


def _exists(
    acts: Any, cases: Any, case: Numbers, many: ManyCases, known_at: datetime | None
) -> tuple[Truths, Mapping[str, Truths]]:
    """Which acts exist for the answer, and of which rows the source carries each field."""
    columns = set(acts.column_names)
    day = cells(acts["day"], None)
    minute = cells(acts["minute"], None) if "minute" in columns else Cells(np.zeros(case.size, np.int64))
    own = many.as_of[case]
    later = (day.values > own) | ((day.values == own) & (np.where(minute.sure, minute.values, 0) > many.minute[case]))
    exists = ~(day.sure & later)
    if "recorded_at" in columns:
        known = _moments(cases["known_at"], many.size) if "known_at" in cases.column_names else None
        asked = np.full(many.size, np.datetime64("NaT", "us")) if known is None else known
        if known_at is not None:
            asked = np.where(np.isnat(asked), np.datetime64(known_at, "us"), asked)
        recorded = _moments(acts["recorded_at"], case.size)
        exists &= ~(recorded > asked[case])  # not a moment: never later
    return _carried(acts, case, many, exists)


def _moments(column: Any, size: int) -> Any:
    if str(column.type) == "null":
        return np.full(size, np.datetime64("NaT", "us"))
    return np.asarray(column.cast("timestamp[us]")).astype("datetime64[us]")


def _carried(acts: Any, case: Numbers, many: ManyCases, exists: Truths) -> tuple[Truths, Mapping[str, Truths]]:
    if not case.size or all(one.acts is None and one.fields is None and not one.without for one in many.sources):
        return exists, {}
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    coded = pc.dictionary_encode(acts["act"].combine_chunks())
    coded = coded.combine_chunks() if hasattr(coded, "combine_chunks") else coded
    kinds, kind = coded.dictionary.to_pylist(), np.asarray(coded.indices).astype(np.int64)
    source = many.source[case]
    told = np.array([[one.carries_act(name) for name in kinds] for one in many.sources]).reshape(-1, len(kinds))
    names = [name[len(FIELD) :] for name in acts.column_names if name.startswith(FIELD)]
    blanked = {}
    for name in names:
        carried = np.array([[one.carries_field(act, name) for act in kinds] for one in many.sources])
        if not carried.all():
            blanked[name] = carried.reshape(-1, len(kinds))[source, kind]
    return exists & told[source, kind], blanked
