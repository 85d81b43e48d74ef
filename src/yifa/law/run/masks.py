"""What an engine gives back: five masks a row, in which each duty of a grain has a bit, and the trees of these bits.

`worked_out` is the plainest engine: the same trees on columns of numbers, with nothing installed beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from yifa.law.conditions.tree import NO, Expr, either
from yifa.law.duties.answers import Answer
from yifa.law.duties.understood import Understood
from yifa.law.run.cells import Cells, Numbers, Truths, Working
from yifa.law.run.rails import Rails, all_of, not_yes
from yifa.law.run.sharing import Shared

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
    """The trees of one duty's bits, in the order of `MASKS`; a bit is set where its tree is yes, not where it is NULL.

    They say what `Answer.is_not_applicable` and its neighbours say, but leave `applies`, `met` and `pending` whole, so
    that an engine can work each of them out once.
    """
    rails = Rails()
    applies, met, pending = rails.yes(answer.applies), rails.yes(answer.met), rails.yes(answer.pending)
    unmet = all_of(applies, rails.no(answer.met), rails.no(answer.pending))
    return (
        rails.no(answer.applies),
        all_of(applies, met),
        all_of(applies, pending, not_yes(met)),
        unmet,
        all_of(unmet, either(*map(rails.yes, answer.contested))),
    )


def worked_out(duties: Sequence[Understood], working: Working, rows: int) -> Masks:
    """The masks of all rows."""
    _, shared, bits, used = _taken_in(duties)
    sharing = Sharing(working, shared, used)
    masks = {name: np.zeros(rows, dtype=np.int64) for name in MASKS}
    for place, own in enumerate(bits):
        for name, number in zip(MASKS, own, strict=True):
            if shared.exprs[number] != NO:
                holds = np.broadcast_to(sharing.taken(number).yes, (rows,))
                masks[name] |= holds.astype(np.int64) << place
    return Masks(**masks)


_Taken = tuple[Sequence[Understood], Shared, list[list[int]], list[int]]
_KEPT: dict[tuple[int, ...], _Taken] = {}
"""By the duties, which are kept so that they stay themselves: their parts, the bits, how often each part is used."""
_MOST_KEPT = 512


def _taken_in(duties: Sequence[Understood]) -> _Taken:
    ids = tuple(map(id, duties))
    if ids not in _KEPT:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        shared = Shared()
        bits = [[shared.number(expr) for expr in bits_of(one.answer)] for one in duties]
        _KEPT[ids] = duties, shared, bits, shared.used([number for own in bits for number in own])
    return _KEPT[ids]


class Sharing(Working):
    """Works out each part once, and forgets it after its last use."""

    def __init__(self, working: Working, shared: Shared, used: Sequence[int]) -> None:
        super().__init__(working.read, working.words)
        self.shared = shared
        self.left = list(used)
        self.held: dict[int, Cells] = {}

    def taken(self, number: int) -> Cells:
        """A root."""
        return self.value(self.shared.exprs[number])

    def value(self, expr: Expr) -> Cells:
        """The value of a part in every row."""
        number = self.shared.known(expr)
        if number is None:  # made up on the way: not of the trees
            return super().value(expr)
        found = self.held.get(number)
        if found is None:
            found = super().value(expr)
        self.left[number] -= 1
        if self.left[number] > 0:
            self.held[number] = found
        else:
            self.held.pop(number, None)
        return found
