"""What an engine gives back: five masks a row, in which each duty of a grain has a bit, and the trees of these bits.

`worked_out` is the plainest engine: the same trees on columns of numbers, with nothing installed beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from yifa.law.conditions.tree import Expr
from yifa.law.duties.answers import Answer
from yifa.law.duties.understood import Understood
from yifa.law.run.cells import Numbers, Truths, Working

MASKS = ("not_applicable", "met", "pending", "unmet", "contested")
MOST = 63
"""Duties for which a mask has bits; more of one grain are given to an engine in several portions."""


@dataclass(frozen=True)
class Masks:
    """A mask of each kind for every row."""

    not_applicable: Numbers
    met: Numbers
    pending: Numbers
    unmet: Numbers
    contested: Numbers

    def bit(self, mask: str, place: int) -> Truths:
        """The rows in which one duty has its bit."""
        of: Numbers = getattr(self, mask)
        found: Truths = ((of >> place) & 1).astype(np.bool_)
        return found


def bits_of(answer: Answer) -> tuple[Expr, ...]:
    """The trees of one duty's bits, in the order of `MASKS`; none is ever NULL."""
    return (answer.is_not_applicable, answer.is_met, answer.is_pending, answer.is_unmet, answer.is_contested)


def worked_out(duties: Sequence[Understood], working: Working, rows: int) -> Masks:
    """The masks of all rows."""
    masks = {name: np.zeros(rows, dtype=np.int64) for name in MASKS}
    for place, one in enumerate(duties):
        for name, expr in zip(MASKS, bits_of(one.answer), strict=True):
            holds = np.broadcast_to(working.value(expr).yes, (rows,))
            masks[name] |= holds.astype(np.int64) << place
    return Masks(**masks)
