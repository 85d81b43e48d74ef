import pytest

from yifa.ledgers.headings.spelling import spelled


@pytest.mark.parametrize(
    "heading",
    [
        "立案日期",
        " 立案 日期 ",
        "立案\n日期",
        "*立案日期",
        "立案日期＊",
        "立案日期（必填）",
        "立案日期(yyyy-mm-dd)",
        "立案日期：",
        "「立案日期」",
        "立 案 日 期",
    ],
)
def test_signs_spaces_and_remarks_do_not_make_another_heading(heading: str) -> None:
    assert "立案日期" in (spelled(heading).bare, spelled(heading).full)


@pytest.mark.parametrize("heading", ["ＣＦ＿ＷＳＨ", "CF_WSH", "cf_wsh", "CF-WSH"])
def test_full_width_and_case_do_not_matter(heading: str) -> None:
    assert spelled(heading).bare == "cfwsh"


@pytest.mark.parametrize(
    ("heading", "unit", "factor"),
    [
        ("罚款金额", None, 1),
        ("罚款金额（元）", "yuan", 1),
        ("罚款金额(万元)", "yuan", 10_000),
        ("罚款金额【单位：万元】", "yuan", 10_000),
        ("罚款金额[千元]", "yuan", 1000),
        ("期限（工作日）", "working-days", 1),
        ("期限（天）", "days", 1),
        ("期限（月）", "months", 1),
    ],
)
def test_a_unit_in_brackets_is_known(heading: str, unit: str | None, factor: int) -> None:
    form = spelled(heading)
    assert (form.unit, form.factor) == (unit, factor)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("立案时间", "立案日期"),
        ("是否经过听证", "经过听证"),
        ("当事人的名称", "当事人名称"),
        ("行政处罚决定日期", "处罚决定日期"),
        ("听证情况", "听证"),
    ],
)
def test_headings_that_are_like_one_another_are_loosely_the_same(one: str, other: str) -> None:
    assert spelled(one).loose == spelled(other).loose
    assert spelled(one).bare != spelled(other).bare


def test_a_heading_of_signs_alone_is_nothing() -> None:
    assert spelled("——").bare == ""
