"""Holiday notices: against a second source day by day, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest

from yifa.law.catalogue import CorpusFaults, calendar, notices, read_notice
from yifa.law.catalogue.calendars import festivals
from yifa.law.clock.calendar import MAY_BE_OFF_WITHIN, MAY_WORK_WITHIN, DayKind

EVERY_DAY = [date(2019, 1, 1) + timedelta(days=n) for n in range((date(2027, 1, 1) - date(2019, 1, 1)).days)]
NOTICE = """\
id: {id}
kind: national
year: 2027
title: 国务院办公厅关于2027年部分节假日安排的通知
number: null
published: 2026-11-20
verified: unverified
days:
- {{on: 2027-01-01, is: off, name: 元旦, festival: true}}
"""


def test_every_day_of_every_notice_stands_as_in_the_second_source() -> None:
    national = calendar()
    differing = [day for day in EVERY_DAY if national.day(day).working is not chinese_calendar.is_workday(day)]

    assert differing == []


def test_holidays_bear_the_name_the_second_source_gives_them() -> None:
    names = {
        "New Year's Day": "元旦",
        "Spring Festival": "春节",
        "Tomb-sweeping Day": "清明节",
        "Labour Day": "劳动节",
        "Dragon Boat Festival": "端午节",
        "Mid-autumn Festival": "中秋节",
        "National Day": "国庆节",
    }
    national = calendar()
    for day in EVERY_DAY:
        off, name = chinese_calendar.get_holiday_detail(day)
        if off and name and national.day(day).kind is DayKind.OFF:
            assert names[name] in (national.day(day).name or ""), day


def test_the_festival_days_proper_are_marked_and_are_off() -> None:
    national = calendar()
    marked = {on for on, day in national.named.items() if day.festival and day.is_ == "off"}
    fixed = {on for on in festivals().days() if on.year in national.known_years}

    assert marked == {on for on in fixed if on in national.named}
    assert all(national.day(on).working is False for on in fixed)
    assert len([on for on in fixed if on.year == 2024]) == 11
    assert len([on for on in fixed if on.year == 2025]) == 13  # the 放假办法 of 2024 added two days


def test_only_weekend_days_are_called_make_up_days() -> None:
    national = calendar()
    made_up = [day for day in EVERY_DAY if national.day(day).kind is DayKind.MAKE_UP]

    assert made_up
    assert {day.isoweekday() for day in made_up} == {6, 7}
    assert national.day(date(2020, 2, 3)).kind is DayKind.WORKING  # the amended holiday ended the day before


def test_no_notice_so_far_reached_farther_from_a_festival_than_provisional_days_do() -> None:
    national = calendar()
    feasts = sorted(national.festivals)

    def distance(day: date) -> int:
        return min(abs((day - feast).days) for feast in feasts)

    assert max(distance(on) for on, day in national.named.items() if day.is_ == "off") <= MAY_BE_OFF_WITHIN
    assert max(distance(on) for on, day in national.named.items() if day.is_ == "work") <= MAY_WORK_WITHIN


def test_the_calendar_as_known_on_a_day_leaves_out_later_notices() -> None:
    before = calendar(known_at=date(2020, 1, 26))
    after = calendar(known_at=date(2020, 1, 27))

    assert before.day(date(2020, 1, 31)).working is True
    assert after.day(date(2020, 1, 31)).working is False
    assert before.digest != after.digest
    assert before.last_known == date(2020, 12, 31)


def test_days_beyond_the_last_notice_are_not_known_but_festivals_are_off() -> None:
    national = calendar()

    assert national.day(date(2027, 3, 10)).working is None
    assert national.day(date(2027, 2, 6)).working is False  # 初一
    assert national.may_still_move(date(2026, 12, 31))
    assert not national.may_still_move(date(2026, 12, 20))


def test_a_notice_in_the_users_folder_is_loaded_and_a_later_one_of_the_same_id_replaces_it(tmp_path: Path) -> None:
    (tmp_path / "cn-2027.yaml").write_text(NOTICE.format(id="cn-2027"), encoding="utf-8")

    assert 2027 in calendar(extra=tmp_path).known_years
    assert len(notices(extra=tmp_path)) == len(notices()) + 1


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("is: off", "is: closed", "line 9: days[0].is: input should be 'off', 'work' or 'plain', found 'closed'"),
        ("published:", "publised:", "publised: is not known here; allowed are"),
        ("year: 2027", "year: 2028", "2027-01-01 does not belong to a notice for 2028"),
        ("kind: national", "kind: local", "a local notice names its `place`, a national one has none"),
        ("id: cn-2027", "id: ../cn-2027", "line 1: id: string should match pattern"),
        ("days:\n", "days: [\n", "is not readable as YAML"),
        ("title: 国务院办公厅关于2027年部分节假日安排的通知\n", "", "title: is missing"),
    ],
)
def test_a_damaged_notice_is_refused_with_its_line(tmp_path: Path, wrong: str, right: str, message: str) -> None:
    path = tmp_path / "cn-2027.yaml"
    path.write_text(NOTICE.format(id="cn-2027").replace(wrong, right), encoding="utf-8")

    with pytest.raises(CorpusFaults) as caught:
        read_notice(path)
    assert message in str(caught.value)
    assert str(caught.value).startswith("cn-2027.yaml")


def test_a_misspelt_key_is_answered_with_the_right_one(tmp_path: Path) -> None:
    path = tmp_path / "cn-2027.yaml"
    path.write_text(NOTICE.format(id="cn-2027").replace("published:", "publised:"), encoding="utf-8")

    with pytest.raises(CorpusFaults, match="did you mean `published`"):
        read_notice(path)


def test_a_day_listed_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cn-2027.yaml"
    text = NOTICE.format(id="cn-2027")
    path.write_text(text + text.splitlines()[-1] + "\n", encoding="utf-8")

    with pytest.raises(CorpusFaults, match="2027-01-01 is listed twice"):
        read_notice(path)


def test_an_amendment_of_an_absent_notice_is_refused(tmp_path: Path) -> None:
    text = NOTICE.format(id="cn-2027-amend").replace("kind: national", "kind: national\namends: cn-2027")
    (tmp_path / "cn-2027-amend.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(CorpusFaults, match="notice `cn-2027` is not there to be amended"):
        notices(extra=tmp_path)


def test_a_local_notice_holds_only_at_its_place(tmp_path: Path) -> None:
    text = NOTICE.format(id="qinghe-2026").replace("kind: national", "kind: local\nplace: 清河市")
    text = text.replace("year: 2027", "year: 2026").replace(
        "2027-01-01, is: off, name: 元旦, festival: true", "2026-08-03, is: off, name: 建市纪念日"
    )
    (tmp_path / "qinghe-2026.yaml").write_text(text, encoding="utf-8")
    day = date(2026, 8, 3)

    assert calendar(extra=tmp_path).day(day).working is True
    assert calendar(extra=tmp_path, place="清河市").day(day).working is False
    assert calendar(extra=tmp_path, place="清河市").known_years == calendar().known_years
