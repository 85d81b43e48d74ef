"""A stated growth against last year's report of the same authority."""

from __future__ import annotations

from datetime import date

from tests.reader.checks.passages import checks_between, document
from yifa.reader.reading import Document

MEASURE = "subject=行政复议申请|predicate=收到|measure=rec-received"


def _report(year: int, text: str, place: str = "青屏") -> Document:
    return document(
        text,
        kind="annual-report",
        authority=f"{place}县人民政府",
        place=place,
        level="county",
        year=year,
        period=(date(year, 1, 1), date(year, 12, 31)),
    )


def _last_year(extra: str = "") -> Document:
    return _report(2023, f"收到行政复议申请{{58件|{MEASURE}{extra}}}。")


def test_the_rate_follows_from_both_reports() -> None:
    this = _report(2024, f"收到行政复议申请{{85件|{MEASURE}}}，同比增长{{46.6%}}。")
    assert checks_between(_last_year(), this) == ["growth holds 58件 85件 46.6%"]


def test_another_rate_than_the_reports_give_is_a_difference() -> None:
    this = _report(2024, f"收到行政复议申请{{85件|{MEASURE}}}，同比增长{{54.5%}}。")
    assert checks_between(this, _last_year()) == ["growth contradicted 58件 85件 54.5%"]


def test_a_difference_in_numbers_is_recomputed() -> None:
    this = _report(2024, f"收到行政复议申请{{85件|{MEASURE}}}，比上年增加{{27件}}。")
    other = _report(2024, f"收到行政复议申请{{85件|{MEASURE}}}，比上年增加{{25件}}。")
    assert checks_between(_last_year(), this) == ["growth holds 58件 85件 27件"]
    assert checks_between(_last_year(), other) == ["growth contradicted 58件 85件 25件"]


def test_other_words_or_another_extent_make_a_question() -> None:
    this = _report(2024, f"收到行政复议申请{{85件|{MEASURE}}}，同比增长{{54.5%}}。")
    own_level = _last_year("|scope=县本级")
    assert checks_between(own_level, this) == ["growth unverifiable 58件 85件 54.5%"]


def test_a_report_two_years_before_or_of_another_place_says_nothing() -> None:
    this = _report(2024, f"收到行政复议申请{{85件|{MEASURE}}}，同比增长{{54.5%}}。")
    assert checks_between(_report(2022, f"收到行政复议申请{{58件|{MEASURE}}}。"), this) == []
    assert checks_between(_report(2023, f"收到行政复议申请{{58件|{MEASURE}}}。", "云汀"), this) == []


def test_an_earlier_text_with_two_values_says_nothing() -> None:
    earlier = _report(2023, f"收到行政复议申请{{58件|{MEASURE}}}。收到行政复议申请{{85件|{MEASURE}}}。")
    this = _report(2024, f"收到行政复议申请{{85件|{MEASURE}}}，同比增长{{54.5%}}。")
    assert checks_between(earlier, this) == []
