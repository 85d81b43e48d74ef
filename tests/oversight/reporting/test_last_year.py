from fractions import Fraction

from yifa.oversight.reporting.last_year import Earlier, Origin, from_reports
from yifa.reader.intake import take_in
from yifa.reader.whole import read_text
from yifa.wording import language

TEXT = """青屏县人民政府2023年度法治政府建设情况报告

一、主要举措和成效
全县行政执法机关作出行政处罚1203件，其中简易程序806件。罚没金额约120万元。
受理行政复议案件85件，审结80件，纠错率12.5%。
"""


def test_what_a_report_says_of_a_measure_is_taken_with_its_place(tmp_path):
    path = tmp_path / "2023.txt"
    path.write_text(TEXT, encoding="utf-8")
    document = read_text(take_in(path, speech=language("zh")), speech=language("zh"))
    found = from_reports([document], 2023)
    assert {id_: (one.value, one.written, one.exact) for id_, one in found.items()} == {
        "pen-decided": (Fraction(1203), "1203件", True),
        "pen-simple": (Fraction(806), "806件", True),
        "pen-total-amount": (Fraction(1200000), "约120万元", False),
        "rec-accepted": (Fraction(85), "85件", True),
        "rec-concluded": (Fraction(80), "80件", True),
        "rec-correction-rate": (Fraction(25, 2), "12.5%", True),
    }
    assert found["rec-accepted"] == Earlier(Fraction(85), Origin.REPORT, document.file, 5, "85件")
    assert from_reports([document], 2022) == {}
