"""The mapping file: what each sheet and heading was taken for, to be read, mended by hand and used again next month.

    about: 各表各列对应关系……
    sheets:
    - file: 市场监管局2025年7月台账.xlsx
      sheet: 案件
      also: [农业农村局2025年7月台账.xlsx] # further files whose sheet of this name is the same
      table: penalty-ordinary/main        # or: not read (null)
      heading-row: 3                      # where it is not found by itself
      columns:
        案号: number
        罚款（万元）: fine
        备注2: null                       # not read
      did-not-occur: [批准延长办案期限]   # what the ledger has no column for and did not occur in any of its cases

What `did-not-occur` names (an act of the procedure, in Chinese or by its id) is a statement of whoever keeps the
ledger: without it nobody knows whether it occurred. What is found thereby says so.

A file is found again by its name, also where only digits in it differ (月份, 年份), else by the name of the sheet alone
where no other entry has it; a sheet of rows to be corrected by the file and sheet these came from. Columns that are not
named are told by their headings as ever.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.reading import CorpusModel, Written
from yifa.ledgers.headings.finding import Head, find_head
from yifa.ledgers.headings.known import Known
from yifa.ledgers.problems import Problem
from yifa.ledgers.sheets import Grid
from yifa.ledgers.taken import MappedColumn, MappedSheet, Sureness

ABOUT = "各表各列对应关系。可以改：把列名后面改成别的列的编号，不读的写 null；下个月的表照此读取。"
DECLARE = "下面这些事项本表没有栏目；确实一件也没有发生过的，写进方括号，用逗号隔开；不清楚的不要写："
UNREAD = "下面的表没有读取。要读取的，去掉各行开头的“# ”，在 table 后面写明是哪一种表："
SUCH = "例如 penalty-ordinary/main；认不出的列名写在 columns 里"
_PLAIN = re.compile(r"[\w\u4e00-\u9fff/.-]+")


class SheetMapping(CorpusModel):
    """What one sheet is: its table (None: not read), its first line of headings, and columns by heading."""

    file: str
    sheet: str
    also: tuple[str, ...] = ()
    table: str | None
    heading_row: int | None = Field(default=None, alias="heading-row", ge=1)
    columns: dict[str, str | None] = Field(default_factory=dict)
    did_not_occur: tuple[str, ...] = Field(default=(), alias="did-not-occur")


class MappingFile(CorpusModel):
    """The file."""

    about: str = ""
    sheets: tuple[SheetMapping, ...] | None


@dataclass(frozen=True)
class GivenSheets:
    """A mapping file that fits the tables there are."""

    sheets: tuple[SheetMapping, ...]
    known: Known


@dataclass(frozen=True)
class Given:
    """What a mapping file says of one sheet: `table` as a number among the known ones, None: it is not to be read.

    `declared`: acts that did not occur in any of its cases.
    """

    table: int | None
    head: Head | None
    columns: dict[str, str | None]
    declared: frozenset[str] = frozenset()


def read_mapping(path: Path, known: Known) -> GivenSheets:
    """Read a mapping file; raises `CorpusFaults` with every fault and its line."""
    written = Written(path.read_text(encoding="utf-8-sig"), path.name)
    sheets = written.as_(MappingFile).sheets or ()
    tables = {table.key: table for table in known.tables}
    faults: list[CorpusFault] = []
    for place, one in enumerate(sheets):
        if one.table is None:
            continue
        table = tables.get(one.table)
        if table is None:
            message = f"there is no table «{one.table}»; there are {', '.join(sorted(tables))}"
            faults.append(written.fault(("sheets", place, "table"), message))
            continue
        ids = {column.id for column in table.columns}
        for heading, column in one.columns.items():
            if column is not None and column not in ids:
                message = f"«{one.table}» has no column «{column}»; it has {', '.join(sorted(ids))}"
                faults.append(written.fault(("sheets", place, "columns", heading), message))
        acts = acts_named(table.procedure)
        for number, name in enumerate(one.did_not_occur):
            if name not in acts:
                near = difflib.get_close_matches(name, list(acts), 3, 0.4)
                message = f"«{one.table}» knows no act «{name}»; near it: {', '.join(near) or 'none'}"
                faults.append(written.fault(("sheets", place, "did-not-occur", number), message))
    if faults:
        raise CorpusFaults(faults)
    return GivenSheets(sheets, known)


def acts_named(procedure: str) -> dict[str, str]:
    """The acts of a procedure by their names in Chinese and by their ids; none where there is no procedure."""
    if not procedure:
        return {}
    acts = folder(procedure).procedure.acts
    return {one.zh: id_ for id_, one in acts.items()} | {id_: id_ for id_ in acts}


def given_for(mapping: GivenSheets | None, grid: Grid, origin: tuple[str, str] | None = None) -> Given | None:
    """What a mapping file says of a sheet; None where it says nothing.

    `origin`: of a sheet of rows to be corrected the file and sheet they came from.
    """
    if mapping is None:
        return None
    one = _entry(mapping.sheets, *(origin or (grid.file, grid.sheet)))
    if one is None:
        return None
    if one.table is None:
        return Given(None, None, {})
    number = next(place for place, table in enumerate(mapping.known.tables) if table.key == one.table)
    row = 1 if origin is not None else one.heading_row
    head = find_head(grid, mapping.known, at=None if row is None else row - 1)
    acts = acts_named(mapping.known.tables[number].procedure)
    return Given(number, head, dict(one.columns), frozenset(acts[name] for name in one.did_not_occur))


def _entry(sheets: Iterable[SheetMapping], file: str, sheet: str) -> SheetMapping | None:
    same = [one for one in sheets if _digits_aside(one.sheet) == _digits_aside(sheet)]
    exact = next((one for one in same if file in (one.file, *one.also) and one.sheet == sheet), None)
    if exact is not None:
        return exact
    name = _digits_aside(file)
    alike = next((one for one in same if name in map(_digits_aside, (one.file, *one.also))), None)
    return alike if alike is not None or len(same) != 1 else same[0]


def _digits_aside(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def written_mapping(
    sheets: Iterable[MappedSheet],
    untold: Mapping[str, Sequence[str]] | None = None,
    problems: Iterable[Problem] = (),
) -> str:
    """The mapping of a run as a file; what is alike in several files is said once.

    `untold`: by table the acts (in Chinese) that its duties ask for and no column keeps. `problems`: sheets among them
    that were taken for no table, or might be several, are written as remarks, to be filled in.
    """
    lines = [f"about: {ABOUT}", "sheets:"]
    alike: dict[tuple[str, str, tuple[MappedColumn, ...], frozenset[str]], list[str]] = {}
    for sheet in sorted(dict.fromkeys(sheets), key=lambda one: (one.file, one.sheet)):
        alike.setdefault((sheet.sheet, sheet.table, sheet.columns, sheet.declared), []).append(sheet.file)
    for (name, table, columns, declared), (file, *others) in alike.items():
        lines += [f"- file: {_quoted(file)}", f"  sheet: {_quoted(name)}"]
        if others:
            lines += ["  also:", *(f"  - {_quoted(other)}" for other in others)]
        lines += [f"  table: {_quoted(table)}", "  columns:"]
        for one in sorted(columns, key=lambda column: column.column):
            note = {Sureness.LIKELY: "  # 可能是", Sureness.UNKNOWN: "  # 没有认出"}.get(one.sureness, "")
            lines.append(f"    {_quoted(one.heading)}: {one.ledger_column or 'null'}{note}")
        asked = (untold or {}).get(table, ())
        if asked:
            lines.append(f"    # {DECLARE}{'、'.join(asked)}")
        if declared or asked:
            lines.append(f"  did-not-occur: [{', '.join(map(_quoted, _in_chinese(table, declared)))}]")
    lines += _unread(problems)
    return "\n".join(lines) + "\n"


def _unread(problems: Iterable[Problem]) -> list[str]:
    """The sheets that were not read, as remarks; of those that might be several tables, all of these."""
    lines: list[str] = []
    for one in problems:
        if one.kind not in ("sheet-unknown", "sheet-ambiguous"):
            continue
        first, *others = [table["id"] for table in one.values.get("tables", ())] or ["null"]
        note = f"或者 {'、'.join(others)}" if others else SUCH
        sheet = one.place.sheet or str(one.values.get("sheet", ""))
        lines += [f"- file: {_quoted(one.place.file)}", f"  sheet: {_quoted(sheet)}", f"  table: {first}  # {note}"]
    return [f"# {line}" for line in (UNREAD, *lines)] if lines else []


def _in_chinese(table: str, acts: Collection[str]) -> list[str]:
    procedure = folder(table.partition("/")[0]).procedure if acts else None
    return [] if procedure is None else [procedure.acts[act].zh for act in sorted(acts)]


def _quoted(text: str) -> str:
    """A text as YAML writes it, in quotes where it needs them."""
    if _PLAIN.fullmatch(text) and not re.fullmatch(r"[\d.]+|yes|no|true|false|null|on|off|~", text, re.IGNORECASE):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
