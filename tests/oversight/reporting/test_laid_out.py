from datetime import date

from tests.oversight.reporting.drafts import ISSUE, edited, figures
from yifa.oversight.reporting.cuts import Cut
from yifa.oversight.reporting.laid_out import Issue, Reading, Run, day_text, lay_out, on_the_page_of_the_signature

TABLE = "\n# 主要指标\n\n| 指标 | 数值 |\n| --- | --- |\n| 处罚 | {{ pen-decided }} |\n"


def test_a_cut_is_laid_out_in_the_order_of_the_page():
    of = lay_out(edited() + TABLE, figures(), 2024, of=Cut.SUBMITTED, issue=ISSUE)
    settings = [one.setting for one in of.pieces]
    assert settings[:4] == ["title", "addressee", "paragraph", "part"]
    assert settings[-6:] == ["paragraph", "paragraph", "signature", "date", "attachment", "table"]
    assert of.title == "青屏县人民政府关于2024年度法治政府建设情况的报告"
    assert [one.text for one in of.pieces[-5:-2]] == ["附件：主要指标", "青屏县人民政府", "2025年1月20日"]
    assert of.pieces[-1].rows[1][1] == (Run("2件", "pen-decided"),)
    assert of.with_red_head
    assert [one.text for one in on_the_page_of_the_signature(of)] == ["特此报告。", "附件：主要指标"]


def test_only_what_is_sent_with_a_number_has_the_red_head():
    assert not lay_out(edited(), figures(), 2024, of=Cut.PUBLIC, issue=ISSUE).with_red_head
    assert not lay_out(edited(), figures(), 2024, of=Cut.SUBMITTED, issue=Issue()).with_red_head


def test_the_text_of_a_cut_knows_its_numbers_and_lines():
    reading = Reading(lay_out(edited(), figures(), 2024, of=Cut.SUBMITTED, issue=ISSUE))
    for span in reading.spans:
        assert reading.text[span.start : span.end].strip()
    rate = next(span for span in reading.spans if span.tag == "rec-received.change")
    assert reading.text[rate.start : rate.end] == "100%"
    line = reading.line(rate.start)
    assert "rec-received.change" in edited().splitlines()[line - 1]
    assert "【素材" not in reading.text


def test_marks_stand_in_the_working_copy_alone():
    of = lay_out(edited(), figures(), 2024)
    assert next(run.text for one in of.pieces for run in one.runs if run.mark) == "【素材：审计局】"
    assert not any(run.mark for one in lay_out(edited(), figures(), 2024, of=Cut.PUBLIC).pieces for run in one.runs)


def test_a_day_is_written_without_noughts_in_front():
    assert day_text(date(2025, 1, 5)) == "2025年1月5日"
