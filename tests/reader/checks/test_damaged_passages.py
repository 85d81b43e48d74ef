"""Passages that have lost a sign, a unit or a word: nothing is called a difference that only the damage makes."""

from __future__ import annotations

import pytest

from yifa.reader.reading import Extract, Verdict
from yifa.reader.whole import read_text
from yifa.wording import language

DIFFERENCES = (Verdict.CONTRADICTED, Verdict.IMPOSSIBLE)


@pytest.mark.parametrize(
    "passage",
    [
        "查处案件228宗，其中安全生产类92、生态环：类41、城市管理类87宗、其他8宗。",
        "排查纠纷221起（婚姻家庭58、邻里77（土地山林49、其他37），化解216起。",
        "清理154，其中：保留97件、修改11件（废止29件、宣布失效17件。",
        "作出处罚决定86430：，比2023年少5172件。其中，简易程序61208件，普通程序25222件。",
        "新登记4218，其中企业1057户、个体户3129户、合作社32户，同比增长8.3%。",
        "其中噪声类1341件（占46.8%）、大气类1102件（占38.4%）、水类201件。",
        "望潮市2304件、临岳区1986件，占全省的10.8%。",
        "保留许可事项271项，取消、下放、承接事项分别为7项、12项、15项。",
        "投诉量下降18.6%，其中占道经营类-31%、油烟类-12.4%。",
        "乡镇\t普通\t简易\t合计；城关镇\t46\t211\t257\n石埠镇\t31\t108\t139\n芦口乡\t9\t54\t63\n合计\t86\t373\t459",
    ],
)
def test_what_is_lost_is_no_difference(passage: str) -> None:
    checks = read_text(Extract("passage.txt", passage, "txt"), speech=language("en")).checks
    assert [one.computation for one in checks if one.verdict in DIFFERENCES] == []
