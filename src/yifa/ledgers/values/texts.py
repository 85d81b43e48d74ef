"""Contents of cells as texts: full width as half width, without stray spaces, numbers as people write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from functools import cache

from yifa.law.catalogue.ledger_words import cell_words
from yifa.ledgers.sheets import Cell
from yifa.ledgers.values.readings import BLANK, NONE, UNKNOWN, Reading

_UNSEEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0x7F, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_PROTECTED = re.compile(r'="(.*)"')
_MOST_EXACT = 1e15
_LONGEST_MEANING = 12  # signs of a word that says there is none


def plain(cell: Cell) -> str:
    """A content as text: as it stands, without what cannot be seen and spaces around.

    >>> plain(20250018.0), plain(" 青市监案〔2025〕18号 "), plain('="0018"')
    ('20250018', '青市监案〔2025〕18号', '0018')
    """
    if isinstance(cell, str):
        if cell.isprintable() and not cell.startswith("="):
            return cell.strip()
        text = cell.translate(_UNSEEN).replace("\u3000", " ").replace("\xa0", " ").strip()
        protected = _PROTECTED.fullmatch(text) if text.startswith("=") else None
        return protected.group(1) if protected else text
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else repr(cell)
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}" if cell.time() != time() else f"{cell:%Y-%m-%d}"
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d}"
    return f"{cell:%H:%M}" if isinstance(cell, time) else str(cell)


def half_width(text: str) -> str:
    """Full-width letters, digits and signs as half-width ones; line breaks and runs of spaces as one space."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def squeezed(text: str) -> str:
    """Half width, without any space, letters small: how words are compared."""
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()


def has_lost_digits(cell: Cell) -> bool:
    """Whether Excel took a long number for an amount and lost its last digits."""
    return isinstance(cell, float) and abs(cell) >= _MOST_EXACT


@cache
def _meaning() -> dict[str, str]:
    words = cell_words()
    return {
        squeezed(word): name for name in ("none", "unknown") for word in getattr(words, name) if squeezed(word)
    } | dict.fromkeys(map(squeezed, OPEN), "none")


OPEN = ("至今", "尚未", "长期", "长期有效", "永久", "永久有效", "无固定期限")
"""Of a day at which something ends: it has not ended."""


def unsaid(text: str) -> Reading | None:
    """What a cell without a value comes to: blank, none, or unknown; None where it says something."""
    if not text:
        return BLANK
    said = meaning(text)
    return None if said is None else NONE if said == "none" else UNKNOWN


def meaning(text: str) -> str | None:
    """`none` where a text says that there is none, `unknown` where it says that nobody knows."""
    return _meaning().get(squeezed(text)) if len(text) <= _LONGEST_MEANING else None
