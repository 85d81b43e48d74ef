"""What each case's ledger carries: by the columns that are there, the sheets beside it, and what its organ uses.

Cases that are carried alike stand in one table with one source. A case told by two ledgers is carried as both together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from yifa.law.catalogue.ledger_feeds import Carried, carried, choices
from yifa.law.catalogue.ledgers import Ledger
from yifa.law.catalogue.procedures import Procedure
from yifa.ledgers.taking_in.rows_of_cases import NO_CASE, Cases, Filed
from yifa.ledgers.taking_in.sheet import Sheet
from yifa.ledgers.taking_in.values_of_acts import FIELD


@dataclass(frozen=True)
class Scope:
    """What a sheet of scope says of a group: acts that are kept though no row tells one, and acts that are not."""

    kept: frozenset[str] = frozenset()
    not_kept: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Group:
    """Cases carried alike: their places among the cases, what is carried, acts that their rows do not tell of.

    `mains`: the ranks of the sheets that list them, `beside`: of all sheets that tell of them. `declared`: acts that
    are carried only because it is said that they did not occur.
    """

    cases: NDArray[np.int32]
    carried: Carried
    untold: frozenset[str]
    listed: bool
    mains: tuple[int, ...]
    beside: tuple[int, ...]
    declared: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _One:
    """One sheet of those that were read together."""

    filed: Filed
    part: int

    @property
    def sheet(self) -> Sheet:
        """The sheet itself."""
        return self.filed.sheet.sheets[self.part]

    @property
    def live(self) -> NDArray[np.bool_]:
        """Its rows that are taken, among all."""
        found: NDArray[np.bool_] = self.filed.live & (self.filed.sheet.part == self.part)
        return found


Told = frozenset[tuple[str, str | None]]


@dataclass(frozen=True)
class Uses:
    """What rows say beyond single acts, to be seen before acts are put together: acts untold by case; what is used."""

    untold: Mapping[int, frozenset[str]]
    used: Mapping[tuple[int, str], Told]


def uses_of(filed: Sequence[Filed], cases: Cases) -> Uses:
    """What the rows of all sheets say of what is carried."""
    return Uses(_untold(filed, len(cases.keys)), _used_of_all(filed, cases))


def groups(
    filed: Sequence[Filed],
    cases: Cases,
    uses: Uses,
    procedure: Procedure,
    scopes: Mapping[str, Scope],
    listed: frozenset[str],
) -> list[Group]:
    """The cases that are taken, by what is carried of them. `listed`: organs whose officers the register lists."""
    by_rank = {sheet.rank: _One(one, part) for one in filed for part, sheet in enumerate(one.sheet.sheets)}
    units = _units(filed, len(cases.keys))
    attached = _attached(filed, units)
    found: dict[tuple[tuple[int, ...], str, frozenset[str]], list[int]] = {}
    for case in np.flatnonzero(~cases.held).tolist():
        found.setdefault((units[case], cases.organs[case], uses.untold.get(case, frozenset())), []).append(case)
    for rank in sorted(attached):  # ledgers without a row still say what they would carry
        if not any(rank in mains for mains, _, _ in found):
            found.setdefault(((rank,), by_rank[rank].sheet.organ or "", frozenset()), [])
    together: dict[tuple[object, ...], list[tuple[tuple[int, ...], list[int]]]] = {}
    about: dict[tuple[object, ...], _About] = {}
    known: dict[tuple[object, ...], Carried] = {}
    for (mains, organ, left_out), places in found.items():
        told = _carried(mains, organ, by_rank, attached, uses.used, scopes, procedure, known)
        said = frozenset().union(*(by_rank[rank].sheet.declared for rank in mains)) - told.acts
        told = _with_declared(told, said, procedure)
        group = (told.acts, told.fields, told.attributes, left_out, organ in listed, said)
        together.setdefault(group, []).append((mains, places))
        about[group] = told, left_out, organ in listed, said
    return [_group(about[group], parts, attached) for group, parts in together.items()]


_About = tuple[Carried, frozenset[str], bool, frozenset[str]]


def _with_declared(told: Carried, said: frozenset[str], procedure: Procedure) -> Carried:
    """With acts that are said not to have occurred: nothing of them is left to be told."""
    if not said:
        return told
    fields = {f"{act}.{name}" for act in said for name in procedure.vocabulary.get(act, {})}
    return Carried(told.acts | said, told.fields | fields, told.attributes)


def _group(
    about: _About,
    parts: Sequence[tuple[tuple[int, ...], list[int]]],
    attached: Mapping[int, set[int]],
) -> Group:
    places = np.array(sorted(place for _, ones in parts for place in ones), dtype=np.int32)
    mains = tuple(sorted({rank for ranks, _ in parts for rank in ranks}))
    beside = tuple(sorted({other for rank in mains for other in attached[rank]}))
    told, untold, listed, declared = about
    return Group(places, told, untold - declared, listed, mains, beside, declared)


def _units(filed: Sequence[Filed], size: int) -> list[tuple[int, ...]]:
    """By case the main sheets that tell of it; of a case that only a long sheet has, the main one beside that sheet."""
    units: list[tuple[int, ...]] = [()] * size
    for one in filed:
        if one.sheet.is_main:
            for case, rank in _pairs(one, one.live):
                units[case] = (*units[case], rank) if units[case] else (rank,)
    beside = {
        sheet.group: sheet.rank for one in reversed(filed) if one.sheet.is_main for sheet in reversed(one.sheet.sheets)
    }
    for one in filed:
        if not one.sheet.is_main and one.owns.any():
            groups_ = {sheet.rank: sheet.group for sheet in one.sheet.sheets}
            for case, rank in _pairs(one, one.live & one.owns):
                units[case] = units[case] or (beside.get(groups_[rank], rank),)
    return units


def _pairs(one: Filed, rows: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The cases and the sheets of some rows, each pair once."""
    pairs = np.unique(one.case[rows].astype(np.int64) << 32 | one.sheet.ranks[rows])
    return [(pair >> 32, pair & 0xFFFFFFFF) for pair in pairs.tolist()]


def _untold(filed: Sequence[Filed], size: int) -> dict[int, frozenset[str]]:
    """By case the acts that its rows do not tell of, and no other sheet does."""
    found: dict[str, NDArray[np.bool_]] = {}
    for one in filed:
        for act, positions in one.telling.untold.items():
            cases = one.case[positions]
            found.setdefault(act, np.zeros(size, np.bool_))[cases[cases != NO_CASE]] = True
    for one in filed:
        for act in found.keys() & one.telling.parts.keys():
            cases = one.case[one.telling.made(act)]
            found[act][cases[cases != NO_CASE]] = False
    by_case: dict[int, set[str]] = {}
    for act, where in found.items():
        for case in np.flatnonzero(where).tolist():
            by_case.setdefault(case, set()).add(act)
    return {case: frozenset(acts) for case, acts in by_case.items()}


def _attached(filed: Sequence[Filed], units: Sequence[tuple[int, ...]]) -> dict[int, set[int]]:
    """By main sheet the sheets that tell of its cases: those beside it, and those elsewhere with a row of one."""
    of_group: dict[str, set[int]] = {}
    for one in filed:
        if not one.sheet.is_main:
            for sheet in one.sheet.sheets:
                of_group.setdefault(sheet.group, set()).add(sheet.rank)
    found = {
        sheet.rank: {sheet.rank} | of_group.get(sheet.group, set())
        for one in filed
        if one.sheet.is_main
        for sheet in one.sheet.sheets
    }
    for mains in set(units):
        for rank in mains:
            found.setdefault(rank, {rank})
    for one in filed:
        if not one.sheet.is_main:
            for case, rank in _pairs(one, one.live):
                for main in units[case]:
                    found[main].add(rank)
    alone = {
        rank: of_group[sheet.group]
        for one in filed
        for sheet in one.sheet.sheets
        for rank in [sheet.rank]
        if rank in found and not one.sheet.is_main
    }
    return {rank: ranks | alone.get(rank, set()) for rank, ranks in found.items()}


def _used_of_all(filed: Sequence[Filed], cases: Cases) -> Mapping[tuple[int, str], Told]:
    """What the rows of each organ tell in each sheet that carries what it is used for: by rank and organ."""
    found: dict[tuple[int, str], set[tuple[str, str | None]]] = {}
    organs = {name: place for place, name in enumerate(dict.fromkeys(cases.organs))}
    names = list(organs)
    of_case = np.array([organs[organ] for organ in cases.organs], dtype=np.int64)
    for one in filed:
        if one.sheet.ledger_sheet.carries != "used":
            continue
        for act in one.telling.parts:
            frame = one.telling.frame(act)
            if frame is None:
                continue
            positions = frame["position"].to_numpy()
            keep = one.live[positions] & frame["made"].to_numpy()
            at = positions[keep]
            fields = [name for name in frame.columns if name.startswith(FIELD)]
            if not at.size:
                continue
            counted = (
                frame.filter(pl.Series(keep))
                .with_columns(pl.Series("organ", of_case[one.case[at]]), pl.Series("rank", one.sheet.ranks[at]))
                .select("organ", "rank", *(pl.col(name).is_not_null() for name in fields))
                .group_by("rank", "organ")
                .agg(*(pl.col(name).any() for name in fields))
            )
            for row in counted.iter_rows(named=True):
                mine = found.setdefault((row["rank"], names[row["organ"]]), set())
                mine.add((act, None))
                mine.update((act, name.removeprefix(FIELD)) for name in fields if row[name])
    return {key: frozenset(told) for key, told in found.items()}


def _carried(
    mains: tuple[int, ...],
    organ: str,
    by_rank: Mapping[int, _One],
    attached: Mapping[int, set[int]],
    used: Mapping[tuple[int, str], Told],
    scopes: Mapping[str, Scope],
    procedure: Procedure,
    known: dict[tuple[object, ...], Carried],
) -> Carried:
    """What the ledgers of some main sheets carry of an organ, together."""
    found = []
    for rank in mains:
        main = by_rank[rank]
        ledger, scope = main.filed.sheet.ledger, scopes.get(main.sheet.group, Scope())
        present: dict[str, set[str]] = {}
        of_used: dict[str, set[tuple[str, str | None]]] = {}
        for other in sorted(attached[rank]):
            one = by_rank[other]
            sheet = one.filed.sheet.ledger_sheet
            if ledger.sheet(sheet.id) is not sheet:
                continue
            present.setdefault(sheet.id, set()).update(one.filed.sheet.present(one.part))
            if sheet.carries == "used":
                of_used.setdefault(sheet.id, set()).update(used.get((other, organ), frozenset()))
        for told in of_used.values():
            told |= {(act, name) for act in scope.kept for name in (None, *procedure.vocabulary.get(act, {}))}
            told -= {one for one in told if one[0] in scope.not_kept}
        key = (
            id(ledger),
            tuple(sorted((name, frozenset(ones)) for name, ones in present.items())),
            tuple(sorted((name, frozenset(ones)) for name, ones in of_used.items())),
        )
        if key not in known:
            known[key] = carried(ledger, procedure, present, of_used)
        found.append(known[key])
    return Carried(
        frozenset().union(*(one.acts for one in found)),
        frozenset().union(*(one.fields for one in found)),
        frozenset().union(*(one.attributes for one in found)),
    )


def acts_by_name(ledger: Ledger, procedure: Procedure) -> dict[str, tuple[str, ...]]:
    """Acts by the names a sheet of scope may call them: those of the procedure and those of the choosers."""
    names: dict[str, tuple[str, ...]] = {name: (name,) for name in procedure.acts}
    names |= {act.zh: (name,) for name, act in procedure.acts.items()}
    for sheet in ledger.sheets:
        for chooser in sheet.choosers:
            names |= choices(chooser, procedure)
    return names
