"""Puts the sheets of one procedure together: acts and cases as Arrow tables, one ledger for each source.

Rows and columns may come in any order: the tables are ordered by act, case and day, never by where a row stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa

from yifa.law.catalogue.ledger_feeds import feeds
from yifa.law.catalogue.ledgers import LedgerColumn
from yifa.law.catalogue.procedures import YEAR, Procedure
from yifa.law.conditions import Type, day_number, day_of
from yifa.law.facts import Source
from yifa.ledgers.problems import Fate, Severity
from yifa.ledgers.taken import Organs, TakenLedger
from yifa.ledgers.taking_in.acts_arrow import NO_DAY, ActsKept, days_of_cases, plain_array
from yifa.ledgers.taking_in.carrying import Group, Scope, Uses, groups, uses_of
from yifa.ledgers.taking_in.case_numbers import NOBODY
from yifa.ledgers.taking_in.noting import Notes
from yifa.ledgers.taking_in.rows_of_cases import NO_CASE, Cases, Filed, hold_cases
from yifa.ledgers.taking_in.same_acts import Merged, merged
from yifa.ledgers.taking_in.sheet import Joined
from yifa.ledgers.taking_in.values_of_acts import BETWEEN, FIELD
from yifa.ledgers.workers import give_back

LARGE = 50_000
"""Where there are more acts of a kind, what was needed to put them together is given back at once."""


@dataclass(frozen=True)
class Around:
    """What a procedure is assembled with.

    `listed`: organs whose officers are listed. `shared_names`: officers' names that several organs have, with them.
    """

    organs: Organs
    listed: frozenset[str]
    shared_names: Mapping[str, frozenset[str]]
    as_of: date
    scopes: Mapping[str, Scope]


def assemble(
    filed: Sequence[Filed], cases: Cases, procedure: Procedure, around: Around, notes: Notes
) -> list[TakenLedger]:
    """The ledgers of one procedure; cases of which two main sheets say different things are held back on the way."""
    uses = uses_of(filed, cases)
    found, acts, differing = _acts(filed, cases, uses, procedure, around)
    conflicts = _tell_differences(differing, filed, procedure, notes)
    if conflicts:
        hold_cases(filed, cases, conflicts, notes)
        found, acts, _ = _acts(filed, cases, uses, procedure, around)
    return list(_ledgers(found, acts, filed, cases, procedure, around))


def _acts(
    filed: Sequence[Filed], cases: Cases, uses: Uses, procedure: Procedure, around: Around
) -> tuple[list[Group], list[pa.Table], dict[str, pl.DataFrame]]:
    """The groups of cases that are carried alike, the acts of each, and where tellings differ, kind by kind.

    Kind by kind acts are put together and kept as columns: many acts come in few kinds.
    """
    found = groups(filed, cases, uses, procedure, around.scopes, around.listed)
    of_group = np.full(len(cases.keys) + 1, -1, dtype=np.int32)
    for number, group in enumerate(found):
        of_group[group.cases] = number
    kept = ActsKept(of_group, len(found), cases.keys, procedure)
    differing = {}
    for act in _kinds(filed):
        merged_ = _merged(act, filed, cases, procedure, around)
        if merged_ is not None:
            differing[act], size = merged_.differing, merged_.acts.height
            kept.add(act, merged_.acts)
            del merged_
            if size > LARGE:
                give_back()
    return found, kept.tables(), differing


def _kinds(filed: Sequence[Filed]) -> list[str]:
    return sorted({act for one in filed for act in one.telling.parts})


def _merged(act: str, filed: Sequence[Filed], cases: Cases, procedure: Procedure, around: Around) -> Merged | None:
    """The acts of one kind from all sheets; None where no row tells of any."""
    tellings = []
    for one in filed:
        frame = one.telling.frame(act)
        if frame is None:
            continue
        positions = frame["position"].to_numpy()
        live = one.live[positions]
        frame = frame if live.all() else frame.filter(pl.Series(live))
        frame = frame.with_columns(
            pl.Series("case", one.case[frame["position"].to_numpy()]),
            pl.Series("rank", one.sheet.ranks[frame["position"].to_numpy()]),
            pl.lit(one.sheet.is_main).alias("is_main"),
            pl.lit(one.sheet.ledger_sheet.rows == "case").alias("of_case"),
        )
        tellings.append(_told_apart(act, frame, cases, procedure, around))
    return merged(tellings) if tellings else None


def _told_apart(act: str, frame: pl.DataFrame, cases: Cases, procedure: Procedure, around: Around) -> pl.DataFrame:
    """With the organ beside the names of officers who have a namesake in another organ."""
    if not around.shared_names:
        return frame
    declared = procedure.vocabulary.get(act, {})
    for name, one in declared.items():
        column = FIELD + name
        if column not in frame.columns or (one.type is not Type.NAMES and (one.type is not Type.WORD or one.words)):
            continue
        found = frame[column].str.contains_any(list(around.shared_names)).fill_null(value=False)
        if found.any():
            organs = [cases.organs[case] for case in frame["case"].to_list()]
            named = [
                BETWEEN.join(name_in(each, organ, around) for each in text.split(BETWEEN)) if has else text
                for text, organ, has in zip(frame[column].to_list(), organs, found.to_list(), strict=True)
            ]
            frame = frame.with_columns(pl.Series(column, named, dtype=pl.String))
    return frame


def name_in(name: str, organ: str, around: Around) -> str:
    """The name of an officer as the register of certificates has it: with the organ where several share the name."""
    having = around.shared_names.get(name)
    return f"{name}（{around.organs.name(organ)}）" if having is not None and organ in having else name


def _tell_differences(
    differing: Mapping[str, pl.DataFrame], filed: Sequence[Filed], procedure: Procedure, notes: Notes
) -> list[int]:
    """Tell where two rows say different things of one act; the cases of which two main sheets do."""
    by_rank = {sheet.rank: one for one in filed for sheet in one.sheet.sheets}
    conflicts: set[int] = set()
    for act, found in differing.items():
        for case, column, of_mains, ranks, positions in found.iter_rows():
            places = [(by_rank[rank], position) for rank, position in zip(ranks, positions, strict=True)]
            severity, fate = (Severity.ERROR, Fate.HELD) if of_mains else (Severity.WARNING, Fate.TAKEN)
            if of_mains:
                conflicts.add(case)
                places = [(one, position) for one, position in places if one.sheet.is_main]
            cells = [_cell_telling(one.sheet, act, column, procedure) for one, _ in places]
            stand = [one.sheet.place(at, place) for (one, at), (_, place) in zip(places, cells, strict=True)]
            for number, (one, position) in enumerate(places):
                if not of_mains and not number:
                    continue
                others = [other for place, other in enumerate(stand) if place != number]
                values = {"what": _named(act, column, procedure), "others": others[:3]}
                kind = "ledgers-disagree" if of_mains else "sheets-differ"
                told, at = cells[number]
                notes.row(kind, one.sheet, position, severity, fate, column=at, told=told, values=values)
                if of_mains:
                    one.held[position] = True
    return sorted(conflicts)


def _cell_telling(
    sheet: Joined, act: str, column: str, procedure: Procedure
) -> tuple[LedgerColumn, int] | tuple[None, None]:
    """The column in which a sheet tells the day or a field of an act, and where it stands; none where several do."""
    found = [
        (told, held.place)
        for told in sheet.ledger_sheet.columns
        for held in sheet.held(told)
        if any(
            feed.act == act and (feed.what == "day" if column == "day" else FIELD + (feed.field or "") == column)
            for ones in feeds(sheet.ledger_sheet, told, procedure).values()
            for feed in ones
        )
    ]
    return found[0] if len(found) == 1 else (None, None)


def _named(act: str, column: str, procedure: Procedure) -> dict[str, str]:
    """What differs, in both languages: the field of an act, or its day."""
    kind = procedure.acts[act]
    if not column.startswith(FIELD):
        return {"zh": kind.zh, "en": kind.en}
    of = procedure.fields[column.removeprefix(FIELD)]
    return {"zh": f"{kind.zh}：{of.zh}", "en": f"{kind.en}: {of.en}"}


# -- tables -----------------------------------------------------------------------------------------------------------


def _ledgers(
    found: Sequence[Group],
    acts: Sequence[pa.Table],
    filed: Sequence[Filed],
    cases: Cases,
    procedure: Procedure,
    around: Around,
) -> Iterator[TakenLedger]:
    """The ledgers with their sources, acts and cases."""
    by_rank = {sheet.rank: sheet for one in filed for sheet in one.sheet.sheets}
    shown = _of_cases(filed)
    held_of = _held_of(filed, cases, procedure)
    ids: dict[str, int] = {}
    for number, group in enumerate(found):
        files = tuple(dict.fromkeys(by_rank[rank].grid.file for rank in group.mains))
        name = f"{_called(files)} · {procedure.id}"
        ids[name] = ids.get(name, 0) + 1
        source = Source(
            name if ids[name] == 1 else f"{name} · {ids[name]}",
            acts=group.carried.acts,
            fields=group.carried.fields,
            without=group.untold,
            attributes=group.carried.attributes,
        )
        mine, personal = _cases_table(group, shown, cases, source.id, around, filed)
        yield TakenLedger(
            procedure.id,
            source,
            acts[number],
            mine,
            tuple(by_rank[rank].as_mapped for rank in group.beside),
            _reach(acts[number], cases, around.as_of),
            personal,
            _called(files),
            files,
            group.listed,
            group.declared,
            held_of,
        )


def _held_of(filed: Sequence[Filed], cases: Cases, procedure: Procedure) -> frozenset[str]:
    """The organs of which a row is held back that names a year."""
    found: set[str] = set()
    for one in filed:
        sheet, named = one.sheet, np.zeros(one.sheet.size, dtype=np.bool_)
        for told in sheet.ledger_sheet.columns:
            if any(feed.field == YEAR for ones in feeds(sheet.ledger_sheet, told, procedure).values() for feed in ones):
                for held in sheet.held(told):
                    named |= sheet.cells[held.place].codes != 0
        rows = one.held & named & (one.case != NO_CASE)
        found |= {cases.organs[case] for case in np.unique(one.case[rows]).tolist()}
    return frozenset(found - {NOBODY})


def _called(files: Sequence[str]) -> str:
    """What some files are called together."""
    return files[0] if len(files) == 1 else f"{files[0]} (+{len(files) - 1})"


def _of_cases(filed: Sequence[Filed]) -> pl.DataFrame:
    """Where each case stands, its number as written, its facts, and what people look for."""
    parts = []
    for one in filed:
        columns: dict[str, Any] = dict(one.attributes)
        if not one.owns.any() and not columns:
            continue
        frame = pl.DataFrame(
            {
                "place": one.case,
                "rank": one.sheet.ranks,
                "owns": one.owns,
                "row": one.sheet.rows,
                "number": pl.Series(one.numbered.written, dtype=pl.String).gather(one.numbered.number),
                **columns,
            }
        )
        parts.append(frame.filter(pl.Series(one.live)))
    whole = pl.concat(parts, how="diagonal") if parts else pl.DataFrame(schema={"place": pl.Int32})
    if not whole.height:
        return whole
    values = [name for name in whole.columns if name not in ("place", "rank", "owns", "row", "number")]
    whole = whole.sort("place", "rank", "row")
    if whole["place"].is_duplicated().any():
        whole = whole.group_by("place", maintain_order=True).agg(
            pl.col("rank", "row", "number").filter("owns").first(),
            *(pl.col(name).drop_nulls().first() for name in values),
        )
    return whole


def _cases_table(
    group: Group, shown: pl.DataFrame, cases: Cases, source: str, around: Around, filed: Sequence[Filed]
) -> tuple[pa.Table, frozenset[str]]:
    """The cases of a ledger in the order of their keys, and which of its columns are personal."""
    by_rank = {sheet.rank: sheet for one in filed for sheet in one.sheet.sheets}
    mine = pl.DataFrame({"place": pl.Series(group.cases, dtype=pl.Int32)})
    rows = mine.join(shown, "place", "left", maintain_order="left") if shown.height else mine
    places = group.cases.tolist()
    organs = [cases.organs[place] for place in places]
    ranks = rows["rank"].to_list() if "rank" in rows.columns else []
    sheets = [by_rank[rank].grid for rank in ranks]
    profiles = {organ: _profiles(organ, around) for organ in set(organs)}
    columns: dict[str, Any] = {
        "case": pa.array([cases.keys[place] for place in places], pa.large_string()),
        "number": pa.array(rows["number"].to_list() if "number" in rows.columns else [], pa.large_string()),
        "organ": pa.array([organ or None for organ in organs], pa.large_string()),
        "source": pa.array([source] * len(places), pa.large_string()),
        "profiles": pa.array([profiles[organ] for organ in organs], _PROFILES),
        "file": pa.array([grid.file for grid in sheets], pa.large_string()),
        "sheet": pa.array([grid.sheet for grid in sheets], pa.large_string()),
        "row": pa.array(rows["row"].to_list() if "row" in rows.columns else [], pa.int32()),
    }
    for name in rows.columns:
        if name.startswith(("case.", "shows.")):
            columns[name] = plain_array(rows[name])
    personal = {
        f"shows.{column.id}"
        for one in filed
        for column in one.sheet.ledger_sheet.columns
        if column.personal and f"shows.{column.id}" in columns
    }
    return pa.table(columns), frozenset(personal)


_PROFILES = pa.list_(pa.struct([("name", pa.string()), ("first", pa.int64()), ("last", pa.int64())]))


def _profiles(organ: str, around: Around) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name,
            "first": None if one.first is None else day_number(one.first),
            "last": None if one.last is None else day_number(one.last),
        }
        for one in around.organs.profiles(organ)
    ]


def _reach(acts: pa.Table, cases: Cases, as_of: date) -> dict[str, date]:
    """By organ the last day, up to the one asked about, that an act of its cases has."""
    last = days_of_cases(acts, day_number(as_of), len(cases.keys))
    found: dict[str, int] = {}
    for case in np.flatnonzero(last > NO_DAY).tolist():
        organ = cases.organs[case]
        found[organ] = max(found.get(organ, NO_DAY), int(last[case]))
    return {organ: day_of(day) for organ, day in sorted(found.items())}
