from tests.reader.figures.plain import prepared
from yifa.reader.figures import find_numbers
from yifa.reader.reading import FigureKind
from yifa.reader.subjects.periods import Periods


def periods(text, places, *, year=2023):
    dates = [number for number in find_numbers(prepared(text)) if number.kind is FigureKind.DATE]
    read = Periods(text, 0, len(text), dates, year)
    return [read.at(text.index(place), changing=False) for place in places]


def test_a_time_holds_until_another_comes():
    assert periods("2023年办结甲，其中3月办结乙，1—9月办结丙。", "甲乙丙") == ["2023", "2023-03", "2023-01..2023-09"]


def test_without_the_year_of_the_report_months_say_nothing():
    assert periods("3月办结甲，今年办结乙。", "甲乙", year=None) == [None, None]


def test_an_edition_and_a_year_of_birth_date_no_figure():
    assert periods("对照2021年版指标整改甲，1960年以前出生乙。", "甲乙") == [None, None]


def test_a_change_is_never_last_years_value():
    text = "上年办结甲，减少乙。"
    read = Periods(text, 0, len(text), [], 2023)
    assert read.at(text.index("乙"), changing=True) is None
