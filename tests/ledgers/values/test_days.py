from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from yifa.law.conditions import day_number
from yifa.ledgers.values.days import read_day, read_minute
from yifa.ledgers.values.readings import BLANK, NONE, UNKNOWN, bad, value

MARCH = date(2022, 3, 5)
WRITTEN: list[Any] = [
    *(
        "2022.3.5",
        "2022.03.05",
        "2022-3-5",
        "2022/3/5",
        "2022年3月5日",
        "2022年3月5号",
        "２０２２．３．５",
        "2022. 3. 5",
    ),
    *("20220305", 20220305.0, 20220305, 44625.0, 44625, "44625", "22.3.5", "22年3月5日", "2022.3.5."),
    *("二〇二二年三月五日", "2022年3月5日（星期六）", "2022-03-05 00:00:00", MARCH),
    *(datetime(2022, 3, 5), '="2022-03-05"'),
]


@pytest.mark.parametrize("cell", WRITTEN)
def test_a_day_is_read_however_it_is_written(cell: Any) -> None:
    assert read_day(cell) == value((day_number(MARCH), None))


@pytest.mark.parametrize(
    ("cell", "minute"),
    [
        ("2022-03-05 10:30", 630),
        ("2022-03-05T10:30:59", 630),
        ("2022-03-05T10:30:00+08:00", 630),
        ("2022年3月5日 下午3:05", 905),
        ("2022年3月5日下午3时5分", 905),
        ("2022.3.5 10时", 600),
        ("2022-3-5 1:30", 90),
        ("20220305103000", 630),
        ("20220305 10:30", 630),
        (44625.4375, 630),
        (datetime(2022, 3, 5, 23, 59), 1439),
    ],
)
def test_a_time_beside_the_day_is_kept(cell: Any, minute: int) -> None:
    assert read_day(cell) == value((day_number(MARCH), minute))


def test_a_digit_of_the_hour_never_becomes_one_of_the_day() -> None:
    assert read_day("2022-3-1 12:30") == value((day_number(date(2022, 3, 1)), 750))


@pytest.mark.parametrize(
    ("cell", "wrong"),
    [
        ("3月5日", "day-without-year"),
        ("3.5", "day-without-year"),
        ("2022年2月30日", "no-such-day"),
        ("2023-02-29", "no-such-day"),
        ("2022-13-01", "no-such-day"),
        ("0000-00-00", "no-such-day"),
        ("2022年3月", "day-incomplete"),
        ("2022", "day-incomplete"),
        ("3/5/2022", "day-ambiguous"),
        ("12.3.5", "day-ambiguous"),
        ("2022.3.5、2022.3.8", "several-days"),
        ("2022.3.5至2022.3.8", "several-days"),
        ("2205.3.1", "year-out-of-range"),
        ("1022.3.1", "year-out-of-range"),
        ("2022-3-5 25:00", "not-a-time"),
        ("已立案", "not-a-day"),
        ("10:30", "not-a-day"),
        (12.5, "not-a-day"),
        (True, "not-a-day"),
        (time(10, 30), "time-without-day"),
        (timedelta(hours=3), "time-without-day"),
        ("x" * 500, "not-a-day"),
    ],
)
def test_what_is_no_day_is_told_and_not_guessed(cell: Any, wrong: str) -> None:
    assert read_day(cell) == bad(wrong)


@pytest.mark.parametrize("cell", ["13/5/2022", "5/13/2022"])
def test_a_day_with_its_year_last_is_read_where_the_month_is_plain(cell: str) -> None:
    assert read_day(cell) == value((day_number(date(2022, 5, 13)), None))


@pytest.mark.parametrize(("cell", "said"), [("", BLANK), ("  ", BLANK), ("无", NONE), ("—", NONE), ("／", NONE)])
def test_a_blank_cell_and_a_word_for_none_differ(cell: str, said: object) -> None:
    assert read_day(cell) == said


@pytest.mark.parametrize("cell", ["至今", "长期", "尚未"])
def test_what_has_not_ended_has_no_day(cell: str) -> None:
    assert read_day(cell) == NONE


def test_what_nobody_knows_is_unknown() -> None:
    assert read_day("不详") == UNKNOWN


def test_a_bare_number_counts_from_1904_where_the_file_does() -> None:
    assert read_day(44625.0 - 1462, from_1904=True) == value((day_number(MARCH), None))


@pytest.mark.parametrize(
    ("cell", "minute"),
    [("10:30", 630), ("10时30分", 630), ("10点", 600), ("下午3:20", 920), (0.4375, 630), (time(10, 30), 630)],
)
def test_a_time_of_day_is_read(cell: Any, minute: int) -> None:
    assert read_minute(cell) == value(minute)


def test_a_time_is_taken_out_of_a_day_with_its_time() -> None:
    assert read_minute("2022-03-05 10:30") == value(630)


@pytest.mark.parametrize("cell", ["25:00", "十点", "2022-03-05", True, 12, MARCH, timedelta(days=2)])
def test_what_is_no_time_is_told(cell: Any) -> None:
    assert read_minute(cell) == bad("not-a-time")
