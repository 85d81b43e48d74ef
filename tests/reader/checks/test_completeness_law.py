"""The five parts of a yearly report: there, brief, or not found."""

from __future__ import annotations

import pytest

from tests.reader.checks.passages import checks_of

LONG = "全年工作扎实推进，各项任务按时完成，" * 10
FULL = f"""一、主要举措和成效
{LONG}。
二、党政主要负责人履行推进法治建设第一责任人职责情况
{LONG}。
三、存在的不足和原因
一是基层执法力量薄弱，主要是编制不足导致。{LONG}。
四、2023年度主要安排
{LONG}。
五、其他需要报告的情况
无。
"""
FACTS = {"kind": "annual-report", "year": 2022}


def _said(text: str) -> dict[str, str]:
    lines = checks_of(text, "completeness-law", **FACTS)
    return {part: verdict for _, verdict, part in (line.split(" ") for line in lines)}


def test_a_full_report_has_all_five() -> None:
    parts = ("measures", "next-year", "other", "principals", "shortcomings")
    assert _said(FULL) == dict.fromkeys(parts, "holds")


@pytest.mark.parametrize(
    ("part", "heading"), [("principals", "二、"), ("shortcomings", "三、"), ("next-year", "四、"), ("other", "五、")]
)
def test_a_part_that_is_left_out_is_named(part: str, heading: str) -> None:
    lines = FULL.splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith(heading))
    verdict = "unverifiable" if part == "other" else "missing"
    assert _said("".join(lines[:at] + lines[at + 2 :])) == {**_said(FULL), part: verdict}


def test_shortcomings_without_a_cause_are_brief() -> None:
    text = FULL.replace("，主要是编制不足导致", "").replace("不足和原因", "不足")
    assert _said(text) == {**_said(FULL), "shortcomings": "thin"}


def test_a_few_words_are_brief() -> None:
    text = FULL.replace(f"四、2023年度主要安排\n{LONG}", "四、2023年度主要安排\n继续努力")
    assert _said(text) == {**_said(FULL), "next-year": "thin"}


def test_parts_without_headings_are_found_in_the_text() -> None:
    text = f"""一、机构职能
市长认真履行法治建设第一责任人职责，{LONG}。
二、执法
{LONG}。
由于发展水平差异，工作还存在一些短板，{LONG}。
2023年，我县将继续推进，{LONG}。
"""
    assert _said(text) == {
        "measures": "holds",
        "principals": "holds",
        "shortcomings": "holds",
        "next-year": "holds",
        "other": "unverifiable",
    }


def test_other_texts_are_not_asked() -> None:
    assert checks_of(FULL, "completeness-law", kind="transcript", year=2022) == []
