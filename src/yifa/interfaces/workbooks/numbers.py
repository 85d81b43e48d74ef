"""A figure as a number of a sheet: money in yuan, per cent as per cent, with the decimals it is written with."""

from __future__ import annotations

from decimal import Decimal

from yifa.interfaces.workbooks.sheets import MOST_DIGITS, Cell
from yifa.reader.reading import Figure, FigureKind

PLAIN_KINDS = frozenset({FigureKind.RANK, FigureKind.ORDINAL, FigureKind.DATE, FigureKind.CODE})


def number_cell(one: Figure, value: Decimal) -> Cell:
    """A figure as a true number with the decimals it has; one too long for a sheet stays a text."""
    digits = value.normalize().as_tuple()
    if len(digits.digits) > MOST_DIGITS:
        return Cell(f"{value:f}")
    decimals = max(0, -int(value.as_tuple().exponent))
    places = "." + "0" * decimals if decimals else ""
    if one.kind is FigureKind.PERCENT:
        return Cell(float(value / 100), number=f"0{places}%")
    return Cell(float(value), number=("0" if one.kind in PLAIN_KINDS else "#,##0") + places)
