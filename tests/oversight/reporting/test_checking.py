import re
from datetime import date

import pytest

from tests.oversight.reporting.kept import gathered
from yifa.law.catalogue.report_outline import outline
from yifa.law.figures import Period
from yifa.oversight.reporting.book_data import book_data
from yifa.oversight.reporting.canonical import opened, sealed
from yifa.oversight.reporting.checking import check_draft
from yifa.oversight.reporting.drafting import Material, draft
from yifa.oversight.reporting.figure_book import make_book
from yifa.oversight.reporting.tokens import TOKEN, figures_of, filled
from yifa.wording import language

ZH = language("zh")
WRITTEN = [
    Material("shortcomings", "司法局", "执法人员业务培训不够，主要是年度培训计划落实不到位。"),
    Material("heads", "司法局", "主要负责人主持专题会议研究法治建设，亲自部署、过问、督办重点工作。"),
    Material("plans", "司法局", "由司法局牵头，年底前完成执法人员轮训。"),
]


@pytest.fixture(scope="module")
def figures():
    book = make_book(gathered(), Period.year(2024), as_of=date(2024, 12, 31), records_from=date(2023, 1, 1), rows=False)
    return figures_of(opened(sealed(book_data(book, {}))))


@pytest.fixture(scope="module")
def drafted(figures):
    return draft(outline(), figures, authority="青屏县人民政府", year=2024, materials=WRITTEN)


def clean(text):
    """The draft as an editor leaves it: what is missing taken out."""
    return re.sub("【待补：[^】]*】", "", text)


def test_a_draft_has_its_title_parts_sentences_texts_and_gaps(figures, drafted):
    text = filled(drafted.text, figures)
    assert text.startswith("# 青屏县人民政府2024年度法治政府建设情况报告\n\n## 一、主要举措和成效\n")
    assert (
        "收到行政复议申请2件，同比增长100%，受理2件，审结2件（含上期结转）；决定维持1件，决定纠错1件；平均审理36.5天。"
        in text
    )
    assert "## 二、存在的不足和原因\n\n执法人员业务培训不够，主要是年度培训计划落实不到位。（司法局）\n" in text
    assert drafted.unwritten == ("other",)
    assert "ndo-issued" in drafted.missing
    assert "【待补：制定行政规范性文件】" in text


def test_the_same_book_gives_the_same_text(figures, drafted):
    assert draft(outline(), figures, authority="青屏县人民政府", year=2024, materials=WRITTEN) == drafted


def test_a_draft_without_gaps_is_clean(figures, drafted):
    found = check_draft(clean(drafted.text), figures, speech=ZH)
    assert (found.untraced, found.contradictions, found.absent, found.gaps) == ((), (), (), ())
    assert found.clean
    assert len(found.traced) == len(TOKEN.findall(drafted.text))


def test_gaps_and_parts_that_are_not_there_keep_it_from_being_issued(figures, drafted):
    found = check_draft(drafted.text, figures, speech=ZH)
    assert len(found.gaps) == drafted.text.count("【待补")
    without = clean(drafted.text).replace("## 二、存在的不足和原因", "").replace(WRITTEN[0].text, "")
    assert [one.kind for one in check_draft(without, figures, speech=ZH).absent] == ["completeness-law"]


def test_every_number_typed_in_place_of_its_token_is_untraced(figures, drafted):
    text = clean(drafted.text)
    for match in TOKEN.finditer(text):
        typed = text[: match.start()] + filled(match[0], figures) + text[match.end() :]
        untraced = check_draft(typed, figures, speech=ZH).untraced
        assert [one.text for one in untraced] == [filled(match[0], figures)]


def test_a_number_in_a_contributors_text_is_untraced(figures):
    written = [*WRITTEN, Material("measures", "审计局", "完成审计项目62个。")]
    text = clean(draft(outline(), figures, authority="青屏县人民政府", year=2024, materials=written).text)
    assert [one.text for one in check_draft(text, figures, speech=ZH).untraced] == ["62个"]
