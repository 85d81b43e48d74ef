"""What is doubtful about a figure that was returned, or wrong with a form; and whether two values are the same.

A doubt goes back to who filled the form in; no value is changed by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from yifa.law.catalogue.measures import Measure
from yifa.oversight.reporting.canonical import shown
from yifa.oversight.reporting.last_year import Earlier

SUDDEN = Fraction(1, 2)
"""A change beyond this share of last year's value is asked about …"""
FEW = 5
"""… where it is more than so many."""


class Doubt(StrEnum):
    """What is doubtful about a reported figure, or wrong with a form."""

    NOT_READ = "not-read"
    """The file is no workbook, or holds no form."""
    NOTHING_CAME = "nothing-came"
    """No form of a contributor came back."""
    FROM_NOBODY = "from-nobody"
    """The form names a contributor nobody asked."""
    SENT_TWICE = "sent-twice"
    """A contributor sent more than one form; the first by name counts."""
    OTHER_PERIOD = "other-period"
    """The form is of another period; nothing of it is taken."""
    UNKNOWN_MEASURE = "unknown-measure"
    NOT_A_NUMBER = "not-a-number"
    OTHER_UNIT = "other-unit"
    NOT_WHOLE = "not-whole"
    NOT_SIGNED = "not-signed"
    """Nobody filled it in, or nobody checked it."""
    EARLIER_CHANGED = "earlier-changed"
    """Last year's value is not the one that was printed there."""
    SUDDEN = "sudden"
    """It differs from last year's by more than half."""
    OTHER_IN_REPORT = "other-in-report"
    """The contributor's own report says otherwise."""
    OTHER_IN_MATERIAL = "other-in-material"
    """The paper for the text, sent with the form, says otherwise."""
    OTHER_IN_RECORDS = "other-in-records"
    """Records say otherwise."""
    TOLD_TWICE = "told-twice"
    """Two forms tell it with different values."""
    SUM_DIFFERS = "sum-differs"
    """The parts do not come to the whole."""
    PART_EXCEEDS = "part-exceeds"
    """A part is greater than the whole, or a later step of a course than the one before it."""


@dataclass(frozen=True)
class Doubtful:
    """One doubt: of whose form, in which cell; what stands there and what it is set against.

    `others`: where figures do not fit together, all of them.
    """

    doubt: Doubt
    contributor: str
    file: str
    cell: str = ""
    measure: str = ""
    stated: str = ""
    against: str = ""
    others: tuple[str, ...] = ()


def sudden(value: Fraction, earlier: Fraction) -> bool:
    """Whether a value is so far from last year's that somebody must look; small numbers may double."""
    change = abs(value - earlier)
    return bool(earlier) and change > FEW and change > SUDDEN * abs(earlier)


def same(value: Fraction, other: Fraction, of: Measure) -> bool:
    """Whether two values are the same as people write them: with two places, money in units of 10,000 yuan too."""
    if value == other or shown(value) == shown(other):
        return True
    return of.kind == "amount" and shown(value / 10_000) == shown(other / 10_000)


def says_otherwise(value: Fraction, text: Earlier | None, of: Measure) -> bool:
    """Whether a text states another value, exactly."""
    return text is not None and text.exact and not same(value, text.value, of)
