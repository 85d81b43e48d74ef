"""Lines wrapped at the width of a page."""

from __future__ import annotations

import pytest

from tests.reader.text.samples import prepared
from yifa.reader.text.normalise import normalise

REPORT = """青屏县人民政府关于2022年度法治政府建设情况的报告
市人民政府：
　　2022年，青屏县深入贯彻落实上级部署要求，全面推进依法行政，法治政府建设取得新成效。现将有关情况报告如下：
　　一、主要做法和成效
　　（一）依法全面履行政府职能。深化“放管服”改革，梳理公布行政许可事项315项，办结时限压缩82.5％，网上可办率达到99.6％，受理各类申请12,345件，办结12,340件。
　　（二）健全依法决策机制。全年召开常务会议32次，审议重大行政决策事项15件，合法性审查率100％；聘请法律顾问46名，出具法律意见210余份。
　　（三）严格规范公正文明执法。组织行政执法人员培训考试3次，1,056人参加，合格率97.6％；评查行政处罚案卷120卷、行政许可案卷60卷，发现并整改问题35个。
　　（四）依法化解矛盾纠纷。收到行政复议申请142件，受理118件，审结109件，其中调解、和解结案32件；办理行政应诉案件74件，负责人出庭应诉率100％。
　　二、存在的问题和不足
　　一是基层执法力量不足，全县执法人员仅有436人，持证率为92.66％；二是部分单位重视不够，统筹推进力度需要加大。
　　三、下一步工作打算
　　2023年，青屏县将继续深入推进法治政府建设，力争行政机关负责人出庭应诉率达到100％，行政复议案件按期办结率保持100％。
　　　　　　　　　　　　　　　青屏县人民政府
　　　　　　　　　　　　　　　2023年1月18日"""


def wrapped(text: str, width: int, page: int = 12) -> str:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += [paragraph[at : at + width] for at in range(0, len(paragraph), width)]
    for place in range(page, len(lines), page + 1):
        lines.insert(place, f"- {place // page} -")
    return "\n".join(lines)


@pytest.mark.parametrize("width", range(24, 42))
def test_a_report_wrapped_at_any_width_is_read_as_if_it_were_not(width: int) -> None:
    paper, plain = prepared(wrapped(REPORT, width)), prepared(REPORT)

    assert paper.view.text == plain.view.text
    assert [(one.path, one.title) for one in paper.sections] == [(one.path, one.title) for one in plain.sections]
    assert paper.facts.signed == plain.facts.signed


def test_a_text_that_is_not_wrapped_keeps_its_lines() -> None:
    assert normalise(REPORT).text.count("\n") == REPORT.count("\n")


def test_rows_of_a_table_are_no_wrapped_text() -> None:
    table = "\n".join(f"行政处罚案件办理情况统计第{number}季度 {number}2 {number}4" for number in range(1, 10))

    assert normalise(table).text == table
