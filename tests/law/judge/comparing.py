"""Plain comparisons of what conditions speak of: days, amounts, words; and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.law.judge.facts import Moment
from tests.law.judge.logic import ABSENT, UNKNOWN


def in_order(one: Any, sign: str, other: Any) -> Any:
    """Whether one moment is before, after or on the day of another; on one day without times it is both."""
    if one is ABSENT or other is ABSENT:
        return False
    if one is UNKNOWN or other is UNKNOWN:
        return UNKNOWN
    if sign == "on":
        return bool(one.day == other.day)
    return not other.surely_before(one) if sign == "before" else not one.surely_before(other)


def extreme(values: Sequence[Any], *, last: bool) -> Any:
    """The latest or earliest of what there is."""
    there = [one for one in values if one is not ABSENT]
    if not there:
        return ABSENT
    if any(one is UNKNOWN for one in there):
        return UNKNOWN
    day = (max if last else min)(one.day for one in there)
    minutes = [one.minute for one in there if one.day == day]
    return Moment(day, None if None in minutes else (max if last else min)(minutes))


def same(one: Any, other: Any) -> Any:
    if one is ABSENT or other is ABSENT:
        return False
    if one is UNKNOWN or other is UNKNOWN:
        return UNKNOWN
    if isinstance(one, Moment) and isinstance(other, Moment):
        return one.day == other.day
    return bool(one == other)


def _plain(value: Any) -> Any:
    return value.day.toordinal() if isinstance(value, Moment) else value


def compare(left: Any, sign: str, right: Any) -> Any:
    """Days are compared as days; what is compared with something absent is no."""
    if left is ABSENT or right is ABSENT:
        return False
    if left is UNKNOWN or right is UNKNOWN:
        return UNKNOWN
    one, other = _plain(left), _plain(right)
    return {
        "=": lambda: one == other,
        "!=": lambda: one != other,
        "<": lambda: one < other,
        "<=": lambda: one <= other,
        ">": lambda: one > other,
        ">=": lambda: one >= other,
    }[sign]()


def reckon(left: Any, sign: str, right: Any) -> Any:
    if left is ABSENT or right is ABSENT:
        return ABSENT
    if left is UNKNOWN or right is UNKNOWN:
        return UNKNOWN
    if isinstance(left, Moment) and isinstance(right, Moment):
        return (left.day - right.day).days
    if isinstance(left, Moment):
        return left.later(right if sign == "+" else -right)
    if isinstance(right, Moment):
        return right.later(left)
    return {"+": left + right, "-": left - right, "*": left * right}[sign]
