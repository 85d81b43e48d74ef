"""An invented procedure for tests: a small vocabulary, and the shortest way from a duty and some acts to results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from yifa.law.catalogue import calendar
from yifa.law.catalogue.folders import Folder, read_folder
from yifa.law.duties import understand
from yifa.law.facts import Case, Source
from yifa.law.facts.case_format import case_of, last_day, read_acts
from yifa.law.run import Engine, Result
from yifa.law.run.findings import written

PROCEDURE = """\
id: tree-felling
title: {zh: 采伐, en: Tree felling}
about: An invented procedure.
mode: run
fields:
  amount: {type: money, zh: 数额, en: amount}
  approver: {type: word, words: [head, deputy, clerk], zh: 批准人, en: approver}
  chair: {type: word, zh: 主持人, en: chair}
  days: {type: length, zh: 时间, en: length}
  expires: {type: day, zh: 到期, en: expires}
  major: {type: yes/no, zh: 重大, en: major}
  officer: {type: word, zh: 人员, en: officer}
  officers: {type: names, zh: 人员, en: officers}
  result: {type: word, words: [pass, fail], zh: 结果, en: result}
  signed: {type: yes/no, zh: 签字, en: signed}
  told: {type: yes/no, zh: 告知, en: told}
  trees: {type: whole number, zh: 株数, en: trees}
  year: {type: whole number, zh: 年度, en: year}
acts:
  applied: {zh: 申请, en: applied, fields: [major, trees, officers, expires, told], counts-as: {warned: told}}
  accepted: {zh: 受理, en: accepted}
  warned: {zh: 提醒, en: warned}
  tested: {zh: 检验, en: tested, fields: [told]}
  test-done: {zh: 检验完毕, en: test done}
  extended: {zh: 延期, en: extended, fields: [days, approver, told]}
  reviewed: {zh: 审核, en: reviewed, fields: [result, officers]}
  heard: {zh: 听证, en: heard, fields: [chair, signed, officers]}
  decided: {zh: 决定, en: decided, fields: [amount, approver, signed, major, officers], ends: yes}
  published: {zh: 公布, en: published, fields: [year]}
  certificate-issued: {zh: 领证, en: certificate issued, fields: [officer]}
  certificate-check-missed: {zh: 未年审, en: check missed, fields: [officer]}
attributes:
  organ: {level: {type: word, words: [county, city], zh: 层级, en: level}}
pauses:
  test: {from: [tested], to: [test-done], told: told}
  hearing: {from: [warned, heard], to: [test-done, heard]}
definitions:
  large: {is: applied.trees > 100, zh: 大宗, en: large}
certificate-lapses: [{act: certificate-check-missed, overlay: samr, valid: {from: 2020-01-01}, law: 行政处罚法 42}]
"""
DUTY = """\
duties:
- id: cut-1
  kind: {kind}
  title: {{zh: 甲, en: One}}
  law: 行政许可法 42
  breach: MINOR
  {rest}
"""


def duty(kind: str, rest: str) -> str:
    """A duties file with one duty, `cut-1`; `rest` are its further lines."""
    return DUTY.format(kind=kind, rest="\n  ".join(rest.strip().splitlines()))


def folder(duties: str, *, procedure: str = PROCEDURE, more: Mapping[str, str] | None = None) -> Folder:
    """The invented procedure with these duties; raises `CorpusFaults`."""
    with TemporaryDirectory() as place:
        at = Path(place) / "tree-felling"
        at.mkdir()
        files = {"procedure.yaml": procedure, "duties.yaml": duties, **(more or {})}
        for name, text in files.items():
            (at / name).write_text(text, encoding="utf-8")
        return read_folder(at)


def engine(duties: str, *, procedure: str = PROCEDURE) -> Engine:
    """The engine of the invented procedure with these duties."""
    return Engine(understand(folder(duties, procedure=procedure)), calendar())


def case(of: Engine, events: Sequence[Mapping[str, Any]], *profiles: str, **more: Any) -> tuple[Case, Source]:
    """A case of these events, and a source that carries everything."""
    read = read_acts(events, of.whole.folder.procedure)
    return case_of("c", "tree-felling", read.acts, profiles, **more), Source("all", counts=True)


def judged(
    of: Engine,
    events: Sequence[Mapping[str, Any]],
    *profiles: str,
    as_of: date | datetime | None = None,
    known_at: datetime | None = None,
    source: Source | None = None,
    **more: Any,
) -> list[Result]:
    """The results of a case."""
    told, everything = case(of, events, *profiles, **more)
    day = as_of or last_day(told.acts) or date(2024, 12, 31)
    return of.judge(told, day, known_at, source=source or everything)


def said(result: Result) -> str:
    """A result in a line: outcome, class, due day."""
    class_ = f" {result.finding.word}" if result.finding else ""
    return f"{result.outcome.word}{class_}" + (f" {written(result.due)}" if result.due else "")


def outcome(of: Engine, events: Sequence[Mapping[str, Any]], *profiles: str, **more: Any) -> str:
    """The line of the only result."""
    (result,) = judged(of, events, *profiles, **more)
    return said(result)
