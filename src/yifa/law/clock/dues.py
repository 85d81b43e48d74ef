"""The answers of the clock for a whole column of cases; days are whole numbers counted from 1970-01-01."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from yifa.law.clock.fold import Due

Days = NDArray[np.int64]
NO_DAY = np.iinfo(np.int32).min
"""An unused slot for a pause or an extension."""
STILL_OPEN = np.int64(1 << 30)
"""The end of a pause that is still open; as an answer, a term that stands still."""
_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True)
class Dues:
    """Answers by row: see `Due`. Where the term stands still, `latest` is STILL_OPEN."""

    latest: Days
    earliest: Days
    end: Days
    provisional: NDArray[np.bool_]
    advisory_until: Days
    """The second reading of P13, or NO_DAY."""
    beyond: NDArray[np.bool_]
    """Rows that no table of the calendar covers, where `due` raises; their days mean nothing."""

    @property
    def running(self) -> NDArray[np.bool_]:
        """Whether a last day exists, in at least one reading of the calendar."""
        return (self.latest < STILL_OPEN) | (self.earliest < STILL_OPEN)

    def put(self, row: int, one: Due | None) -> None:
        """Write the answer for one case into its row; None where no table covers it."""
        self.beyond[row] = one is None
        if one is not None:
            for column, day in ((self.latest, one.latest), (self.earliest, one.earliest), (self.end, one.end)):
                column[row] = STILL_OPEN if day is None else day.toordinal() - _EPOCH
            second = one.advisory_until
            self.advisory_until[row] = NO_DAY if second is None else second.toordinal() - _EPOCH
            self.provisional[row] = one.provisional
