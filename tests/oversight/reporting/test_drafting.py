from tests.oversight.reporting.drafts import WRITTEN, drafted, figures
from yifa.law.catalogue.report_outline import outline
from yifa.oversight.reporting.drafting import draft
from yifa.oversight.reporting.material import Material
from yifa.oversight.reporting.tokens import filled


def test_a_draft_has_its_head_title_parts_sentences_texts_and_gaps():
    text = filled(drafted().text, figures(), 2024)
    assert text.startswith(
        "---\n主送机关：秦山市人民政府\n发文机关：青屏县人民政府\n---\n\n"
        "# 青屏县人民政府关于2024年度法治政府建设情况的报告\n\n2024年，青屏县坚持"
    )
    assert (
        "全年收到行政复议申请2件，同比增长100%，受理2件，审结2件（含上年结转），其中决定维持1件，决定纠错1件；"
        "平均审理时间36.5天。" in text
    )
    assert (
        "## 二、推进法治政府建设存在的不足和原因\n\n"
        "【素材：司法局】执法人员业务培训不够，主要是年度培训计划落实不到位。\n" in text
    )
    assert "## 四、2025年推进法治政府建设的主要安排" in text
    assert text.endswith("\n特此报告。\n")
    assert drafted().unwritten == ()
    assert "ndo-issued" in drafted().missing
    assert "emg-teams" in drafted().left_out
    assert "【待补：制定行政规范性文件】" in text


def test_the_same_book_gives_the_same_text():
    again = draft(
        outline(), figures(), authority="青屏县人民政府", year=2024, materials=WRITTEN, addressee="秦山市人民政府",
        book=drafted().sources.book,
    )  # fmt: skip
    assert again == drafted()


def chapter(text, words):
    before = text[: text.index(words)]
    return before[before.rindex("### ") :].partition("\n")[0]


def test_a_text_stands_in_the_chapter_that_speaks_of_the_same():
    written = [
        Material("measures", "司法局", "推进行政复议繁简分流。"),
        Material("measures", "信访局", "畅通渠道。"),
        Material("measures", "某局", "做好工作。"),
        Material("practice", "公安局", "规范行政检查和行政处罚裁量。"),
    ]
    text = draft(outline(), figures(), authority="青屏县人民政府", year=2024, materials=written).text
    assert "矛盾纠纷" in chapter(text, "推进行政复议繁简分流")
    assert "矛盾纠纷" in chapter(text, "畅通渠道")
    assert "党的领导" in chapter(text, "做好工作"), "what speaks of nothing in particular stands first"
    assert "行政执法工作体系" in chapter(text, "规范行政检查")


def test_a_text_stands_in_one_paragraph_with_what_the_book_tells_of_the_same():
    written = [
        Material("measures", "司法局", "在乡镇设立行政复议代收点。"),
        Material("measures", "某局", "复议案件一律听取意见。"),
        Material("practice", "某局", "把复议听证开到田头。"),
    ]
    text = draft(outline(), figures(), authority="青屏县人民政府", year=2024, materials=written).text
    paragraph = next(line for line in text.splitlines() if "收到行政复议申请" in line)
    after = text[text.index(paragraph) :].split("\n\n")
    assert paragraph.endswith("。【素材：司法局】在乡镇设立行政复议代收点。")
    assert after[1] == "【素材：某局】复议案件一律听取意见。"
    assert "【素材：某局】把复议听证开到田头。" in after[2:], "examples stand at the end of the chapter"


def test_of_the_heads_only_the_offices_named_for_it_write_where_one_of_them_did():
    written = [Material("heads", who, f"{who}主要负责人带头学法。") for who in ("青屏县司法局", "水利局")]
    made = draft(outline(), figures(), authority="青屏县人民政府", year=2024, materials=written)
    assert "水利局主要负责人" not in made.text
    assert made.unplaced == (written[1],)
    alone = draft(outline(), figures(), authority="青屏县人民政府", year=2024, materials=written[1:])
    assert (alone.unplaced, "水利局主要负责人" in alone.text) == ((), True)


def test_a_part_for_which_nobody_wrote_is_a_gap():
    made = draft(outline(), figures(), authority="青屏县人民政府", year=2024)
    assert made.unwritten == ("shortcomings", "heads", "plans", "other")
    assert "【待补：推进法治政府建设的主要安排】" in made.text


def test_a_later_year_is_opened_without_the_programme_that_ended():
    text = draft(outline(), figures(), authority="青屏县人民政府", year=2026).text
    assert "2021—2025" not in text


def test_what_an_office_tells_as_the_book_does_is_the_books_and_is_not_said_twice():
    written = [Material("measures", "某局", "收到司法建议7件。依法作出行政处罚2件，办理其他案件2件。")]
    held = {id_: figures()[id_] for id_ in ("pen-decided", "pen-spared")}
    text = draft(outline(), held, authority="青屏县人民政府", year=2024, materials=written).text
    assert "收到司法建议{{ 7件 @某局#1 }}。依法作出行政处罚{{ pen-decided }}，办理其他案件{{ 2件 @某局#3 }}。" in text
    assert text.count("{{ pen-decided }}") == 1
    beside = [Material("measures", "某局", "收到行政复议申请2件。")]
    more = draft(outline(), figures(), authority="青屏县人民政府", year=2024, materials=beside).text
    assert more.count("{{ rec-received }}") == 2, "the sentence tells more than the office"


def test_several_shortcomings_are_counted_through():
    written = [Material("shortcomings", who, f"{who}力量不足，原因是编制紧。") for who in ("甲局", "乙局")]
    text = draft(outline(), figures(), authority="青屏县人民政府", year=2024, materials=written).text
    assert (
        "对照法治政府建设的任务和要求，工作中还存在一些不足：\n\n"
        "【素材：甲局】一是甲局力量不足，原因是编制紧。\n\n【素材：乙局】二是乙局力量不足，原因是编制紧。\n" in text
    )
