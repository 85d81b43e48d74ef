"""Dates and times of day, which say when and not how many: 2022年3月, 1—11月, 11月底, 2022—2026年, 上午9时, 前三季度.

The value of a date packs what is written, the unit tells how: «年» 2022, «年月» 202203, «年月日» 20220318, «月» 3,
«月日» 318, «日» 18, «时» for a time of day, «季度» 1 to 4, «年代» for decades and centuries. `value_to` closes a range.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yifa.reader.figures.numerals import DIGITS, chinese_value

RANGE = r"(?:\s?[-—–―－─~～至到]{1,2}\s?)"
_Y = r"(?:(?<!\d)(?:1[6-9]|20)\d\d|[一二][〇零○一二三四五六七八九]{3})"
_CM = "十[一二]?|[一二三四五六七八九]"
_CD = "三十一?|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_M = rf"(?:(?<![\d.])(?:1[0-2]|0?[1-9])|(?<![第个几数多0-9零〇一二两三四五六七八九十]){_CM})"
_M2 = rf"(?:1[0-2]|0?[1-9]|{_CM})"
_D = rf"(?:3[01]|[12]\d|0?[1-9]|{_CD})(?!\d)"
_PART = "(?:份)?(?:[上中下]旬|初|底|末)?"
_TIME = r"(?:[上下]午|早上|晚上?|凌晨|中午)?\s?\d{1,2}(?:[时点](?:\d{1,2}分|半|整)?|[:：]\d{2}(?:[:：]\d{2})?)"
_CLOCK = (
    r"(?:[上下]午|早上|晚上?|凌晨|中午)\s?(?:\d{1,2}"
    r"|[一二两三四五六七八九十]{1,3})\s?(?:[时点](?:\d{1,2}分|半|整"
    r"|[一二三四五]?十?[一二三四五六七八九]?分)?|[:：]\d{2})"
)

# What a date may begin with; looked at first, so that other signs are passed over quickly.
_FIRST = "[\\d一二三四五六七八九十前头第上下早晚凌中]"
DATE = re.compile(
    rf"(?={_FIRST})(?:(?P<y>{_Y})\s?年(?:度)?{RANGE}(?P<y2>{_Y}|\d\d(?=年))\s?年(?:度)?(?!\d{{1,2}}月)"
    rf"|(?P<by>{_Y}){RANGE}(?P<by2>{_Y})(?!\d)(?:\s?年(?:度)?)?"
    rf"|(?P<fy>{_Y}|(?<!\d)\d\d(?=年(?:\d{{1,2}}{RANGE}?\d{{0,2}}月|同期|度|底|初|末|[上下]半年"
    rf"|全年)))\s?年(?:度)?(?:\s?(?P<fm>{_M2})(?:\s?月{_PART}(?:\s?(?P<fd>{_D})\s?[日号])?"
    rf"|(?={RANGE}{_M2}月))(?:{RANGE}(?:(?P<ty>{_Y})\s?年\s?)?(?:(?P<tm>{_M2})\s?月{_PART})?(?:(?P<td>{_D})"
    rf"\s?[日号])?)?)?"
    rf"|[前头]\s?(?P<so>1[01]|[1-9]|{_CM})\s?个月"
    rf"|(?P<mr>{_M}){RANGE}(?P<mr2>{_M2})\s?月{_PART}(?:(?P<mrd>{_D})\s?[日号])?"
    rf"|(?P<mm>{_M})\s?月(?!色|报|均|度|嫂|经|老|饼|球|亮|薪|租|季|饷|刊|牙|台|供|票|卡|嫂|检"
    rf"|调度){_PART}(?:\s?(?P<md>{_D})\s?[日号])?"
    rf"(?:{RANGE}(?:(?P<mtm>{_M2})\s?月{_PART})?(?:(?P<mtd>{_D})\s?[日号])?)?"
    r"|(?P<iy>(?<!\d)(?:19|20)\d\d)(?P<sep>[-./])(?P<im>1[0-2]|0?[1-9])(?P=sep)(?P<id>3[01]|[12]\d|0?[1-9])(?!\d)"
    r"(?:[ T]?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?)?"
    r"|(?P<ym>(?<![\d.])(?:19|20)\d\d\.(?:1[0-2]|0?[1-9])(?![\d.%％万亿]))(?=[-—至月年)）])"
    rf"|(?P<clock>{_CLOCK}|(?<![\d:：])(?:[01]?\d|2[0-4])[:：][0-5]\d[:：][0-5]\d|(?<![\d.])(?:[01]?\d"
    rf"|2[0-4])(?:时(?![间期限段候长刻效不代而常任起下尚])|点(?:[0-5]\d分|半|整|钟))(?:[0-5]?\d分)?)"
    r"|(?P<quarter>(?:前|第)?[一二三四1-4](?:[、至—-][一二三四1-4])?季度|[1-4]\s?季度)"
    rf"|(?P<decade>(?:\d0|[二三四五六七八九]十|[0-9]{{2}}世纪\d0)年代|\d\d世纪))"
)
# «18日» alone, told from a term (15日内) by the words around it.
DAY = re.compile(
    rf"(?<![\d.、])(?P<from>3[01]|[12]\d|0?[1-9])(?:{RANGE}(?P<to>3[01]|[12]\d"
    rf"|0?[1-9]))?\s?日(?![常报程均志本益游])"
)
_TERM_BEHIND = re.compile(
    r"\s?(?:[至到—-]\d{1,3}日(?:内|以内|之内)|内|以内|之内|以上|以下|左右|期限|的期限|的法定|的办理|的审理|的公示|的时|不等|办结|期满|(?:缩短|压缩|压减|减少|精简|延长)(?:至|到|为))"
)
_TERM_BEFORE = re.compile(
    r"(?:期限?|期间?为|为期|提前|少于|低于|至少|超过|缩短|压缩|压减|延长|用时|时长|审限|平均|公示|满|每"
    r"|历时|工期|间隔|减少|提速|最快|最短|最长|只需|仅需|需要?|时间|时限|不超|约|近)(?:了|约|为|达|至|到"
    r"|由|的|法定)*(?:的)?$"
)
_SINCE = re.compile(r"之日起$")


@dataclass(frozen=True)
class DateSpan:
    """A date as found, packed as the module says."""

    start: int
    end: int
    value: Decimal
    value_to: Decimal | None
    unit: str


def find_dates(text: str) -> Iterator[DateSpan]:
    """Every date of the text, in order; days alone are not among them, see `day_alone`."""
    for found in DATE.finditer(text):
        value, value_to, unit = _packed(found)
        yield DateSpan(
            found.start(), found.end(), Decimal(value), None if value_to is None else Decimal(value_to), unit
        )


def day_alone(text: str, found: re.Match[str]) -> DateSpan | None:
    """«18日» as a date, None where it is a term (15日内, 5日期限) or a range that no month stands before."""
    if found["to"] or _TERM_BEHIND.match(text, found.end()):
        return None
    before = text[max(0, found.start() - 10) : found.start()]
    if _TERM_BEFORE.search(before) or _SINCE.search(before):
        return None
    return DateSpan(found.start(), found.end(), Decimal(found["from"]), None, "日")


def number_of(written: str | None) -> int:
    """The number that a part of a date is written with; 0 for none."""
    if not written:
        return 0
    if written[0].isdigit():
        return int(written)
    if len(written) == 4 and all(sign in DIGITS for sign in written):
        return int("".join(str(DIGITS[sign]) for sign in written))
    return int(chinese_value(written) or 0)


def _year(written: str | None) -> int:
    year = number_of(written)
    return 2000 + year if year < 100 else year


def _packed(found: re.Match[str]) -> tuple[int, int | None, str]:
    """What the value, its end and the unit of a date are."""
    part = found.groupdict()
    if part["y"] or part["by"]:
        return _year(part["y"] or part["by"]), _year(part["y2"] or part["by2"]), "年"
    if part["fy"]:
        return _from_year(part)
    if part["so"]:
        return 1, number_of(part["so"]), "月"
    if part["mr"]:
        return number_of(part["mr"]), number_of(part["mr2"]), "月"
    if part["mm"]:
        month, day = number_of(part["mm"]), number_of(part["md"])
        to_month, to_day = number_of(part["mtm"]), number_of(part["mtd"])
        if not day:
            return month, to_month or None, "月"
        end = (to_month or month) * 100 + (to_day or day) if to_month or to_day else None
        return month * 100 + day, end, "月日"
    if part["iy"]:
        return int(part["iy"]) * 10000 + int(part["im"]) * 100 + int(part["id"]), None, "年月日"
    if part["ym"]:
        year, _, month_written = part["ym"].partition(".")
        return int(year) * 100 + int(month_written), None, "年月"
    digits = "".join(sign for sign in found.group() if sign.isdigit())[:6] or "0"
    if part["quarter"]:
        numerals = [sign for sign in found.group() if sign.isdigit() or sign in "一二三四"]
        return number_of(numerals[-1]), None, "季度"
    return int(digits), None, "年代" if part["decade"] else "时"


def _from_year(part: dict[str, str | None]) -> tuple[int, int | None, str]:
    year, month, day = _year(part["fy"]), number_of(part["fm"]), number_of(part["fd"])
    if not month:
        return year, None, "年"
    to_year, to_month, to_day = number_of(part["ty"]) or year, number_of(part["tm"]), number_of(part["td"])
    ends = bool(to_month or to_day)
    if not day:
        return year * 100 + month, to_year * 100 + to_month if to_month else None, "年月"
    end = to_year * 10000 + (to_month or month) * 100 + (to_day or day)
    return year * 10000 + month * 100 + day, end if ends else None, "年月日"
