"""What an office is told of each column of a ledger."""

from __future__ import annotations

import pytest

from tests.law.invented import PROCEDURE, folder
from yifa.law.catalogue.folders import folder as shipped
from yifa.law.catalogue.folders import procedure_ids
from yifa.law.catalogue.ledgers import Ledger
from yifa.law.catalogue.reading import read_text
from yifa.law.duties import duty_set, understand
from yifa.ledgers.templates.guide import ColumnGuide, Holds, decidable, guide, steps_of_scope

DUTIES = """\
duties:
- id: cut-1
  kind: time-limit
  title: {zh: 甲, en: One}
  from: applied
  done: decided
  within: 20 working days
  pauses: [test]
  extension: {act: extended, by: [head], at-most: 10 working days, needs-told: told}
  law: 行政许可法 42
  breach: MINOR
- id: cut-2
  kind: time-limit
  title: {zh: 乙, en: Two}
  for: each warned
  done: accepted
  within: 24 hours
  law: 行政许可法 42
  breach: MINOR
- id: cut-3
  kind: document-element
  title: {zh: 丙, en: Three}
  for: each decided
  paper: 决定书
  elements: [signed]
  law: 行政许可法 42
  breach: DEFECT
"""
LEDGER = """\
about: An invented ledger.
in-order: {decided: [signed]}
main:
  title: {zh: 台账, en: Cases}
  columns:
  - {id: number, key: case, zh: 案号, en: Number}
  - {id: organ, key: organ, zh: 机关, en: Organ}
  - {id: party, shows: name, zh: 当事人, en: Party}
  - {id: paid, shows: money, zh: 标的, en: Sum}
  - {id: applied, act: applied, zh: 申请日期, en: Applied on}
  - {id: trees, act: applied, field: trees, zh: 株数, en: Trees}
  - {id: warned, act: warned, zh: 提醒时间, en: Warned on}
  - {id: decided, act: decided, zh: 决定日期, en: Decided on}
  - {id: paper, act: decided, part: number, zh: 文号, en: Paper}
  - {id: approver, act: decided, field: approver, words: {局长: head}, zh: 批准人, en: Approver}
  - {id: whole, act: decided, elements: whole, zh: 齐全, en: In order}
  - {id: lacking, act: decided, elements: lacking, zh: 缺项, en: Lacking}
sheets:
- id: steps
  title: {zh: 环节, en: Steps}
  columns:
  - {id: number, key: case, zh: 案号, en: Number}
  - {id: step, acts: {检验: [tested, test-done], 检测: [tested, test-done], 延期: extended}, zh: 事项, en: Step}
  - {id: from, part: start, zh: 开始, en: From}
  - {id: to, part: end, zh: 结束, en: To}
  - {id: days, field: days, unit: working-days, zh: 天数, en: Days}
  - {id: told, field: told, zh: 告知, en: Told}
  - {id: entered, key: entered, zh: 登记日期, en: Entered}
- id: others
  title: {zh: 其他, en: Others}
  carries: used
  columns:
  - {id: number, key: case, zh: 案号, en: Number}
  - {id: what, acts: all, zh: 事项, en: Step}
  - {id: on, part: day, zh: 日期, en: Day}
  - {id: chair, field: [chair, officers], zh: 人员, en: People}
"""
NAMED = PROCEDURE.replace(
    "words: [head, deputy, clerk]", "words: {head: {zh: 局长, en: head}, deputy: {zh: 副局长, en: deputy}}"
)
WHOLE = understand(folder(DUTIES, procedure=NAMED))
READ = read_text(LEDGER, Ledger, name="ledger.yaml")
KEPT = tuple(id_ for id_ in procedure_ids() if shipped(id_).ledger is not None)


def of(sheet: str, column: str) -> ColumnGuide:
    return next(one for one in guide(WHOLE, READ) if (one.sheet.id, one.column.id) == (sheet, column))


@pytest.mark.parametrize(
    ("sheet", "column", "holds", "words"),
    [
        ("main", "number", Holds.CASE, ()),
        ("main", "organ", Holds.ORGAN, ()),
        ("main", "party", Holds.TEXT, ()),
        ("main", "paid", Holds.MONEY, ()),
        ("main", "applied", Holds.DAY, ()),
        ("main", "trees", Holds.NUMBER, ()),
        ("main", "warned", Holds.MOMENT, ()),
        ("main", "paper", Holds.PAPER, ()),
        ("main", "approver", Holds.WORD, ("局长", "副局长")),
        ("main", "whole", Holds.WHOLE, ("是", "否")),
        ("main", "lacking", Holds.LACKING, ("签字",)),
        ("steps", "step", Holds.STEP, ("检验", "延期")),
        ("steps", "to", Holds.DAY, ()),
        ("steps", "days", Holds.LENGTH, ()),
        ("steps", "told", Holds.YES_NO, ("是", "否")),
        ("steps", "entered", Holds.ENTERED, ()),
        ("others", "chair", Holds.TEXT, ()),
    ],
)
def test_what_a_cell_holds_and_which_words_are_offered(
    sheet: str, column: str, holds: Holds, words: tuple[str, ...]
) -> None:
    found = of(sheet, column)
    assert (found.holds, found.words) == (holds, words)


@pytest.mark.parametrize(
    ("sheet", "column", "duties"),
    [
        ("main", "number", ()),
        ("main", "party", ()),
        ("main", "applied", ("cut-1",)),
        ("main", "trees", ()),
        ("main", "warned", ("cut-2",)),
        ("main", "decided", ("cut-1", "cut-3")),
        ("main", "whole", ("cut-3",)),
        ("main", "lacking", ("cut-3",)),
        ("steps", "step", ("cut-1",)),
        ("steps", "to", ("cut-1",)),
        ("steps", "days", ("cut-1",)),
        ("steps", "told", ("cut-1",)),
        ("others", "what", ("cut-2",)),
    ],
)
def test_which_duties_read_a_column(sheet: str, column: str, duties: tuple[str, ...]) -> None:
    assert of(sheet, column).duties == duties


def test_acts_that_only_a_sheet_of_further_steps_tells_are_those_of_the_scope() -> None:
    assert steps_of_scope(READ, WHOLE.folder.procedure) == (
        "accepted",
        "reviewed",
        "heard",
        "published",
    )
    what = of("others", "what").words
    assert what[:5] == ("受理", "审核", "听证", "公布", "申请")
    assert len(what) == len(WHOLE.folder.procedure.acts)


def test_duties_that_all_columns_together_decide() -> None:
    assert decidable(WHOLE, READ) == ("cut-1", "cut-2", "cut-3")
    without = read_text(
        LEDGER.replace("延期: extended", "延期: accepted").replace("  - {id: days", "  # - {id: days"), Ledger, name="l"
    )
    narrow = without.model_copy(update={"sheets": without.sheets[:1]})
    assert decidable(WHOLE, narrow) == ("cut-2", "cut-3")


@pytest.mark.parametrize("id_", KEPT)
def test_a_ledger_of_the_corpus_decides_at_least_nine_in_ten_duties_and_no_column_is_for_nothing(id_: str) -> None:
    whole = duty_set(id_)
    assert whole.folder.ledger is not None
    told = decidable(whole, whole.folder.ledger)
    assert len(told) >= 0.9 * len(whole.folder.duties)
    unread = [
        (one.sheet.id, one.column.id)
        for one in guide(whole, whole.folder.ledger)
        if one.column.key is None and one.column.shows is None and not one.duties
    ]
    assert len(unread) <= 0.4 * sum(1 for _ in whole.folder.ledger.columns())
