"""Writes the folder of a city: the ledgers its offices send, the lists beside them, and, apart, the sheet of answers.

台账/名册.xlsx            organs and relations, officers, market entities
台账/<organ>/<…>.xlsx     one workbook an organ and procedure (at province scale CSV, one folder a place)
双公示/ 平台导出/ 手工台账/  penalties and licences of the same year as offices really keep them
答案.csv                  what was planted, what the record leaves open, what cannot be read: not for the reader
说明.txt                  what this is
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np

from demo.city.city import City, build
from demo.city.dressing import dressed
from demo.city.ledgers import Answer, Ledgers, ledgers, recipes_of
from demo.city.mess import untidy
from demo.city.places import REGIONS
from demo.city.poor_ledgers import write_poor, write_registers
from demo.city.procedures import all_of, known
from demo.city.registers import firms, officers, organs
from demo.city.seasons import AS_OF
from demo.city.sheets import Table, write_csv, write_workbook
from demo.city.volumes import volumes
from yifa.law.catalogue.ledgers import SCOPE, SCOPE_ACT, SCOPE_KEPT

LEDGERS, ANSWERS, ABOUT = "台账", "答案.csv", "说明.txt"
NOTE = """这是虚构的城市，供试用“台账体检”。所有地名、单位、人名、企业和代码都是编造的，与任何真实的单位和个人无关。
“台账”文件夹里是各单位报来的台账和名册，数据截至{as_of}；“双公示”“平台导出”“手工台账”是同一年的另外三种台账；“答案.csv”写明其中埋设了哪些问题，体检之前不要看。
编号 {number}，规模 {scale}，共 {cases} 件。

This city is invented: try the check-up of ledgers on it. The ledgers lie in 台账; 答案.csv says what was planted.
"""
BORROWED = """
另有{many}个虚构的县（{first}等）不在任何省，只是分别套用某一地方的规定，以便这些规定也能试到；疑点中的地名只是规定的名称，与当地任何单位无关。

{many} more invented counties lie in no province and only borrow the rules of one place each, so that these are tried as
well; where a finding names a place, it names a law, and tells nothing of any office there.
"""


def write(
    folder: Path, number: int, scale: str, say: Callable[[str], None] = lambda _line: None, *, as_csv: bool = False
) -> int:
    """Make the city of a number and a scale; how many cases it has. `as_csv`: no workbooks, whatever the scale."""
    city = build(number, scale)
    planted = {one: recipes_of(one, all_of(one)[1]) for one in known() if _has_ledger(one)}
    answers: list[Answer] = []
    cases = 0
    write_workbook(folder / LEDGERS / "名册.xlsx", [*organs(city), officers(city), firms(city)])
    for procedure, many in volumes(city, planted).items():
        held, spoilt = untidy(city, ledgers(city, procedure, many))
        cases += held.organ.size
        answers += [*held.answers, *spoilt]
        _write(folder / LEDGERS, city, held, as_csv=as_csv)
        write_poor(folder, city, held)
        say(f"{held.layout.procedure.title.zh}  {held.organ.size}")
    write_registers(folder, city)
    _write_answers(folder / ANSWERS, answers)
    note = NOTE.format(as_of=AS_OF, number=number, scale=scale, cases=cases)
    if any(one.region for one in city.places.organs):
        note += BORROWED.format(many=len(REGIONS), first=next(iter(REGIONS.values())))
    (folder / ABOUT).write_text(note, "utf-8")
    return cases


def organs_of(number: int, scale: str) -> int:
    """How many organs the city has."""
    return len(build(number, scale).places.organs)


def _has_ledger(procedure: str) -> bool:
    from demo.city.layouts import layout  # noqa: PLC0415

    return layout(procedure) is not None


def _write(folder: Path, city: City, held: Ledgers, *, as_csv: bool) -> None:
    title = held.layout.procedure.title.zh.replace("/", "、")
    for office, tables in _by_organ(city, held):
        if as_csv or city.scale == "province":
            for one in (*tables, _scope(held)):
                write_csv(folder / office / f"{title}·{one.title}.csv", one)
        else:
            write_workbook(folder / office / f"{title}.xlsx", [*tables, _scope(held)])


def _by_organ(city: City, held: Ledgers) -> Iterator[tuple[str, list[Table]]]:
    """The tables of each organ (of each place at province scale), rows in the order in which cases began."""
    named = np.array([one.place if city.scale == "province" else one.name for one in city.places.organs], dtype=object)
    group = named[held.organ]
    for office in dict.fromkeys(group[np.argsort(held.organ, kind="stable")].tolist()):
        tables = []
        for sheet, rows in zip(held.layout.sheets, held.sheets, strict=True):
            at = np.flatnonzero(group[rows.case] == office)
            columns = [
                None if (cells := rows.columns.get(place)) is None else cells[at] for place in range(len(sheet.columns))
            ]
            table = Table(sheet.title.zh, (tuple(column.zh for column in sheet.columns),), columns, at.size)
            tables.append(table if city.scale == "province" else dressed(city, office, sheet, table, main=not tables))
        yield office, tables


def _scope(held: Ledgers) -> Table:
    """«登记范围»: every act is kept."""
    acts = np.array([act.zh for act in held.layout.procedure.acts.values()], dtype=object)
    return Table(SCOPE.zh, ((SCOPE_ACT.zh, SCOPE_KEPT.zh),), [acts, np.full(acts.size, "是", dtype=object)], acts.size)


def _write_answers(path: Path, answers: list[Answer]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([one.name for one in fields(Answer)])
        writer.writerows(astuple(one) for one in answers)
