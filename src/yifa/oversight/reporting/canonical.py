"""Data as bytes that are the same everywhere: JSON, UTF-8 in NFC, keys sorted, whole numbers and texts only; sealed.

No number with a fraction is written as a number: what one machine prints as 0.1 another may print otherwise. The seal
is the SHA-256 of everything else, so that anyone can recompute it with a few lines.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

SEAL = "seal"


class NotSealed(ValueError):
    """Data whose seal is missing or is not that of the data."""


def canonical(data: Any) -> bytes:
    """The bytes of some data; raises `TypeError` for what has no one form."""
    text = json.dumps(_plain(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


def sealed(data: Mapping[str, Any]) -> bytes:
    """The bytes of some data with its seal."""
    return canonical({**data, SEAL: digest(canonical(data))})


def opened(data: bytes) -> dict[str, Any]:
    """Sealed data, read; raises `NotSealed`."""
    try:
        read = json.loads(data)
    except ValueError as error:
        raise NotSealed("no JSON") from error
    if not isinstance(read, dict) or SEAL not in read:
        raise NotSealed("no seal")
    seal = read.pop(SEAL)
    if digest(canonical(read)) != seal:
        raise NotSealed("the seal is not that of the data")
    return read


def exact(value: Fraction | None) -> str | None:
    """A value as text, whole where it is, else as a fraction: 7, 200/3."""
    return None if value is None else str(value)


def shown(value: Fraction, places: int = 2) -> str:
    """A value with so many places at most, a half rounded away from nought: 66.67, 7.

    >>> [shown(Fraction(200, 3)), shown(Fraction(-1, 8)), shown(Fraction(7)), shown(Fraction(5, 2), 0)]
    ['66.67', '-0.13', '7', '3']
    """
    scaled = abs(value) * 10**places
    whole = int(scaled)
    if (scaled - whole) * 2 >= 1:
        whole += 1
    sign = "-" if value < 0 and whole else ""
    text = f"{whole:0{places + 1}}"
    return sign + (text if places == 0 else f"{text[:-places]}.{text[-places:]}".rstrip("0").rstrip("."))


def _plain(data: Any) -> Any:
    match data:
        case None | bool() | int():
            return data
        case str():
            return unicodedata.normalize("NFC", data)
        case dict():
            return {unicodedata.normalize("NFC", str(key)): _plain(value) for key, value in data.items()}
        case list() | tuple():
            return [_plain(one) for one in data]
    raise TypeError(f"{type(data).__name__} has no one form; write it as a text or a whole number")
