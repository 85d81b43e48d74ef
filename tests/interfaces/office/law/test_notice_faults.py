"""What is wrong with a notice's file is told in the language of who handed it in, and where it stands."""

from __future__ import annotations

import re

import pytest

from yifa.interfaces.office.law.notice_faults import _FORMS, kind_of, tell_fault
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.calendars import NoticeFile, in_order
from yifa.law.catalogue.errors import CorpusFault
from yifa.law.catalogue.reading import read_text
from yifa.wording import language

GOOD = """id: cn-2026
year: 2026
title: 试拟
verified: unverified
days:
- {on: 2026-03-05, is: off, name: 试}
"""
WRONG = {
    "not-yaml": GOOD + "  - [",
    "twice": GOOD + "title: 又一\n",
    "top": "- 一\n- 二\n",
    "unknown": GOOD + "titel: 又一\n",
    "missing": GOOD.replace("title: 试拟\n", ""),
    "expected": GOOD.replace("year: 2026", "year: 明年"),
    "one-of": GOOD.replace("is: off", "is: 放假"),
    "pattern": GOOD.replace("id: cn-2026", "id: 放假"),
    "day-twice": GOOD + "- {on: 2026-03-05, is: work, name: 试}\n",
    "other-year": GOOD + "- {on: 2028-03-05, is: work, name: 试}\n",
    "place": GOOD + "kind: local\n",
    "amends": GOOD + "amends: cn-1999\n",
}


def faults_of(text: str) -> tuple[CorpusFault, ...]:
    with pytest.raises(CorpusFaults) as raised:
        in_order([read_text(text, NoticeFile, name="notice").notice()])
    return raised.value.faults


def test_there_is_a_text_for_every_kind_of_fault() -> None:
    assert WRONG.keys() == _FORMS.keys()


@pytest.mark.parametrize("kind", WRONG)
def test_each_kind_is_known_and_told_in_both_languages(kind: str) -> None:
    fault = next(one for one in faults_of(WRONG[kind]) if kind_of(one) == kind)
    chinese, english = (tell_fault(fault, language(tag)) for tag in ("zh", "en"))

    said = re.sub(r"`[^`]*`|“[^”]*”|'[^']*'|（[a-z]+）", "", chinese)
    assert re.findall(r"[A-Za-z]{3,}", said) == []
    assert re.search(r"[\u4e00-\u9fff]{2,}", said)
    assert chinese != english


@pytest.mark.parametrize("text", [*(WRONG.values()), "days: 3", "", "id: 1\nyear: x\ndays: [3, {on: 2026-13-01}]"])
def test_no_fault_is_of_no_kind(text: str) -> None:
    assert [str(one) for one in faults_of(text) if not kind_of(one)] == []


def test_a_fault_names_its_line() -> None:
    (fault,) = faults_of(WRONG["one-of"])

    assert "第6行" in tell_fault(fault, language("zh"))
