"""Values of fields as the record keeps them, and as the law reads them.

Kept are texts, whole numbers and lists alone: yes and no as words, money in fen, days as 2026-03-02, lengths as
`20 working days`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.law.clock import Length, NotALength, parse_length
from yifa.law.conditions import Declared, Type, day_number
from yifa.law.facts.case import Recorded


def kept(given: Any, declared: Declared) -> Any:
    """A value as it is kept. Raises `ValueError` saying what was expected."""
    match declared.type, given:
        case Type.YES_NO, bool():
            return "yes" if given else "no"
        case Type.YES_NO, "yes" | "no":
            return given
        case ((Type.NUMBER | Type.MONEY), int()) if not isinstance(given, bool):
            return given
        case Type.DAY, date():
            return given.isoformat()
        case Type.DAY, str() if _is_day(given):
            return given
        case Type.WORD, str() if not declared.words or given in declared.words:
            return given
        case Type.NAMES, list() | tuple() if all(isinstance(one, str) for one in given):
            return list(given)
        case Type.LENGTH, str() if _is_length(given):
            return given
    expected = f"one of {', '.join(sorted(declared.words))}" if declared.words else declared.type.article
    raise ValueError(f"expected {expected}, found {given!r}")


def recorded(held: Any, declared: Declared) -> Recorded:
    """A kept value as the law reads it."""
    match declared.type:
        case Type.YES_NO:
            return bool(held == "yes")
        case Type.DAY:
            return day_number(date.fromisoformat(held))
        case Type.NAMES:
            return tuple(held)
        case Type.LENGTH:
            return parse_length(held)
    found: Recorded = held
    return found


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_length(text: str) -> bool:
    try:
        return isinstance(parse_length(text), Length)
    except NotALength:
        return False
