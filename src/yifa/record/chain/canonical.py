"""Canonical bytes: one way only to write a value down, so that equal values have equal digests.

JSON in UTF-8: texts in Unicode form NFC, keys in order of their code points, no blanks; objects, lists, texts and whole
numbers only. No fractions (amounts are whole fen), no null (what is not known is left out), no true and false (a word
says it). Whole numbers lie within 64 bits, so that every language can read them.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring

Plain = Mapping[str, "Plain"] | Sequence["Plain"] | str | int
"""What can be written down."""
_MOST = 2**63 - 1
quoted = encode_basestring
"""A text as it stands in canonical text, if it is NFC; whether it is, `is_canonical_text` says of the whole."""
_write = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


class NotCanonical(ValueError):
    """A value that has no canonical bytes; `where` is the way to it, as in `what.fields.fine`."""

    def __init__(self, where: str, found: str, expected: str) -> None:
        super().__init__(f"{where or 'the value'}: found {found}, expected {expected}")
        self.where = where


def canonical(value: Plain) -> str:
    """The canonical text of a value; its bytes are the UTF-8 of it. Raises `NotCanonical`."""
    if _is_sound(value) and is_canonical_text(text := _write(value)):
        return text
    return _write(_plain(value, ""))


def is_canonical_text(text: str) -> bool:
    """Whether a text that was put together is NFC and can be written in UTF-8.

    Texts in it are then, too: no sign that stands between two of them composes with anything.
    """
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return unicodedata.is_normalized("NFC", text)


def _is_sound(value: object) -> bool:
    """Whether a value is made of the plainest kinds alone, all but its texts looked at."""
    kind = type(value)
    if kind is dict:
        return all(isinstance(key, str) and _is_sound(held) for key, held in value.items())  # type: ignore[attr-defined]
    if kind is list or kind is tuple:
        return all(_is_sound(held) for held in value)  # type: ignore[attr-defined]
    return isinstance(value, str) or (kind is int and -_MOST <= value <= _MOST)  # type: ignore[operator]


def _plain(value: object, where: str) -> object:
    match value:
        case str():
            return _text(value, where)
        case bool():
            raise NotCanonical(where, str(value).lower(), "a text, a whole number, a list or an object")
        case int():
            if abs(value) > _MOST:
                raise NotCanonical(where, str(value), "a whole number within 64 bits")
            return value
        case Mapping():
            return _object(value, where)
        case list() | tuple():
            return [_plain(one, f"{where}[{place}]") for place, one in enumerate(value)]
    raise NotCanonical(where, type(value).__name__, "a text, a whole number, a list or an object")


def _object(value: Mapping[object, object], where: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, held in value.items():
        if not isinstance(key, str):
            raise NotCanonical(where, f"the key {key!r}", "keys that are texts")
        name = _text(key, where)
        if name in found:
            raise NotCanonical(where, f"the key {name!r} twice", "every key once")
        found[name] = _plain(held, f"{where}.{name}" if where else name)
    return found


def _text(value: str, where: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise NotCanonical(where, "half of a character (a lone surrogate)", "whole characters") from None
    return unicodedata.normalize("NFC", value)
