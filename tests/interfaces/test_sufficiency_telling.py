"""What a ledger lacks is told by the headings a clerk knows, and by sheets."""

from __future__ import annotations

import pytest

from yifa.interfaces.sufficiency_telling import tell_decided, tell_missing_column, tell_step
from yifa.law.catalogue.folders import folder
from yifa.ledgers.sufficiency.needed import CERTIFICATES, OTHER_CASES, Keeping, Need, NeedKind
from yifa.ledgers.sufficiency.sufficient import Missing, Step, Sufficiency
from yifa.wording import CHINESE, ENGLISH, language

ZH, EN = language(CHINESE), language(ENGLISH)
PENALTY = folder("penalty-ordinary")


@pytest.mark.parametrize(
    ("missing", "zh", "en"),
    [
        (Keeping("main", "filed"), "立案日期", "Filed on"),
        (Need(NeedKind.ACT, "case-filed"), "立案的日期", "day of: case filed"),
        (CERTIFICATES, "执法人员和证件名册", "the register of officers and their certificates"),
        (OTHER_CASES, "合并计数所需的各程序台账", "the ledgers of all procedures counted together"),
    ],
)
def test_what_is_missing_has_the_name_of_its_column(missing: Missing, zh: str, en: str) -> None:
    assert (tell_missing_column(missing, PENALTY, ZH), tell_missing_column(missing, PENALTY, EN)) == (zh, en)


def test_a_long_sheet_that_is_not_there_is_told_as_a_sheet() -> None:
    assert PENALTY.ledger is not None
    sheet = next(one for one in PENALTY.ledger.sheets if one.choosers)
    chooser = Keeping(sheet.id, sheet.choosers[0].id)
    assert tell_missing_column(chooser, PENALTY, ZH) == f"“{sheet.title.zh}”表"
    other = next(one for one in sheet.columns if not one.is_chooser and one.key is None)
    assert tell_missing_column(Keeping(sheet.id, other.id), PENALTY, ZH) == f"“{sheet.title.zh}”表的{other.zh}"


def test_a_step_says_how_many_duties_it_adds() -> None:
    step = Step((Keeping("main", "filed"), Keeping("main", "notice-served")), ("a", "b", "c"))
    assert tell_step(step, PENALTY, ZH) == "补立案日期、告知书送达日期，可再判3项"
    found = Sufficiency("penalty-ordinary", "s", ("a",), {"b": frozenset(step.add)}, (), ())
    assert tell_decided(found, ZH) == "2项中可判1项"
