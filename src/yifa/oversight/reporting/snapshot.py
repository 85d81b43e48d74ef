"""What was gathered out of ledgers, kept in columns: counting from them takes seconds, reading workbooks minutes.

A folder with `snapshot.json`, sealed, and two Parquet files a procedure: its acts and its cases. Only columns that
figures count from are kept, and where each case stands; no name and no number of anybody is among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from yifa.law.conditions.columns import Attribute
from yifa.law.facts import Source
from yifa.law.figures import figure_set
from yifa.law.run.counting import Tables
from yifa.oversight.reporting.canonical import NotSealed, digest, opened, sealed
from yifa.oversight.reporting.gathering import Gathered, Organ
from yifa.oversight.reporting.registers import Listed

SCHEMA = "yifa.snapshot/1"
NAME = "snapshot.json"
_ACTS = ("case", "act", "day", "minute")
_CASES = ("case", "organ", "source", "number", "file", "sheet", "row")


@dataclass(frozen=True)
class Snapshot:
    """What was gathered, and up to which day the ledgers were read."""

    gathered: Gathered
    as_of: date


class NotASnapshot(ValueError):
    """A folder whose snapshot is not whole, or was changed after it was sealed; the text names the file."""


def is_snapshot(folder: Path) -> bool:
    """Whether a folder holds a snapshot."""
    return (folder / NAME).is_file()


def write_snapshot(folder: Path, gathered: Gathered, as_of: date) -> None:
    """Write the columns figures count from, and what else a book needs to know; raises `OSError`."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - heavy, and not there for who only reads forms

    folder.mkdir(parents=True, exist_ok=True)
    procedures: dict[str, Any] = {}
    for one in gathered.tables:
        acts, cases = _read_by_figures(one.procedure)
        files: dict[str, Any] = {}
        for name, table, wanted in (("acts", one.acts, acts), ("cases", one.cases, cases)):
            kept = table.select([column for column in table.column_names if column in wanted])
            path = folder / f"{one.procedure}-{name}.parquet"
            pq.write_table(kept, path, compression="zstd")
            files[name] = {"file": path.name, "sha256": digest(path.read_bytes()), "rows": kept.num_rows}
        procedures[one.procedure] = {**files, "sources": [_source(source) for source in one.sources]}
    data = {
        "schema": SCHEMA,
        "as_of": as_of.isoformat(),
        "organs": [[one.id, one.name, one.level, one.region] for one in sorted(gathered.organs.values())],
        "silent": list(gathered.silent),
        "held": gathered.held,
        "listed": [list(astuple(one)) for one in gathered.listed],
        "procedures": procedures,
    }
    (folder / NAME).write_bytes(sealed(data))


def _read_by_figures(procedure: str) -> tuple[frozenset[str], frozenset[str]]:
    """The columns of acts and of cases that the figures of a procedure read."""
    of = figure_set(procedure)
    read = [column for one in of.figures for column in one.columns]
    fields = {f"field.{name}" for one in of.figures for _, name in one.rests_on if name is not None}
    fields |= {f"field.{name}" for kind in of.folder.procedure.acts.values() for name in kind.counts_as.values()}
    attributes = {f"{one.of}.{one.name}" for one in read if isinstance(one, Attribute)}
    return frozenset((*_ACTS, *fields)), frozenset((*_CASES, *attributes))


def _source(one: Source) -> dict[str, Any]:
    return {
        "id": one.id,
        "acts": _names(one.acts),
        "fields": _names(one.fields),
        "without": _names(one.without),
        "attributes": _names(one.attributes),
        "counts": one.counts,
    }


def _names(held: Iterable[str] | None) -> list[str] | None:
    return None if held is None else sorted(held)


def read_snapshot(folder: Path) -> Snapshot:
    """What was kept; raises `NotASnapshot` or `OSError`."""
    try:
        data = opened((folder / NAME).read_bytes())
        if data["schema"] != SCHEMA:
            raise NotASnapshot(NAME)
        tables = tuple(_tables(folder, procedure, held) for procedure, held in sorted(data["procedures"].items()))
        organs = {row[0]: Organ(*row) for row in data["organs"]}
        gathered = Gathered(tables, organs, tuple(data["silent"]), data["held"], _listed(data["listed"]))
        return Snapshot(gathered, date.fromisoformat(data["as_of"]))
    except (NotSealed, KeyError, TypeError) as error:
        raise NotASnapshot(NAME) from error


def _listed(rows: Iterable[Sequence[Any]]) -> tuple[Listed, ...]:
    return tuple(Listed(*row) for row in rows)


def _tables(folder: Path, procedure: str, held: Mapping[str, Any]) -> Tables:
    import pyarrow.parquet as pq  # noqa: PLC0415 - heavy, and not there for who only reads forms

    for name in ("acts", "cases"):
        if digest((folder / held[name]["file"]).read_bytes()) != held[name]["sha256"]:
            raise NotASnapshot(held[name]["file"])
    acts, cases = (pq.read_table(folder / held[name]["file"]) for name in ("acts", "cases"))
    return Tables(procedure, acts, cases, tuple(_read_source(one) for one in held["sources"]))


def _read_source(held: Mapping[str, Any]) -> Source:
    acts, fields, without, attributes = (
        None if held[name] is None else frozenset(held[name]) for name in ("acts", "fields", "without", "attributes")
    )
    return Source(held["id"], acts, fields, without or frozenset(), attributes, held["counts"])
