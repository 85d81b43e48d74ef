"""Every doubt is told in a sentence of both languages, with its place and what it is set against."""

from __future__ import annotations

import pytest

from yifa.interfaces.doubt_telling import tell_doubt, tell_reason
from yifa.oversight.reporting.doubts import Doubt, Doubtful
from yifa.wording import language

NAMES = {"audit": "审计局"}
EN, ZH = language("en"), language("zh")


def of(doubt, stated="12", against="10", others=()):
    return Doubtful(doubt, "audit", "审计局/填报表.xlsx", "I6", "aud-issues", stated, against, others)


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (of(Doubt.NOT_A_NUMBER, "约12"), "“约12”不是一个准确的数"),
        (of(Doubt.OTHER_UNIT, "12人", "个"), "“12人”的单位不是个"),
        (of(Doubt.NOT_WHOLE, "12.5"), "12.5不是整数"),
        (of(Doubt.NOT_SIGNED), "没有填报人或者审核人"),
        (of(Doubt.EARLIER_CHANGED), "上年数被改为12，应为10"),
        (of(Doubt.SUDDEN), "12，上年为10，请核对"),
        (of(Doubt.OTHER_IN_REPORT, against="10个"), "12，审计局自己的年度报告为10个"),
        (of(Doubt.OTHER_IN_MATERIAL, against="10个"), "12，同报的素材中为10个"),
        (of(Doubt.OTHER_IN_RECORDS), "12，台账统计为10"),
        (of(Doubt.TOLD_TWICE, against="10"), "12，前一份为10"),
        (of(Doubt.SUM_DIFFERS, others=("dep-npc", "dep-total")), "12，分项之和为10（人大代表建议、办理建议提案）"),
        (of(Doubt.PART_EXCEEDS, others=("dep-npc", "dep-total")), "12与10不合（人大代表建议、办理建议提案）"),
    ],
)
def test_a_doubt_about_a_figure_is_told_with_its_place(one, told):
    assert tell_reason(one, NAMES, ZH) == told
    assert tell_doubt(one, NAMES, ZH) == f"审计局/填报表.xlsx I6，审计查出问题：{told}"


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (Doubtful(Doubt.NOT_READ, "", "a.xlsx"), "a.xlsx is no form that can be read."),
        (Doubtful(Doubt.NOTHING_CAME, "audit", ""), "Nothing came from 审计局."),
        (
            Doubtful(Doubt.FROM_NOBODY, "体育局", "a.xlsx", stated="体育局"),
            "a.xlsx: «体育局» was not asked for anything.",
        ),
        (Doubtful(Doubt.SENT_TWICE, "audit", "b.xlsx", against="a.xlsx"), "审计局 sent two forms: a.xlsx and b.xlsx."),
        (
            Doubtful(Doubt.OTHER_PERIOD, "audit", "a.xlsx", stated="2024", against="2025"),
            "a.xlsx is of 2024, not of 2025; nothing of it was taken.",
        ),
        (Doubtful(Doubt.UNKNOWN_MEASURE, "audit", "a.xlsx", "B7", stated="aud-x"), "a.xlsx B7: aud-x is no measure."),
    ],
)
def test_a_doubt_about_a_form_is_told_whole(one, told):
    assert tell_doubt(one, NAMES, EN) == told


def test_every_kind_of_doubt_is_told_in_both_languages():
    for doubt in Doubt:
        for speech in (EN, ZH):
            assert tell_doubt(of(doubt), NAMES, speech).strip()
            assert tell_reason(of(doubt), NAMES, speech).strip()
