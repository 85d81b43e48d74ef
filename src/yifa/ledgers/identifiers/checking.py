"""Check digits of credit codes (GB 32100), organisation codes (GB 11714) and numbers of persons (GB 11643).

What is wrong is told so that it can be mended: a letter O for a nought, two digits that changed places, a number whose
last digits Excel lost. Whether a place of birth ever existed is not asked: places are renamed every year.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError

from yifa.ledgers.values.texts import half_width

_LOOKALIKE = str.maketrans("OIZSV", "012SV")
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ORGANISATION = re.compile(r"[0-9A-Z]{8}-?[0-9X]")
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_PASSPORT = re.compile(r"[DEGPS]\d{8}")
_REGISTRATION = re.compile(r"\d{15}")
_OLD_PERSON = re.compile(r"\d{15}")


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a number: `kind`, and the number it may have been meant to be."""

    kind: str
    meant: str = ""


@lru_cache(maxsize=1 << 16)
def check_credit_code(text: str) -> Wrong | None:
    """A unified social credit code of 18 places; None where it is right."""
    number = _compact(text)
    if len(number) != 18:
        return Wrong("length")
    if not set(number) <= set(_ALPHABET) or not number[:8].isdigit():
        meant = _with_lookalikes(number)
        return Wrong("letter", meant) if meant else Wrong("signs")
    if not uscc.is_valid(number):
        return Wrong("check-digit", _turned(number, uscc.is_valid))
    return None if _is_organisation(number[8:17]) else Wrong("check-digit")


@lru_cache(maxsize=1 << 16)
def check_person(text: str) -> Wrong | None:
    """A number of a person of 18 places, or of 15 as until 1999; None where it is right."""
    number = _compact(text)
    if _OLD_PERSON.fullmatch(number):
        return None if _is_day(f"19{number[6:12]}") else Wrong("birthday")
    if len(number) != 18:
        return Wrong("length")
    if not number[:17].isdigit() or number[17] not in "0123456789X":
        meant = number.translate(_LOOKALIKE)
        return Wrong("letter", meant) if meant != number and _is_person(meant) else Wrong("signs")
    if not _is_day(number[6:14]):
        return Wrong("birthday", _turned(number, _is_person))
    return None if _is_person(number) else Wrong("check-digit", _turned(number, _is_person))


@lru_cache(maxsize=1 << 16)
def check_code(text: str) -> Wrong | None:
    """A number of a party of whatever kind: credit code, organisation code, old registration, person; None if right.

    What has the shape of none of them (passports, permits of Hong Kong and Macao) is not judged.
    """
    number = _compact(text)
    if len(number) == 18:
        person = check_person(number)
        code = check_credit_code(number)
        if person is None or code is None:
            return None
        return person if number[:17].isdigit() and _is_day(number[6:14]) else code
    if _PASSPORT.fullmatch(number):
        return None
    if len(number) in (9, 10) and _ORGANISATION.fullmatch(number):
        return None if _is_organisation(number.replace("-", "")) else Wrong("check-digit")
    if _REGISTRATION.fullmatch(number):
        return None  # a registration number or an old number of a person; both of fifteen digits
    if number.isdigit() and len(number) in (16, 17, 19, 20):
        return Wrong("length")
    return None


def _compact(text: str) -> str:
    return re.sub(r"[\s'’]", "", half_width(text)).upper()


def _is_organisation(number: str) -> bool:
    """The check digit of an organisation code: letters count from 10, and a remainder of ten is X."""
    total = sum(weight * int(sign, 36) for weight, sign in zip(_WEIGHTS, number, strict=False))
    return number[8] == {10: "X", 11: "0"}.get(11 - total % 11, str(11 - total % 11))


def _is_person(number: str) -> bool:
    try:
        return number[-1] == ric.calc_check_digit(number) and _is_day(number[6:14])
    except (ValidationError, ValueError):
        return False


def _is_day(digits: str) -> bool:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])).year in range(1850, 2101)
    except ValueError:
        return False


def _with_lookalikes(number: str) -> str:
    """The code with O, I and Z as the digits they look like, where that makes it right."""
    meant = number.translate(_LOOKALIKE)
    return meant if meant != number and set(meant) <= set(_ALPHABET) and uscc.is_valid(meant) else ""


def _turned(number: str, is_right: Callable[[str], bool]) -> str:
    """The number with two neighbours exchanged, where exactly one exchange makes it right."""
    found = {
        turned
        for place in range(len(number) - 1)
        if number[place] != number[place + 1]
        for turned in [f"{number[:place]}{number[place + 1]}{number[place]}{number[place + 2 :]}"]
        if is_right(turned)
    }
    return found.pop() if len(found) == 1 else ""
